"""Acts with a pair that stands far away: the form names it by its number in the document."""

from flask import request
from sqlalchemy.orm import Session

from workbench.errors import NotFound, WrongUse
from workbench.services import crossings, stretches
from workbench.storage import queries
from workbench.storage.tables import Change, Unit
from workbench.web.wording import gettext as _


def pin(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Hold the first source sentence of this pair and the first target sentence of the other."""
    return stretches.pin(session, unit_id, 0, _other(session, unit_id), 0, seen=seen, editor=editor)


def cross(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Mark that this pair and the other belong together, out of order."""
    return crossings.cross(session, unit_id, _other(session, unit_id), seen=seen, editor=editor)


def _other(session: Session, unit_id: int) -> int:
    """The id of the pair whose number the form names."""
    number = request.form.get("other", type=int)
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(f"There is no pair {unit_id}.")
    page = queries.page_of_units(session, unit.document_id, number=number or 0, size=1)
    if not page.units or page.units[0].number != number:
        raise WrongUse(_("Write the number of the other pair first."))
    return page.units[0].unit.id
