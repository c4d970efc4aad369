"""The desk: both sides of a document beside each other, a page of pairs at a time."""

import re
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.services import intake, projects, undo
from workbench.services.checking import findings_of
from workbench.storage import queries
from workbench.storage.news import last_change
from workbench.storage.overview import overview
from workbench.storage.queries import NumberedUnit
from workbench.storage.tables import Document, Unit
from workbench.web import buttons, cuts, marking, shown
from workbench.web.current import reading
from workbench.web.wording import gettext as _

pages = Blueprint("desk", __name__)

LONGEST_WORDS = 200
"""Characters of the words that pairs are looked for by."""


def install(app: Flask) -> None:
    """Serve this page and give its templates their filters."""
    app.register_blueprint(pages)
    shown.install(app)
    marking.install(app)
    buttons.install(app)
    cuts.install(app)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a desk a person is: the queue, the words looked for in it, its page, the pair in hand."""

    queue: str = "all"
    page: int = 1
    unit: int | None = None
    having: str = ""

    @classmethod
    def asked(cls) -> "Place":
        """The place that this request's form or address names."""
        asked = request.values
        queue = asked.get("queue", "all")
        known = queue if queue in queries.QUEUES else "all"
        having = asked.get("having", "").strip()[:LONGEST_WORDS]
        return cls(known, asked.get("page", 1, type=int), asked.get("unit", type=int), having)

    @property
    def way(self) -> dict[str, Any]:
        """The queue and the words as an address carries them."""
        return {"queue": self.queue, "having": self.having or None}


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
        wants = view(session, document, _went(session, document))
        return render_template("desk/page.html", **wants, swapped=intake.looks_swapped(document))


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
    """The whole document at a glance, each slice a way to its place, and how many pairs a queue has."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        slices, counts = overview(session, document_id), queries.counts(session, document_id)
        return render_template("desk/_map.html", document=document, slices=slices, counts=counts)


def view(
    session: Session, document: Document, place: Place, touched: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """What the templates of the desk want to know; the form may say which pairs the browser has.

    `touched` are the keys of the sources that an act has touched.
    """
    wanted: dict[str, Any] = {"queue": place.queue, "words": place.having}
    if place.unit is not None:
        page = queries.page_around(session, document.id, place.unit, **wanted)
    else:
        page = queries.page_of_units(session, document.id, number=place.page, **wanted)
    here = replace(place, page=page.number, unit=None)
    kept = _kept(page.units, touched)
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


def had() -> dict[int, int]:
    """The pairs that the browser says it has, by id with their version."""
    found = re.findall(r"(\d{1,18})\.(\d{1,9})(?!\S)", request.form.get("have", ""))
    return {int(unit): int(version) for unit, version in found}


def _kept(units: list[NumberedUnit], touched: frozenset[str]) -> set[int]:
    """The pairs that need no rendering: the browser has them in this version.

    One with the same source as a pair that changed may have other findings, so it is rendered.
    """
    have = had()
    same = {each.unit for each in units if have.get(each.unit.id) == each.unit.version}
    changed = {each.unit.source_key for each in units if each.unit not in same} | touched
    return {unit.id for unit in same if unit.source_key not in changed}


def standing(session: Session, document_id: int) -> dict[str, Any]:
    """What changes with every act: progress, and what can be undone or redone."""
    return {
        "newest": last_change(session, document_id),
        "progress": queries.progress(session, document_id),
        "undoable": undo.undoable(session, document_id),
        "redoable": undo.redoable(session, document_id),
    }
