"""The glossary of a project: a list to add to and to change; files in after a look, and out."""

from io import BytesIO

from flask import Blueprint, Flask, flash, redirect, render_template, request, send_file, url_for
from werkzeug import Response

from workbench.errors import WrongUse
from workbench.services import glossary, glossary_files, projects
from workbench.storage.tables import Term
from workbench.web.current import editor, reading, writing
from workbench.web.turning import check_again, turns
from workbench.web.wording import gettext as _
from workbench.web.wording import ngettext

pages = Blueprint("glossary", __name__)

_ENDINGS = {"csv": "csv", "tbx": "tbx", "tab": "txt"}


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/projects/<slug>/glossary")
def show(slug: str) -> str:
    """The terms by letter, all or those that hold some words; a deleted one can be brought back."""
    words = request.args.get("words", "")
    with reading() as session:
        project = projects.get_project(session, slug)
        number = request.args.get("page", 1, type=int)
        gone = session.get(Term, request.args.get("deleted", 0, type=int))
        return render_template(
            "glossary/page.html",
            project=project,
            words=words,
            page=glossary.page_of_terms(session, project, words=words, number=number),
            languages=glossary.languages_of(session, project),
            **turns(session, project),
            gone=gone if gone and gone.withdrawn and gone.project_id == project.id else None,
        )


@pages.post("/projects/<slug>/glossary")
def add(slug: str) -> Response:
    """Keep a new term; with `unit` it came from the desk, and there one goes back."""
    with writing() as session:
        project = projects.get_project(session, slug)
        term = glossary.add_term(session, project, *_texts(), editor=editor())
        flash(_("“%(term)s” is in the glossary.", term=term.source))
    check_again(term.project_id)
    unit_id, document_id = (request.form.get(each, type=int) for each in ("unit", "document"))
    if unit_id and document_id:
        desk = url_for("desk.show", document_id=document_id, unit=unit_id)
        return redirect(f"{desk}#unit-{unit_id}", 303)
    return redirect(url_for(".show", slug=slug), 303)


@pages.get("/terms/<int:term_id>")
def edit(term_id: int) -> str:
    """The form of one term."""
    with reading() as session:
        term = glossary.get_term(session, term_id)
        return render_template("glossary/term.html", term=term, project=term.project)


@pages.post("/terms/<int:term_id>")
def save(term_id: int) -> Response:
    """Write a term anew."""
    with writing() as session:
        term = glossary.edit_term(session, term_id, *_texts(), seen=_seen(), editor=editor())
        flash(_("“%(term)s” is saved.", term=term.source))
        there = url_for(".show", slug=term.project.slug)
    check_again(term.project_id)
    return redirect(there, 303)


@pages.post("/terms/<int:term_id>/delete")
def delete(term_id: int) -> Response:
    """Take a term out; the page offers to bring it back."""
    with writing() as session:
        term = glossary.delete_term(session, term_id, seen=_seen(), editor=editor())
        there = url_for(".show", slug=term.project.slug, deleted=term.id)
    check_again(term.project_id)
    return redirect(there, 303)


@pages.post("/terms/<int:term_id>/restore")
def restore(term_id: int) -> Response:
    """Bring a deleted term back."""
    with writing() as session:
        term = glossary.restore_term(session, term_id, editor=editor())
        flash(_("“%(term)s” is back.", term=term.source))
        there = url_for(".show", slug=term.project.slug)
    check_again(term.project_id)
    return redirect(there, 303)


@pages.post("/projects/<slug>/glossary/look")
def look(slug: str) -> str:
    """Show what a file holds and what is wrong with its lines; nothing is kept yet."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise WrongUse(_("Choose a file first: CSV, TBX, or OmegaT's tab file."))
    with reading() as session:
        project = projects.get_project(session, slug)
        languages = glossary.languages_of(session, project)
        terms, report = glossary_files.read_terms(BytesIO(upload.read()), upload.filename, languages)
        return render_template(
            "glossary/look.html",
            project=project,
            languages=languages,
            filename=upload.filename,
            terms=terms,
            remarks=report.sentences(),
            kept=glossary_files.packed(terms, languages),
        )


@pages.post("/projects/<slug>/glossary/take")
def take(slug: str) -> Response:
    """Keep the terms that were looked at."""
    with writing() as session:
        project = projects.get_project(session, slug)
        languages = glossary.languages_of(session, project)
        packed = BytesIO(request.form.get("terms", "").encode())
        terms, _report = glossary_files.read_terms(packed, "terms.csv", languages)
        count = glossary.add_terms(session, project, terms, editor=editor())
    check_again(project.id)
    flash(
        ngettext("One term is new in the glossary.", "%(num)s terms are new in the glossary.", count)
        if count
        else _("All these terms were in the glossary already.")
    )
    return redirect(url_for(".show", slug=slug), 303)


@pages.get("/projects/<slug>/glossary.<any(csv, tbx, tab):form>")
def export(slug: str, form: str) -> Response:
    """The glossary as a file."""
    out = BytesIO()
    with reading() as session:
        project = projects.get_project(session, slug)
        glossary_files.write(session, project, out, form)
        name = f"{project.slug}-glossary.{_ENDINGS[form]}"
    out.seek(0)
    return send_file(
        out, mimetype=glossary_files.FORMS[form], as_attachment=True, download_name=name, max_age=0
    )


def _texts() -> tuple[str, str, str]:
    source, target, note = (request.form.get(name, "") for name in ("source", "target", "note"))
    return source, target, note


def _seen() -> int | None:
    return request.form.get("seen", type=int)
