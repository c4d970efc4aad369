"""Put one finding of a pair right, where checking knows a safe mend."""

from sqlalchemy.orm import Session

from workbench.errors import NotFound, WrongUse
from workbench.services import review
from workbench.services.checking import findings_of
from workbench.storage.tables import Change, Unit
from workbench.web.wording import gettext as _


def mend(session: Session, unit_id: int, *, key: str, seen: int | None, editor: str) -> Change:
    """Write the mend of a finding into its segment; an edit like any other."""
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(_("There is no pair %(number)s.", number=unit_id))
    for each in findings_of(session, [unit])[unit_id]:
        found = each.finding
        if found.key == key and found.fix is not None and found.side and found.place is not None:
            text = getattr(unit, found.side)[found.place].text
            mended = text[: found.start] + found.fix + text[found.end :]
            return review.edit(
                session, unit_id, found.side, found.place, mended, seen=seen, editor=editor
            )
    raise WrongUse(_("This finding is not there any more, or it has no safe mend."))
