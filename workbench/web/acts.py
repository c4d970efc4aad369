"""What a person does on the desk: each act is a form, its answer the pair, or the page when pairs moved.

A form carries `seen`, the version of the pair it was made from, and what its fields hold: a text that
differs is saved first (`fields`), so that no typing is lost whichever button was pressed.
"""

import re
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, request
from werkzeug import Response
from werkzeug.exceptions import NotFound

from workbench.errors import EditConflict, WrongUse
from workbench.services import aligning, blocks, checking, crossings, review, stretches, structure, undo
from workbench.storage.tables import Change
from workbench.web import answers, far
from workbench.web.current import database, editor, reading, writing
from workbench.web.fields import REASON, save_fields
from workbench.web.mending import mend
from workbench.web.shown import said
from workbench.web.wording import gettext as _

pages = Blueprint("acts", __name__)

Asked = Callable[[], dict[str, Any]]


def install(app: Flask) -> None:
    """Serve these acts."""
    app.register_blueprint(pages)


def _number(name: str) -> int:
    return request.form.get(name, 0, type=int)


def _nothing() -> dict[str, Any]:
    return {}


def _side() -> dict[str, Any]:
    return {"side": request.form.get("side", "target")}


def _key() -> dict[str, Any]:
    return {"key": request.form.get("key", "")}


def _reason() -> str:
    return request.form.get(REASON + request.form.get("key", ""), "")


def _caret() -> dict[str, Any]:
    return {**_side(), "place": _number("place"), "offset": _number("offset")}


def _proposed() -> dict[str, Any]:
    """The break that was chosen from the list, as `side:place:offset`."""
    found = re.fullmatch(r"(source|target):(\d{1,6}):(\d{1,6})", request.form.get("break", ""))
    if found is None:
        raise WrongUse(_("Choose a place to split at, or put the caret there."))
    return {"side": found[1], "place": int(found[2]), "offset": int(found[3])}


def _block() -> dict[str, Any]:
    """The block by one of its sentences, as `side:place`; what is left blank stays as it is."""
    found = re.fullmatch(r"(source|target):(\d{1,6})", request.form.get("block", ""))
    if found is None:
        raise WrongUse(_("Choose a sentence of the block first."))
    asked = {name: request.form.get(name) or None for name in ("kind", "language")}
    return {"side": found[1], "place": int(found[2]), **asked}


def _seam() -> dict[str, Any]:
    """The sentence that was chosen from the list to be joined with the next, as `side:place`."""
    found = re.fullmatch(r"(source|target):(\d{1,6})", request.form.get("seam", ""))
    if found is None:
        raise WrongUse(_("Choose which two sentences of the pair are to be joined."))
    return {"side": found[1], "place": int(found[2])}


def _kept() -> dict[str, Any]:
    return {"source_place": _number("source_place"), "target_place": _number("target_place")}


IN_PLACE: dict[str, tuple[Callable[..., Change], Asked]] = {
    "confirm": (review.confirm, _nothing),
    "reject": (review.reject, _nothing),
    "needs_review": (review.needs_review, _nothing),
    "reopen": (review.reopen, _nothing),
    "restore": (review.restore, lambda: {"revision_id": _number("revision")}),
    "bookmark": (review.bookmark, lambda: {"on": True}),
    "unbookmark": (review.bookmark, lambda: {"on": False}),
    "exclude": (review.exclude, lambda: {"on": True}),
    "include": (review.exclude, lambda: {"on": False}),
    "comment": (review.comment, lambda: {"text": request.form.get("comment", "")}),
    "remove_comment": (review.remove_comment, lambda: {"place": _number("comment_place")}),
    "dismiss": (checking.dismiss, lambda: {**_key(), "reason": _reason()}),
    "bring_back": (checking.bring_back, lambda: _key()),
    "mend": (mend, lambda: _key()),
    "split": (structure.split, _caret),
    "split_at": (structure.split, _proposed),
    "join": (structure.join, _seam),
    "recut": (structure.recut, _side),
}
"""Acts that change one pair where it stands, each with what it asks of the form."""

DECISIONS = ("confirm", "reject", "needs_review")
"""After these a person goes on to the next pair."""

MOVING: dict[str, tuple[Callable[..., Change], Asked]] = {
    "merge": (structure.merge, _nothing),
    "merge_side": (structure.merge_side, _side),
    "cut": (structure.cut, _kept),
    "shift_up": (structure.shift, lambda: {**_side(), "direction": "up"}),
    "shift_down": (structure.shift, lambda: {**_side(), "direction": "down"}),
    "shift_column_up": (stretches.shift_column, lambda: {**_side(), "direction": "up"}),
    "shift_column_down": (stretches.shift_column, lambda: {**_side(), "direction": "down"}),
    "change_block": (blocks.change_block, _block),
    "cross": (far.cross, _nothing),
    "uncross": (crossings.uncross, _nothing),
    "insert": (structure.insert, _nothing),
    "delete": (structure.delete, _nothing),
}
"""Acts that move segments between pairs, or add and take away pairs."""

ALIGNING: dict[str, Callable[..., Change]] = {"realign": aligning.realign, "pin": far.pin}
"""Acts that take a while, and hold nobody up meanwhile: they open the database themselves."""


@pages.get("/units/<int:unit_id>")
def show(unit_id: int) -> Response:
    """The pair as it now stands."""
    with reading() as session:
        return answers.in_place(session, unit_id)


@pages.post("/units/<int:unit_id>/edit")
def edit(unit_id: int) -> Response:
    """Save the typing and nothing else."""
    try:
        with writing() as session:
            change, _seen = save_fields(session, unit_id)
            return answers.in_place(session, unit_id, said(change, _number("number")), change)
    except EditConflict as conflict:
        return answers.conflict(unit_id, conflict)


@pages.post("/units/<int:unit_id>/<act>")
def do(unit_id: int, act: str) -> Response:
    """Save the typing, do the act, and answer with what changed."""
    if act in ALIGNING:
        return _align(unit_id, act)
    service, asked = (IN_PLACE | MOVING).get(act, (None, _nothing))
    if service is None:
        raise NotFound
    try:
        with writing() as session:
            _change, seen = save_fields(session, unit_id, but=act)
            change = service(session, unit_id, **asked(), seen=seen, editor=editor())
            words = said(change, _number("number"))
            if act in IN_PLACE:
                go_on = act in DECISIONS and "stay" not in request.form
                return answers.in_place(session, unit_id, words, change, go_on=go_on)
            return answers.moved(session, change, words, now=unit_id)
    except EditConflict as conflict:
        return answers.conflict(unit_id, conflict)


def _align(unit_id: int, act: str) -> Response:
    """Save the typing, align, and answer with what changed, each by itself."""
    try:
        with writing() as session:
            _change, seen = save_fields(session, unit_id)
        change = ALIGNING[act](database(), unit_id, seen=seen, editor=editor())
    except EditConflict as conflict:
        return answers.conflict(unit_id, conflict)
    with reading() as session:
        kept = session.get(Change, change.id) if change.id else None
        words = said(kept, _number("number"))
        return answers.moved(session, kept or change, words, now=unit_id)


@pages.post("/documents/<int:document_id>/<any(undo, redo):turn>")
def turn_back(document_id: int, turn: str) -> Response:
    """Take back the last act, or bring it again, and show where that was."""
    with writing() as session:
        service = undo.undo if turn == "undo" else undo.redo
        change = service(session, document_id, seen=_number("seen"), editor=editor())
        there = next((each.unit_id for each in change.revisions if not each.unit.withdrawn), None)
        return answers.moved(session, change, said(change), now=there, follow=True)
