"""Change many pairs as one act: say what, look at every change, then do exactly that.

The look is an address (it changes nothing); doing it sends the same wishes and the token of the look.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.bitext.acts import SIDES, Side
from workbench.bitext.searching import Search
from workbench.bitext.units import join
from workbench.errors import WrongUse
from workbench.segment import CutException, Segment
from workbench.services import bulk, projects
from workbench.services.bulk import Plan, Proposed, Scope
from workbench.services.exceptions import exceptions_of
from workbench.storage import queries
from workbench.storage.tables import Document
from workbench.web.current import editor, reading, writing
from workbench.web.difference import Kind, difference
from workbench.web.shown import said
from workbench.web.wording import gettext as _

pages = Blueprint("many", __name__)

Wishes = Mapping[str, str]


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair that would change: each side as a difference, and whether it would be confirmed."""

    number: int
    unit_id: int
    sides: dict[Side, list[tuple[Kind, str]]]
    confirms: bool


def _score(wishes: Wishes) -> float:
    try:
        score = float(wishes.get("score", ""))
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise WrongUse(_("A score is a number from 0 to 1, as 0.95."))
    return score


def _replacing(wishes: Wishes) -> Plan:
    search = Search(wishes.get("words", ""), "regex" in wishes, "case" in wishes)
    side = wishes.get("side")
    return bulk.replace_text(search, wishes.get("by", ""), side if side in SIDES else "both")


PLANS: dict[str, Callable[[Wishes, Sequence[CutException]], Plan]] = {
    "confirm": lambda wishes, _exceptions: bulk.confirm_above(
        _score(wishes), even_with_findings="even" in wishes
    ),
    "convert": lambda _wishes, _exceptions: bulk.convert_zawgyi(),
    "mend": lambda _wishes, _exceptions: bulk.mend(),
    "replace": lambda wishes, _exceptions: _replacing(wishes),
    "recut": lambda _wishes, exceptions: bulk.recut(exceptions),
}
"""The acts on many pairs, each with what it takes from the form, or from its project."""


@pages.get("/documents/<int:document_id>/many")
def look(document_id: int) -> str:
    """The form, and what it would change once an act is chosen."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        wants: dict[str, Any] = {"document": document, "wishes": request.args, "queues": queries.QUEUES}
        if request.args.get("act") in PLANS:
            plan = _plan(session, document, request.args)
            seen = bulk.preview(session, document_id, plan, _scope(request.args))
            wants |= {"preview": seen, "rows": [_row(each, plan) for each in seen.changes]}
        return render_template("desk/many.html", **wants)


@pages.post("/documents/<int:document_id>/many")
def do(document_id: int) -> Response:
    """Do what was seen, as one act that one undo takes back."""
    with writing() as session:
        wishes = request.form
        change = bulk.apply(
            session,
            document_id,
            _plan(session, projects.get_document(session, document_id), wishes),
            _scope(wishes),
            seen=wishes.get("token"),
            editor=editor(),
        )
        flash(said(change))
    return redirect(url_for("desk.show", document_id=document_id), 303)


def _plan(session: Session, document: Document, wishes: Wishes) -> Plan:
    if wishes.get("act", "") not in PLANS:
        raise WrongUse(_("Choose what is to be done."))
    return PLANS[wishes["act"]](wishes, exceptions_of(session, document.project))


def _scope(wishes: Wishes) -> Scope:
    queue = wishes.get("queue", "all")
    return Scope(
        queue if queue in queries.QUEUES else "all", _whole(wishes, "first"), _whole(wishes, "last")
    )


def _whole(wishes: Wishes, name: str) -> int | None:
    """The pair's number in a field; None when it is empty."""
    text = wishes.get(name, "").strip()
    if text and not (text.isdecimal() and len(text) < 10 and int(text) > 0):
        raise WrongUse(_("A pair has a number, as 12."))
    return int(text) if text else None


def _row(each: Proposed, plan: Plan) -> Row:
    shown = _parted if plan.kind == "recut_many" else join
    sides = {
        side: difference(shown(getattr(each.unit, side)), shown(getattr(each.value, side)))
        for side in SIDES
    }
    return Row(each.number, each.unit.id, sides, each.unit.status != each.value.status)


def _parted(segments: tuple[Segment, ...]) -> str:
    """The sentences of a side with a bar between, for acts that move nothing but the cuts."""
    return " | ".join(each.text for each in segments)
