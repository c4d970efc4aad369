"""Pairs into a project: a look at the files before they come in, then all of them or none."""

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZipFile

from flask import Blueprint, Flask, current_app, flash, redirect, render_template, request, url_for
from werkzeug import Response

from workbench.bitext.archives import opened
from workbench.bitext.arriving import Arriving, Wishes, first_row
from workbench.bitext.formats import FORMATS
from workbench.bitext.tables import Columns
from workbench.errors import WrongUse
from workbench.files.archives import shown
from workbench.services import exchange, importing, projects
from workbench.services.checking import check_new
from workbench.services.exchange import Sheet
from workbench.services.importing import Ready
from workbench.services.learning import Known
from workbench.storage.bitexts import in_silence
from workbench.storage.tables import Document
from workbench.web import underway
from workbench.web.current import database, editor, reading, writing
from workbench.web.shelf import Shelf
from workbench.web.underway import Result, Tell, Work
from workbench.web.wording import gettext as _

pages = Blueprint("pairs_in", __name__)

_SHOWN = 50


def install(app: Flask) -> None:
    """Serve these pages; files that were looked at wait in the data folder for a day."""
    app.register_blueprint(pages)


@pages.get("/projects/<slug>/import")
def choose(slug: str) -> str:
    """The form for files of pairs."""
    with reading() as session:
        project = projects.get_project(session, slug)
        formats = [each.title for each in FORMATS.values() if each.read]
        return render_template("exchange/choose.html", project=project, formats=formats)


@pages.post("/projects/<slug>/import/look")
def look(slug: str) -> str:
    """Show what files hold and what is wrong with them; nothing is kept in the project yet."""
    files, token = _files()
    ready = _look(files)
    columns = first_row(ready[0].files[0]) if len(ready) == len(ready[0].files) == 1 else []
    with reading() as session:
        project = projects.get_project(session, slug)
        reviews = [
            exchange.compare(session, project, Sheet.of(each.bitext, each.report))
            for each in ready
            if request.form.get("update")
        ]
        return render_template(
            "exchange/look.html", project=project, files=files, token=token, ready=ready, shown=_SHOWN,
            columns=columns, reviews=reviews, form=request.form,
        )  # fmt: skip


@pages.post("/projects/<slug>/import")
def take(slug: str) -> Response:
    """Keep what was looked at: as documents, or as a reviewer's changes to pairs of the same ids."""
    ready = _look(_files()[0])
    if request.form.get("update"):
        return _update(slug, ready)
    total = sum(len(each.bitext.units) for each in ready)
    keep, check = _keeping(slug, ready)
    if total > underway.MANY:
        work = Work(_("Bring in pairs"), total, url_for(".choose", slug=slug))
        return underway.begin(work, keep, check)
    endpoint, values = keep(in_silence)
    check()
    return redirect(url_for(endpoint, **values), 303)


def _keeping(slug: str, ready: Sequence[Ready]) -> tuple[Callable[[Tell], Result], Callable[[], None]]:
    """What keeps the pairs of this request, all or none, and what checks them afterwards."""
    again, name, store = bool(request.form.get("again")), editor(), database()
    kept: list[Document] = []

    def act(tell: Tell) -> Result:
        with store.transaction() as session:
            project = projects.get_project(session, slug)
            kept.extend(importing.keep(session, project, ready, name, again=again, tell=tell))
        if len(kept) > 1:
            return "projects.show", {"slug": slug}
        return "desk.show", {"document_id": kept[0].id}

    def check() -> None:
        for each in kept:
            check_new(store, each.id)

    return act, check


def _update(slug: str, ready: Sequence[Ready]) -> Response:
    with writing() as session:
        project = projects.get_project(session, slug)
        count = 0
        for each in ready:
            sheet = Sheet.of(each.bitext, each.report)
            count += exchange.count(exchange.apply_sheet(session, project, sheet, editor()))
    flash(_("%(num)s pairs changed. Undo stands on the desk of each document.", num=count))
    return redirect(url_for("projects.show", slug=slug), 303)


def _look(files: Sequence[Arriving]) -> list[Ready]:
    """What the files of this request hold."""
    title = " ".join(request.form.get("title", "").split())[:200]
    lines = bool(request.form.get("lines"))
    return importing.look(files, known=_no_texts, title=title, wishes=_wishes(), lines=lines)


def _no_texts() -> Known:
    """Texts are aligned elsewhere, where a person sees their blocks first."""
    raise WrongUse(
        _(
            "There are texts among these files that hold no pairs. Add them as a document: there they "
            "are aligned."
        )
    )


def _wishes() -> Wishes:
    """What the person chose on the page."""
    form = request.form
    source, target = form.get("source_column", type=int), form.get("target_column", type=int)
    columns = None
    if source is not None and target is not None:
        columns = Columns(source, target, header=bool(form.get("header")))
    return Wishes(
        columns=columns, keep_zawgyi=bool(form.get("keep_zawgyi")), whole=bool(form.get("whole"))
    )


def _files() -> tuple[list[Arriving], str]:
    """The files of this request, or those that were looked at, and the token they wait under."""
    shelf = Shelf(current_app.config["DATA_FOLDER"])
    uploads = [each for each in request.files.getlist("file") if each.filename]
    if uploads:
        files = [Arriving(shown(each.filename or ""), each.read()) for each in uploads]
        return files, shelf.put(_packed(files), "files.zip", "")
    token = request.form.get("token", "")
    if not token:
        raise WrongUse(_("Choose a file first."))
    return _unpacked(shelf.get(token)[0]), token


def _packed(files: Sequence[Arriving]) -> bytes:
    """Some files as one, each under its number."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for number, each in enumerate(files):
            archive.writestr(f"{number}/{each.name}", each.content)
    return out.getvalue()


def _unpacked(raw: bytes) -> list[Arriving]:
    with opened(BytesIO(raw)) as archive:
        return [Arriving(each.split("/", 1)[-1], archive.read(each)) for each in archive.namelist()]
