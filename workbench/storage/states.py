"""A unit's state: everything an act can change, as JSON that a revision keeps and undo puts back."""

from typing import Any

from workbench.align import Reason
from workbench.bitext.units import Status, join
from workbench.bitext.units import Unit as UnitValue
from workbench.segment import Segment
from workbench.storage import tables
from workbench.storage.columns import (
    Comment,
    packed,
    packed_comments,
    packed_reasons,
    unpacked,
    unpacked_comments,
    unpacked_reasons,
)

State = dict[str, Any]

_FLAGS = ("bookmarked", "excluded", "withdrawn")


def state_of(unit: tables.Unit) -> State:
    """All that undo must be able to put back; `restore(unit, state_of(unit))` changes nothing."""
    flags = {name: True for name in _FLAGS if getattr(unit, name)}
    return {
        "source": packed(unit.source),
        "target": packed(unit.target),
        "status": unit.status.value,
        "score": unit.score,
        "reasons": packed_reasons(unit.reasons),
        "comments": packed_comments(unit.comments),
        **flags,
    }


def restore(unit: tables.Unit, state: State) -> None:
    """Put a unit back to a state."""
    write(
        unit,
        source=unpacked(state["source"]),
        target=unpacked(state["target"]),
        status=Status(state["status"]),
        score=state["score"],
        reasons=unpacked_reasons(state["reasons"]),
    )
    comment(unit, unpacked_comments(state.get("comments", ())))
    for name in _FLAGS:
        setattr(unit, name, state.get(name, False))


def write(
    unit: tables.Unit,
    *,
    source: tuple[Segment, ...],
    target: tuple[Segment, ...],
    status: Status,
    score: float | None,
    reasons: tuple[Reason, ...],
) -> None:
    """Write the content of a unit and the columns that follow from it."""
    unit.source, unit.target = source, target
    unit.source_text, unit.target_text = join(source), join(target)
    unit.source_count, unit.target_count = len(source), len(target)
    unit.status, unit.score, unit.reasons = status, score, reasons


def comment(unit: tables.Unit, comments: tuple[Comment, ...]) -> None:
    """Write the thread of a unit and its count."""
    unit.comments, unit.comment_count = comments, len(comments)


def value_of(unit: tables.Unit) -> UnitValue:
    """The row as a value of the lower floors."""
    return UnitValue(unit.uid, unit.source, unit.target, unit.score, unit.reasons, unit.status)


def put(unit: tables.Unit, value: UnitValue) -> None:
    """Write a value into its row; the tuid stays."""
    write(
        unit,
        source=value.source,
        target=value.target,
        status=value.status,
        score=value.score,
        reasons=value.reasons,
    )
