"""A unit's state: everything an act can change, as JSON that a revision keeps and undo puts back."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import inspect

from workbench.align import Reason
from workbench.bitext.checks import PairFinding, check_unit
from workbench.bitext.units import Status, join
from workbench.bitext.units import Unit as UnitValue
from workbench.segment import Segment
from workbench.storage import tables
from workbench.storage.columns import (
    Comment,
    Dismissal,
    packed,
    packed_reasons,
    rows,
    unpacked,
    unpacked_reasons,
)
from workbench.storage.search import keys
from workbench.text import Level

State = dict[str, Any]
LEVELS = {Level.INFO: 1, Level.WARNING: 2, Level.ERROR: 3}
"""How grave a finding is, as `finding_level` keeps it."""

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
        "comments": rows(unit.comments),
        "dismissed": rows(unit.dismissed),
        "crosses": unit.crosses_id,
        **flags,
    }


def sides_in(state: State) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """The segments of both sides as a kept state has them."""
    return unpacked(state["source"]), unpacked(state["target"])


def restore(unit: tables.Unit, state: State) -> None:
    """Put a unit back to a state."""
    unit.dismissed = tuple(Dismissal(*each) for each in state.get("dismissed", ()))
    unit.crosses_id = state.get("crosses")
    source, target = sides_in(state)
    write(
        unit,
        source=source,
        target=target,
        status=Status(state["status"]),
        score=state["score"],
        reasons=unpacked_reasons(state["reasons"]),
    )
    comment(unit, tuple(Comment(*each) for each in state.get("comments", ())))
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
    """Write the content of a unit and the columns that follow from it.

    What takes long is computed only where it may have changed: undo may put thousands of units back.
    """
    unit.status, unit.score, unit.reasons = status, score, reasons
    is_same = unit.finding_level is not None and (source, target) == (unit.source, unit.target)
    if not is_same:
        _write_texts(unit, source, target)
    if not is_same or inspect(unit).attrs.dismissed.history.has_changes():
        unit.finding_level = level_of(check_unit(value_of(unit), languages_of(unit)), unit.dismissed)


def _write_texts(unit: tables.Unit, source: tuple[Segment, ...], target: tuple[Segment, ...]) -> None:
    unit.source, unit.target = source, target
    texts = join(source), join(target)
    if unit.finding_level is None or texts != (unit.source_text, unit.target_text):
        for name, value in keys(*texts).items():
            setattr(unit, name, value)
    unit.source_text, unit.target_text = texts
    unit.source_count, unit.target_count = len(source), len(target)
    unit.source_key = source_key(unit.source_text)


def source_key(text: str) -> str:
    """The same for texts that say the same but for case and white space; it fits any index.

    >>> source_key("One  day.") == source_key("one day.") != source_key("Two days.")
    True
    """
    return blake2b(" ".join(text.casefold().split()).encode(), digest_size=8).hexdigest()


def level_of(findings: Iterable[PairFinding], dismissed: Sequence[Dismissal]) -> int:
    """The gravest finding that is not dismissed: 0 none, 1 info, 2 warning, 3 error."""
    keys = {each.key for each in dismissed}
    return max((LEVELS[each.level] for each in findings if each.key not in keys), default=0)


def languages_of(unit: tables.Unit) -> tuple[str, str]:
    """The languages of a unit's document."""
    return unit.document.source_language, unit.document.target_language


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
