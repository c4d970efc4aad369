"""What others do at the same desk: told by server-sent events, and by polling where those cannot be had.

An event says only that there is news; the page then asks for it as it asks when polling. Each stream
holds a thread of the server, so there are few of them and each ends after a while; a browser that gets
none goes on polling.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

from flask import Blueprint, Flask, make_response, render_template, request
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.services import projects
from workbench.services.checking import sources_touched
from workbench.storage import Database
from workbench.storage.news import changes_after, last_change
from workbench.storage.tables import Change
from workbench.web.acts import IN_PLACE
from workbench.web.current import database, named, reading
from workbench.web.desk import Place, view
from workbench.web.shown import said
from workbench.web.wording import gettext as _

pages = Blueprint("news", __name__)

STREAMS = 4
"""So many streams at once, of the server's threads."""
_SECONDS = 55
_LOOK_EVERY = 1.0
_STAYING = {*IN_PLACE, "edit"}
_slots = threading.BoundedSemaphore(STREAMS)


def install(app: Flask) -> None:
    """Serve these answers."""
    app.register_blueprint(pages)


@pages.get("/documents/<int:document_id>/news")
def since(document_id: int) -> Response:
    """The pairs that changed since a change, or the page when pairs moved; 204 when nothing happened."""
    after = request.args.get("since", 0, type=int)
    with reading() as session:
        changes = changes_after(session, document_id, after)
        if not changes:
            return Response(status=204)
        moved = any(_kind(each) not in _STAYING for each in changes)
        if moved and request.args.get("busy"):
            return Response(status=204)  # nothing moves under somebody's hands; it is told again later
        return _news(session, document_id, changes, moved)


@pages.get("/documents/<int:document_id>/events")
def events(document_id: int) -> Response:
    """A stream with one event for each time something happened; 204 when all streams are taken."""
    with reading() as session:
        projects.get_document(session, document_id)
    if not _slots.acquire(blocking=False):
        return Response(status=204)
    stream = Response(_events(database(), document_id), mimetype="text/event-stream")
    stream.call_on_close(_slots.release)
    return stream


def _events(store: Database, document_id: int) -> Iterator[str]:
    end, seen = time.monotonic() + _SECONDS, -1
    while time.monotonic() < end:
        with store.reading() as session:
            newest = last_change(session, document_id)
        yield f"data: {newest}\n\n" if 0 <= seen < newest else ": still here\n\n"
        seen = newest
        time.sleep(_LOOK_EVERY)


def _news(session: Session, document_id: int, changes: list[Change], moved: bool) -> Response:
    document = projects.get_document(session, document_id)
    place = Place.asked()
    touched = {revision.unit_id for each in changes for revision in each.revisions}
    sources = frozenset(sources_touched(changes))
    words = _("%(editor)s: %(act)s", editor=named(changes[-1].editor), act=said(changes[-1]))
    return make_response(
        render_template(
            "desk/_news.html",
            touched=touched,
            moved=moved,
            said=words,
            sources=sources,
            **view(session, document, replace(place, unit=None)),
        )
    )


def _kind(change: Change) -> str:
    return change.undoes.kind if change.undoes is not None else change.kind
