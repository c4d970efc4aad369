"""What stands beside a pair: the memory, the terms, and its history with each earlier text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, Flask, redirect, render_template, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.bitext.acts import SIDES, Side
from workbench.errors import EditConflict, NotFound
from workbench.services import undo
from workbench.storage import queries
from workbench.storage.tables import Change, Revision, Unit
from workbench.web import answers, memory
from workbench.web.current import reading, writing
from workbench.web.desk import Place
from workbench.web.difference import Kind, difference
from workbench.web.fields import save_fields
from workbench.web.htmx import wants_piece
from workbench.web.wording import gettext as _

pages = Blueprint("beside", __name__)

LAST = 20
"""So many of the newest revisions are shown."""


def install(app: Flask) -> None:
    """Serve this page."""
    app.register_blueprint(pages)


@dataclass(frozen=True, slots=True)
class Past:
    """One line of a pair's history: what was done, and what it changed of the texts it found."""

    revision: int
    kind: str
    editor: str
    at: datetime
    changed: dict[Side, list[tuple[Kind, str]]]


@pages.get("/units/<int:unit_id>/beside")
def show(unit_id: int) -> str:
    """The panel for htmx, else a page of its own."""
    with reading() as session:
        template = "desk/_beside.html" if wants_piece() else "desk/beside.html"
        return render_template(template, place=Place.asked(), **_beside(session, unit_id))


@pages.post("/units/<int:unit_id>/look")
def look(unit_id: int) -> Response:
    """Save the typing, then show the page of what stands beside the pair."""
    try:
        with writing() as session:
            save_fields(session, unit_id)
    except EditConflict as conflict:
        return answers.conflict(unit_id, conflict)
    place = Place.asked()
    address = url_for("beside.show", unit_id=unit_id, **place.way, page=place.page)
    if wants_piece():
        return Response(status=204, headers={"HX-Redirect": address})
    return redirect(address, 303)


def _beside(session: Session, unit_id: int) -> dict[str, Any]:
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(_("There is no pair %(number)s.", number=unit_id))
    past = [(each.change_id, _past(each)) for each in undo.history(session, unit_id)[:LAST]]
    past += [(each.id, _past_of_all(each)) for each in undo.imports_of(session, unit)]
    number = queries.numbers_of(session, unit.document_id, [unit_id])[unit_id]
    return {
        "unit": unit,
        "number": number,
        "document": unit.document,
        "past": [each for _, each in sorted(past, key=lambda each: -each[0])[:LAST]],
        **memory.beside(session, unit),
    }


def _past(revision: Revision) -> Past:
    before, after = _texts(revision.before), _texts(revision.after)
    changed = {
        side: difference(" ".join(before[side]), " ".join(after[side]))
        for side in SIDES
        if before[side] != after[side] and revision.before is not None
    }
    change = revision.change
    return Past(revision.id, change.kind, change.editor, change.at, changed)


def _past_of_all(change: Change) -> Past:
    """An act on all units of the document, which changed no text of them."""
    return Past(0, change.kind, change.editor, change.at, {})


def _texts(state: dict[str, Any] | None) -> dict[Side, list[str]]:
    """The texts of each side in a kept state."""
    return {side: [each["text"] for each in (state or {}).get(side, [])] for side in SIDES}
