"""Acts with a pair that stands far away: the form names it by its number in the document."""

from flask import request
from sqlalchemy.orm import Session

from workbench.errors import NotFound, WrongUse
from workbench.services import aligning, crossings
from workbench.storage import Database, queries
from workbench.storage.tables import Change, Unit
from workbench.web.wording import gettext as _


def pin(store: Database, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Hold a source sentence of this pair and a target sentence of the other, `12.2` for its second."""
    place = request.form.get("pinned", 0, type=int)
    number, _dot, sentence = request.form.get("other", "").partition(".")
    other_place = _whole(sentence, 1) - 1
    with store.reading() as session:
        other = _other(session, unit_id, number)
    return aligning.pin(store, unit_id, place, other, other_place, seen=seen, editor=editor)


def cross(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Mark that this pair and the other belong together, out of order."""
    other = _other(session, unit_id, request.form.get("other", ""))
    return crossings.cross(session, unit_id, other, seen=seen, editor=editor)


def _other(session: Session, unit_id: int, named: str) -> int:
    """The id of the pair whose number the form names."""
    number = _whole(named.strip(), 0)
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(_("There is no pair %(number)s.", number=unit_id))
    page = queries.page_of_units(session, unit.document_id, number=number, size=1)
    if not page.units or page.units[0].number != number:
        raise WrongUse(_("Write the number of the other pair first."))
    return page.units[0].unit.id


def _whole(text: str, usual: int) -> int:
    """The number that a text is; `usual` where it is none that a pair or a sentence can have."""
    return int(text) if text.isdecimal() and len(text) < 10 else usual
