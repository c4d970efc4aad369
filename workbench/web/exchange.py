"""Pairs in and out of a project: a look at a file before it comes in, choices before one goes out."""

from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import BinaryIO

from flask import (
    Blueprint,
    Flask,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.bitext import tmx
from workbench.bitext.arriving import Arrival, Arriving, Wishes, arrive, first_row
from workbench.bitext.formats import FORMATS
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns
from workbench.errors import NothingToExport, WrongUse
from workbench.services import exchange, export, projects
from workbench.services.checking import check_new
from workbench.services.exchange import Sheet
from workbench.storage.tables import Document, Unit
from workbench.web.choosing import chosen
from workbench.web.current import database, editor, reading, writing
from workbench.web.giving import give
from workbench.web.shelf import Shelf
from workbench.web.wording import gettext as _

pages = Blueprint("exchange", __name__)

_SHOWN = 50
_SHELF = "workbench.arriving"


def install(app: Flask) -> None:
    """Serve these pages; files that were looked at wait in the data folder for a day."""
    app.register_blueprint(pages)


def _shelf() -> Shelf:
    return Shelf(current_app.config["DATA_FOLDER"])


@pages.get("/projects/<slug>/import")
def choose(slug: str) -> str:
    """The form for a file of pairs."""
    with reading() as session:
        project = projects.get_project(session, slug)
        formats = [each.title for each in FORMATS.values() if each.read]
        return render_template("exchange/choose.html", project=project, formats=formats)


@pages.post("/projects/<slug>/import/look")
def look(slug: str) -> str:
    """Show what a file holds and what is wrong with it; nothing is kept in the project yet."""
    file, token = _file()
    arrival = arrive([file], title=_title(file), wishes=_wishes())
    with reading() as session:
        project = projects.get_project(session, slug)
        review = None
        if request.form.get("update"):
            review = exchange.compare(session, project, Sheet.of(arrival.bitext, arrival.report))
        return render_template(
            "exchange/look.html", project=project, file=file, token=token, arrival=arrival, shown=_SHOWN,
            columns=first_row(file), review=review, form=request.form,
        )  # fmt: skip


@pages.post("/projects/<slug>/import")
def take(slug: str) -> Response:
    """Keep what was looked at: as a document, or as a reviewer's changes to pairs of the same ids."""
    file, _token = _file()
    arrival = arrive([file], title=_title(file), wishes=_wishes())
    if request.form.get("update"):
        return _update(slug, arrival)
    with writing() as session:
        project = projects.get_project(session, slug)
        again = bool(request.form.get("again"))
        document = exchange.bring_in(session, project, arrival, [file], editor(), again=again)
    check_new(database(), document.id)
    return redirect(url_for("desk.show", document_id=document.id), 303)


def _update(slug: str, arrival: Arrival) -> Response:
    with writing() as session:
        project = projects.get_project(session, slug)
        changes = exchange.apply_sheet(
            session, project, Sheet.of(arrival.bitext, arrival.report), editor()
        )
        count = exchange.count(changes)
    flash(_("%(num)s pairs changed. Undo stands on the desk of each document.", num=count))
    return redirect(url_for("projects.show", slug=slug), 303)


def _file() -> tuple[Arriving, str]:
    """The file of this request, or the one that was looked at, and the token it waits under."""
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        file = Arriving(upload.filename, upload.read())
        return file, _shelf().put(file.content, file.name, "")
    token = request.form.get("token", "")
    if not token:
        raise WrongUse(_("Choose a file first."))
    content, name, _verdicts = _shelf().get(token)
    return Arriving(request.form.get("name") or name, content), token


def _title(file: Arriving) -> str:
    written = " ".join(request.form.get("title", "").split())
    named = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")
    return (written or named)[:200]


def _wishes() -> Wishes:
    """What the person chose on the page."""
    form = request.form
    places = form.get("source_column", type=int), form.get("target_column", type=int)
    columns = None
    if places[0] is not None and places[1] is not None:
        columns = Columns(places[0], places[1], header=bool(form.get("header")))
    return Wishes(
        columns=columns, keep_zawgyi=bool(form.get("keep_zawgyi")), whole=bool(form.get("whole"))
    )


@pages.get("/projects/<slug>/export")
def choices(slug: str) -> str:
    """What to take out and in which format."""
    with reading() as session:
        project = projects.get_project(session, slug)
        pairs = {export.pair_of(each) for each in project.documents}
        return render_template(
            "exchange/choices.html", project=project, formats=FORMATS.values(), said=_said_words(),
            pairs=[*sorted(pairs), *sorted({each[::-1] for each in pairs} - pairs)],
        )  # fmt: skip


def _said_words() -> dict[str, str]:
    """What can be left unsaid of a pair, in the reader's words."""
    return {
        "score": _("the score"),
        "notes": _("the comments"),
        "props": _("what the file it came from said of it"),
        "status": _("TMX: the status"),
        "blocks": _("TMX: the blocks"),
    }


@pages.get("/projects/<slug>/export/file")
def download(slug: str) -> Response:
    """The pairs in the chosen format."""
    form = FORMATS.get(request.args.get("format", ""))
    if form is None:
        raise WrongUse(_("Choose one of the formats."))
    with reading() as session:
        project = projects.get_project(session, slug)
        return give(
            lambda out: _write(session, project.documents, out, form.ending),
            project.name, form.ending, form.media_type,
        )  # fmt: skip


def _write(session: Session, documents: Sequence[Document], stream: BinaryIO, ending: str) -> Report:
    """Write what the address asks for."""
    if not documents:
        raise NothingToExport(_("This project has no document yet."))
    return export.write(session, documents, stream, ending, chosen())


@pages.get("/projects/<slug>/export/check")
def check(slug: str) -> str:
    """Will this TMX work? What each tool would trip over, each with the pair it stands in."""
    with reading() as session, TemporaryFile() as stream:
        project = projects.get_project(session, slug)
        written = _write(session, project.documents, stream, "tmx")
        judged = tmx.validate(stream)
        problems = [*written.problems, *judged.problems][:500]
        uids = {problem.unit for problem in problems}
        places = select(Unit.uid, Unit.id, Unit.document_id).join(Document)
        found = session.execute(places.where(Document.project_id == project.id, Unit.uid.in_(uids)))
        return render_template(
            "exchange/check.html", project=project, written=written, problems=problems,
            places={uid: (unit_id, document_id) for uid, unit_id, document_id in found},
            total=written.counts.total() + judged.counts.total(),
            asked={**request.args.to_dict(flat=False), "format": "tmx"},
        )  # fmt: skip
