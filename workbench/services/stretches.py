"""Acts on a stretch of pairs between two confirmed ones: align again, pin, shift a whole column.

Confirmed pairs are anchors: no act here touches them or moves anything across them.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.bitext import acts, realigning
from workbench.bitext.acts import Side, side_of, with_side
from workbench.bitext.units import Status
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import NotFound, TooLong, WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit
from workbench.services.learning import aids
from workbench.services.rescoring import rescore
from workbench.services.structure import Direction
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Unit

LONGEST = 2_000
"""Segments of both sides in one stretch; aligning so many takes a few seconds."""


def realign(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Align the pairs around this one again, up to the confirmed ones before and after."""
    unit = _undecided(open_unit(session, unit_id, seen))
    return _relaid(session, _stretch(session, unit, unit), None, "realign", editor)


def pin(
    session: Session,
    unit_id: int,
    place: int,
    other_id: int,
    other_place: int,
    *,
    seen: int | None,
    editor: str,
) -> Change:
    """Hold a source segment of this pair and a target segment of another together; align around them."""
    unit = _undecided(open_unit(session, unit_id, seen))
    other = session.get(Unit, other_id)
    if other is None or other.document_id != unit.document_id or other.withdrawn:
        raise NotFound(say("The pair to pin to is not in this document any more."))
    _undecided(other)
    if not (0 <= place < len(unit.source) and 0 <= other_place < len(other.target)):
        raise WrongUse(say("Choose a sentence on the source side and one on the target side."))
    stretch = _stretch(session, *sorted((unit, other), key=lambda each: each.rank))
    i = sum(len(each.source) for each in stretch if each.rank < unit.rank) + place
    j = sum(len(each.target) for each in stretch if each.rank < other.rank) + other_place
    return _relaid(session, stretch, (i, j), "pin", editor)


def shift_column(
    session: Session, unit_id: int, side: Side, direction: Direction, *, seen: int | None, editor: str
) -> Change:
    """Move one side of this pair and those below by one pair, up to a confirmed pair or an empty cell.

    Down leaves this cell empty; up joins the next cell to this one.
    """
    unit = _undecided(open_unit(session, unit_id, seen))
    rows = [each for each in _stretch(session, unit, unit) if each.rank >= unit.rank]
    cells = [side_of(value_of(each), side) for each in rows]
    if not cells[0] and direction == "down":
        raise WrongUse(say("This cell is empty already."))
    gap = next((n for n, cell in enumerate(cells) if n and not cell), len(cells))
    if direction == "down":
        moved = [(), *cells[:gap]]
    elif direction == "up" and gap > 1:
        moved = [cells[0] + cells[1], *cells[2:gap], ()]
    else:
        raise WrongUse(say("There is nothing below to move up."))
    act = Act(session, unit.document, "shift_column", editor)
    for row, cell in zip(rows, moved, strict=False):
        _write(act, row, acts.rebeaded(with_side(value_of(row), side, cell)))
    for cell in moved[len(rows) :]:
        act.add_after(rows[-1], with_side(UnitValue("", (), ()), side, cell))
    rescore(act)
    return act.record()


def _undecided(unit: Unit) -> Unit:
    if unit.status is Status.CONFIRMED:
        raise WrongUse(say("This pair is confirmed and stays as it is; open it again first."))
    return unit


def _stretch(session: Session, first: Unit, last: Unit) -> list[Unit]:
    """The units between the confirmed one before `first` and the confirmed one after `last`."""
    live = (Unit.document_id == first.document_id, ~Unit.withdrawn)
    confirmed = (*live, Unit.status == Status.CONFIRMED)
    low = session.scalar(select(func.max(Unit.rank)).where(*confirmed, Unit.rank < first.rank)) or ""
    high = session.scalar(select(func.min(Unit.rank)).where(*confirmed, Unit.rank > first.rank)) or "~"
    if last.rank > high:
        raise WrongUse(say("A confirmed pair stands between the two; open it again first."))
    between = (Unit.rank > low, Unit.rank < high)
    sizes = select(func.sum(Unit.source_count + Unit.target_count)).where(*live, *between)
    if (session.scalar(sizes) or 0) > LONGEST:
        raise TooLong(
            say(
                "More than %(number)s sentences lie between the confirmed pairs around here. "
                "Confirm a pair nearby, so that the stretch becomes shorter.",
                number=f"{LONGEST:,}",
            )
        )
    return list(session.scalars(select(Unit).where(*live, *between).order_by(Unit.rank)))


def _relaid(
    session: Session, rows: Sequence[Unit], pinned: realigning.Pin | None, kind: str, editor: str
) -> Change:
    """Write the beads found anew into these rows; pairs that stay the same are not touched."""
    old = [value_of(each) for each in rows]
    document = rows[0].document
    languages = document.source_language, document.target_language
    new = realigning.realigned(old, pinned, **aids(session, document.project, *languages))
    act = Act(session, document, kind, editor)
    matcher = SequenceMatcher(
        None, [_key(each) for each in old], [_key(each) for each in new], autojunk=False
    )
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            _replace(act, rows, slice(i, i_end), new[j:j_end])
    return act.record()


def _key(unit: UnitValue) -> object:
    return unit.source, unit.target


def _replace(act: Act, rows: Sequence[Unit], where: slice, values: list[UnitValue]) -> None:
    """Write values into some rows; rows too many are withdrawn, values too many get new rows."""
    here = rows[where]
    for row, value in zip(here, values, strict=False):
        act.put(row, value)
    for row in here[len(values) :]:
        act.withdraw(row)
    last = rows[where.stop - 1] if where.stop else None
    for value in values[len(here) :]:
        last = act.add_after(last, value) if last else act.add_before(rows[0], value)


def _write(act: Act, row: Unit, value: UnitValue) -> None:
    """Write a value into its row; one that was emptied is withdrawn."""
    act.put(row, value)
    if acts.is_empty(value):
        act.withdraw(row)
