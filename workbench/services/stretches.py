"""The stretch of pairs between two confirmed ones, and the act that shifts a whole column of it.

Confirmed pairs are anchors: no act on a stretch touches them or moves anything across them.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.bitext import acts
from workbench.bitext.acts import Side, side_of, with_side
from workbench.bitext.units import Status
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import TooLong, WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit
from workbench.services.rescoring import rescore
from workbench.services.structure import Direction
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Unit

LONGEST = 2_000
"""Segments of both sides in one stretch; aligning so many takes a second or two."""


def shift_column(
    session: Session, unit_id: int, side: Side, direction: Direction, *, seen: int | None, editor: str
) -> Change:
    """Move one side of this pair and those below by one pair, up to a confirmed pair or an empty cell.

    Down leaves this cell empty; up joins the next cell to this one.
    """
    unit = undecided(open_unit(session, unit_id, seen))
    rows = _column(session, unit, side)
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
        value = acts.rebeaded(with_side(value_of(row), side, cell))
        act.put(row, value)
        if acts.is_empty(value):
            act.withdraw(row, unit)
    for cell in moved[len(rows) :]:
        act.add_after(rows[-1], with_side(UnitValue("", (), ()), side, cell))
    rescore(act)
    return act.record()


def undecided(unit: Unit) -> Unit:
    """The unit, unless it is confirmed: what is confirmed stays as it is."""
    if unit.status is Status.CONFIRMED:
        raise WrongUse(say("This pair is confirmed and stays as it is; open it again first."))
    return unit


def stretch(session: Session, first: Unit, last: Unit) -> list[Unit]:
    """The units between the confirmed one before `first` and the confirmed one after `last`."""
    live = (Unit.document_id == first.document_id, ~Unit.withdrawn)
    confirmed = (*live, Unit.status == Status.CONFIRMED)
    low = session.scalar(select(func.max(Unit.rank)).where(*confirmed, Unit.rank < first.rank)) or ""
    high = session.scalar(select(func.min(Unit.rank)).where(*confirmed, Unit.rank > first.rank)) or "~"
    if last.rank > high:
        raise WrongUse(say("A confirmed pair stands between the two; open it again first."))
    between = (Unit.rank > low, Unit.rank < high)
    sizes = select(func.sum(Unit.source_count + Unit.target_count)).where(*live, *between)
    _refuse_longer(session.scalar(sizes) or 0)
    return list(session.scalars(select(Unit).where(*live, *between).order_by(Unit.rank)))


def _column(session: Session, unit: Unit, side: Side) -> list[Unit]:
    """The units from this one down to the next empty cell, or up to the next confirmed unit."""
    live = (Unit.document_id == unit.document_id, ~Unit.withdrawn)
    count = Unit.source_count if side == "source" else Unit.target_count
    first = select(func.min(Unit.rank)).where(*live, Unit.rank > unit.rank)
    confirmed = session.scalar(first.where(Unit.status == Status.CONFIRMED)) or "~"
    gap = session.scalar(first.where(count == 0, Unit.rank < confirmed)) or "~"
    here = (*live, Unit.rank >= unit.rank, Unit.rank < confirmed, Unit.rank <= gap)
    rows = list(session.scalars(select(Unit).where(*here).order_by(Unit.rank).limit(LONGEST + 1)))
    _refuse_longer(sum(len(each.source) + len(each.target) for each in rows))
    return rows


def _refuse_longer(sentences: int) -> None:
    if sentences > LONGEST:
        raise TooLong(
            say(
                "More than %(number)s sentences lie between the confirmed pairs around here. "
                "Confirm a pair nearby, so that the stretch becomes shorter.",
                number=f"{LONGEST:,}",
            )
        )
