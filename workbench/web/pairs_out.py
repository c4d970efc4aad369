"""Pairs out of a project: choices before they go, the file, and what tools would trip over in it."""

from collections.abc import Callable, Sequence
from tempfile import TemporaryFile
from typing import BinaryIO

from flask import Blueprint, Flask, render_template, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.bitext import tmx
from workbench.bitext.advice import by_tool, grouped
from workbench.bitext.formats import FORMATS, Format, by_name
from workbench.bitext.report import Report
from workbench.errors import NotFound, NothingToExport, WrongUse
from workbench.services import export, projects
from workbench.storage.tables import Document, Unit
from workbench.web import underway
from workbench.web.choosing import chosen
from workbench.web.current import database, reading
from workbench.web.giving import give, give_kept, safe, spool
from workbench.web.underway import Result, Tell, Work
from workbench.web.wording import gettext as _

pages = Blueprint("pairs_out", __name__)


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/projects/<slug>/export")
def choices(slug: str) -> str:
    """What to take out and in which format."""
    with reading() as session:
        project = projects.get_project(session, slug)
        pairs = {export.pair_of(each) for each in project.documents}
        return render_template(
            "exchange/choices.html", project=project, formats=FORMATS.values(), sayable=_sayable_words(),
            pairs=[*sorted(pairs), *sorted({each[::-1] for each in pairs} - pairs)],
        )  # fmt: skip


def _sayable_words() -> dict[str, str]:
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
        total = sum(each.units for each in projects.list_documents(session, project))
        if total <= underway.MANY or request.range:
            return give(
                lambda out: _write(session, project.documents, out, form.ending),
                project.name, form.ending, form.media_type,
            )  # fmt: skip
        work = Work(_("Export"), total, url_for(".choices", slug=slug), is_file=True)
        return underway.begin(work, _spooling(slug, form))


def _spooling(slug: str, form: Format) -> Callable[[Tell], Result]:
    """What writes the file of this request, telling how far it is."""
    choices, store, place = chosen(), database(), spool()

    def act(tell: Tell) -> Result:
        with store.reading() as session:
            project = projects.get_project(session, slug)
            stream, digest = place.make(
                lambda out: export.write(session, project.documents, out, form.ending, choices, tell),
                keep=True,
            )
            stream.close()
            return "pairs_out.kept", {"digest": digest, "name": f"{safe(project.name)}.{form.ending}"}

    return act


@pages.get("/exported/<digest>/<name>")
def kept(digest: str, name: str) -> Response:
    """A file that was made before; a download of it can be resumed."""
    form = by_name(name)
    if form is None:
        raise NotFound(_("This file is no longer here: files are kept for some hours. Export it again."))
    return give_kept(
        digest, f"{safe(name.removesuffix(f'.{form.ending}'))}.{form.ending}", form.media_type
    )


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
        groups = grouped(problems)
        return render_template(
            "exchange/check.html", project=project, written=written,
            groups=groups, tools=by_tool(groups),
            places={uid: (unit_id, document_id) for uid, unit_id, document_id in found},
            total=written.counts.total() + judged.counts.total(),
            asked={**request.args.to_dict(flat=False), "format": "tmx"},
        )  # fmt: skip
