"""The desk: both sides of a document beside each other, a page of pairs at a time."""

import re
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.services import projects, undo
from workbench.services.checking import findings_of
from workbench.storage import queries
from workbench.storage.news import last_change
from workbench.storage.overview import overview
from workbench.storage.queries import NumberedUnit
from workbench.storage.tables import Document, Unit
from workbench.web import marking, shown
from workbench.web.current import reading
from workbench.web.wording import gettext as _

pages = Blueprint("desk", __name__)


def install(app: Flask) -> None:
    """Serve this page and give its templates their filters."""
    app.register_blueprint(pages)
    shown.install(app)
    marking.install(app)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a desk a person is: the queue, its page, and the pair in hand."""

    queue: str = "all"
    page: int = 1
    unit: int | None = None

    @classmethod
    def asked(cls) -> "Place":
        """The place that this request's form or address names."""
        asked = request.values
        queue = asked.get("queue", "all")
        known = queue if queue in queries.QUEUES else "all"
        return cls(known, asked.get("page", 1, type=int), asked.get("unit", type=int))


def _went(session: Session, document: Document) -> Place:
    """The place that was asked for; `go` asks for the pair of a number, whatever the queue."""
    number = request.args.get("go", type=int)
    if number is None:
        return Place.asked()
    page = queries.page_of_units(session, document.id, number=(number - 1) // queries.PAGE_SIZE + 1)
    there = next((each.unit.id for each in page.units if each.number == number), None)
    return Place("all", page.number, there)


@pages.get("/documents/<int:document_id>")
def show(document_id: int) -> str:
    """The desk; htmx and a browser get the same page."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        return render_template("desk/page.html", **view(session, document, _went(session, document)))


@pages.get("/documents/<int:document_id>/reading")
def read(document_id: int) -> str:
    """Each side as running text in its paragraphs."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        wants = view(session, document, Place("all", Place.asked().page))
        paragraphs = paragraphs_of([each.unit for each in wants["page"].units])
        return render_template("desk/reading.html", paragraphs=paragraphs, **wants)


@pages.get("/documents/<int:document_id>/next")
def next_of(document_id: int) -> Response:
    """The desk at the next pair of a kind, after the pair in hand or from the start."""
    kind, after = request.args.get("kind", "unreviewed"), request.args.get("after", type=int)
    with reading() as session:
        projects.get_document(session, document_id)
        if after:
            found = queries.next_unit(session, document_id, after, queue=kind)
        else:
            units = queries.page_of_units(session, document_id, queue=kind, size=1).units
            found = units[0].unit.id if units else None
    if found is None:
        flash(_("There is no further pair of this kind."))
    there = found or after
    address = url_for("desk.show", document_id=document_id, kind=kind, unit=there)
    return redirect(f"{address}#unit-{there}" if there else address, 303)


def paragraphs_of(units: list[Unit]) -> list[list[Unit]]:
    """The units by the paragraph of their source; one without a source stays with the unit before it."""
    paragraphs: list[list[Unit]] = []
    block = None
    for unit in units:
        if not paragraphs or (unit.source and unit.source[0].block != block):
            paragraphs.append([])
        paragraphs[-1].append(unit)
        block = unit.source[-1].block if unit.source else block
    return paragraphs


@pages.get("/documents/<int:document_id>/map")
def map_of(document_id: int) -> str:
    """The whole document at a glance, each slice a way to its place."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        slices = overview(session, document_id)
        return render_template("desk/_map.html", document=document, slices=slices)


def view(session: Session, document: Document, place: Place) -> dict[str, Any]:
    """What the templates of the desk want to know; the form may say which pairs the browser has."""
    if place.unit is not None:
        page = queries.page_around(session, document.id, place.unit, queue=place.queue)
    else:
        page = queries.page_of_units(session, document.id, number=place.page, queue=place.queue)
    here = Place(place.queue, page.number)
    kept = _kept(page.units, request.form.get("have", ""))
    anew = [each.unit for each in page.units if each.unit.id not in kept]
    return {
        "findings": findings_of(session, anew),
        "kept": kept,
        "document": document,
        "page": page,
        "place": here,
        "now": place.unit,
        **standing(session, document.id),
    }


def _kept(units: list[NumberedUnit], have: str) -> set[int]:
    """The pairs that need no rendering: the browser has them in this version, as `id.version` each.

    One with the same source as a pair that changed may have other findings, so it is rendered.
    """
    had = set(re.findall(r"\d+\.\d+", have))
    same = {each.unit for each in units if f"{each.unit.id}.{each.unit.version}" in had}
    changed = {each.unit.source_key for each in units if each.unit not in same}
    return {unit.id for unit in same if unit.source_key not in changed}


def standing(session: Session, document_id: int) -> dict[str, Any]:
    """What changes with every act: progress, and what can be undone or redone."""
    return {
        "newest": last_change(session, document_id),
        "progress": queries.progress(session, document_id),
        "undoable": undo.undoable(session, document_id),
        "redoable": undo.redoable(session, document_id),
    }
