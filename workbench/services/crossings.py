"""Crossings: a source and a target that belong together but stand out of order.

A crossing stands beside the ladder and moves nothing: the pair with the source names the pair with the
target, and an export joins them.
"""

from sqlalchemy.orm import Session

from workbench.errors import NotFound, WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit
from workbench.storage.tables import Change, Unit


def cross(session: Session, unit_id: int, other_id: int, *, seen: int | None, editor: str) -> Change:
    """Mark that the only side of this pair and the only, other side of another belong together."""
    unit = open_unit(session, unit_id, seen)
    other = session.get(Unit, other_id)
    if other is None or other.document_id != unit.document_id or other.withdrawn:
        raise NotFound(say("The other pair is not in this document any more."))
    if _sides(unit) + _sides(other) not in (["source", "target"], ["target", "source"]):
        raise WrongUse(
            say("A crossing joins a pair that has only a source and one that has only a target.")
        )
    if unit.crosses_id or other.crosses_id:
        raise WrongUse(say("One of these pairs is marked as crossing already; take that off first."))
    act = Act(session, unit.document, "cross", editor)
    act.touch(unit).crosses_id, act.touch(other).crosses_id = other.id, unit.id
    return act.record()


def uncross(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Take the crossing off a pair and its partner."""
    unit = open_unit(session, unit_id, seen)
    if unit.crosses_id is None:
        raise WrongUse(say("This pair is not marked as crossing."))
    act = Act(session, unit.document, "uncross", editor)
    partner = session.get_one(Unit, unit.crosses_id)
    act.touch(unit).crosses_id = act.touch(partner).crosses_id = None
    return act.record()


def _sides(unit: Unit) -> list[str]:
    return [side for side in ("source", "target") if getattr(unit, side)]
