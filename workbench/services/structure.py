"""Move segments between pairs and within them: merge, split, join, cut, shift. No text changes here."""

from typing import Literal

from sqlalchemy.orm import Session

from workbench.bitext import acts
from workbench.bitext.acts import Side
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit
from workbench.services.exceptions import exceptions_of
from workbench.services.rescoring import rescore
from workbench.storage.ranks import neighbour
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Unit

Direction = Literal["up", "down"]


def merge(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """A pair and the next become one; the next is withdrawn."""
    unit = open_unit(session, unit_id, seen)
    following = _neighbour(session, unit, "down")
    act = Act(session, unit.document, "merge", editor)
    act.put(unit, acts.merged(value_of(unit), value_of(following)))
    act.withdraw(following, unit)
    return _recorded(act)


def merge_side(session: Session, unit_id: int, side: Side, *, seen: int | None, editor: str) -> Change:
    """One side of the next pair joins this one; a pair left without any text is withdrawn."""
    unit = open_unit(session, unit_id, seen)
    following = _neighbour(session, unit, "down")
    first, second = acts.merged_side(value_of(unit), value_of(following), side)
    return _move(session, "merge_side", editor, (unit, first), (following, second))


def split(
    session: Session, unit_id: int, side: Side, place: int, offset: int, *, seen: int | None, editor: str
) -> Change:
    """Cut one segment in two where the caret stands; both stay in the pair."""
    unit = open_unit(session, unit_id, seen)
    return _move(session, "split", editor, (unit, acts.split(value_of(unit), side, place, offset)))


def join(
    session: Session, unit_id: int, side: Side, place: int, *, seen: int | None, editor: str
) -> Change:
    """A segment and the next of its cell become one."""
    unit = open_unit(session, unit_id, seen)
    return _move(session, "join", editor, (unit, acts.joined(value_of(unit), side, place)))


def recut(session: Session, unit_id: int, side: Side, *, seen: int | None, editor: str) -> Change:
    """Cut one side of a pair anew, by the rules and the exceptions of its project."""
    unit = open_unit(session, unit_id, seen)
    value, exceptions = value_of(unit), exceptions_of(session, unit.document.project)
    if not acts.side_of(value, side):
        raise WrongUse(say("There is nothing on this side of the pair to cut."))
    return _move(session, "recut", editor, (unit, acts.recut(value, side, exceptions)))


def cut(
    session: Session,
    unit_id: int,
    source_place: int,
    target_place: int,
    *,
    seen: int | None,
    editor: str,
) -> Change:
    """Cut a pair in two: so many segments of each side stay, the others make a new pair after it."""
    unit = open_unit(session, unit_id, seen)
    first, second = acts.cut(value_of(unit), source_place, target_place)
    act = Act(session, unit.document, "cut", editor)
    act.put(unit, first)
    act.add_after(unit, second)
    return _recorded(act)


def shift(
    session: Session, unit_id: int, side: Side, direction: Direction, *, seen: int | None, editor: str
) -> Change:
    """The first segment of a side goes to the pair above, or the last to the pair below."""
    unit = open_unit(session, unit_id, seen)
    beside = _neighbour(session, unit, direction)
    move = acts.shifted_down if direction == "down" else acts.shifted_up
    mine, theirs = move(value_of(unit), value_of(beside), side)
    return _move(session, "shift", editor, (unit, mine), (beside, theirs))


def insert(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """An empty pair right after this one."""
    unit = open_unit(session, unit_id, seen)
    act = Act(session, unit.document, "insert", editor)
    act.add_after(unit, UnitValue("", (), ()))
    return act.record()


def delete(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Take away a pair that has no text on either side."""
    unit = open_unit(session, unit_id, seen)
    if not acts.is_empty(value_of(unit)):
        raise WrongUse(
            say("Only an empty pair can be deleted; merge this one, or exclude it from export.")
        )
    act = Act(session, unit.document, "delete", editor)
    act.withdraw(unit)
    return act.record()


def _move(session: Session, kind: str, editor: str, *moved: tuple[Unit, UnitValue]) -> Change:
    """Record units with their new values; one that was emptied by the move is withdrawn."""
    act = Act(session, moved[0][0].document, kind, editor)
    for unit, value in moved:
        act.put(unit, value)
        if acts.is_empty(value):
            act.withdraw(unit, next((other for other, _ in moved if other is not unit), None))
    return _recorded(act)


def _recorded(act: Act) -> Change:
    rescore(act)
    return act.record()


def _neighbour(session: Session, unit: Unit, direction: Direction) -> Unit:
    if direction not in ("up", "down"):
        raise WrongUse(say("A segment shifts up or down."))
    beside = neighbour(session, unit, direction)
    if beside is None:
        no_more = {
            "up": say("There is no pair before this one."),
            "down": say("There is no pair after this one."),
        }
        raise WrongUse(no_more[direction])
    return beside
