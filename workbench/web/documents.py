"""Add a document: two files or two pasted texts, read and aligned before the database is opened."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug import Response

from workbench.bitext.acts import Side
from workbench.bitext.build import build
from workbench.bitext.units import Bitext
from workbench.errors import WrongUse
from workbench.services import intake, projects, staging
from workbench.services.checking import check_new
from workbench.services.intake import Incoming
from workbench.services.learning import known
from workbench.web.current import database, editor, reading, writing
from workbench.web.wording import gettext as _

pages = Blueprint("documents", __name__)

_LONGEST_TITLE = 200


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/projects/<slug>/add")
def new(slug: str) -> str:
    """The form for two files or two texts."""
    with reading() as session:
        project = projects.get_project(session, slug)
        waiting = staging.waiting(session, project)
        return render_template("documents/new.html", project=project, waiting=waiting)


@pages.post("/projects/<slug>/add")
def add(slug: str) -> Response:
    """Read, segment and align before anything is written."""
    source, target = _incoming("source", _("English")), _incoming("target", _("Burmese"))
    names = source.filename, target.filename
    with reading() as session:
        project = projects.get_project(session, slug)
        knowledge = known(session, project)
    bitext = build(source.content, target.content, title=_title(source), names=names, **knowledge)
    return _kept(slug, bitext, (source, target))


@pages.post("/documents/<int:document_id>/swap")
def swap(document_id: int) -> Response:
    """Bring the two texts of a document in once more, each in the other's place."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        slug, title = document.project.slug, document.title
        source, target = intake.turned(document)
        knowledge = known(session, document.project)
    names = source.filename, target.filename
    bitext = build(source.content, target.content, title=title, names=names, **knowledge)
    return _kept(slug, bitext, (source, target))


def _kept(slug: str, bitext: Bitext, files: tuple[Incoming, Incoming]) -> Response:
    """Keep a document in one short transaction, and go to its desk."""
    with writing() as session:
        project = projects.get_project(session, slug)
        document = intake.add_document(session, project, bitext, files, editor())
    check_new(database(), document.id)
    return redirect(url_for("desk.show", document_id=document.id), 303)


def _incoming(side: Side, language: str) -> Incoming:
    """The file of this side, or else the pasted text."""
    upload = request.files.get(side)
    if upload is not None and upload.filename:
        return Incoming(side, upload.filename, upload.read())
    pasted = request.form.get(f"{side}_text", "")
    if not pasted.strip():
        raise WrongUse(
            _("The %(language)s text is missing: choose a file or paste it.", language=language)
        )
    return Incoming(side, "", pasted.encode())


def _title(source: Incoming) -> str:
    """What the person wrote, or the name of the file, or the text's first words."""
    written = " ".join(request.form.get("title", "").split())
    named = source.filename.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")
    first = " ".join(source.content[:200].decode(errors="replace").split()[:8])
    return (written or named or first)[:_LONGEST_TITLE]
