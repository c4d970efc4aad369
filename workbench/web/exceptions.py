"""The exceptions of a project: a list to add to and to take from, and the way to cut pairs anew."""

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug import Response

from workbench.services import exceptions, projects
from workbench.web.current import editor, reading, writing
from workbench.web.turning import turns
from workbench.web.wording import gettext as _

pages = Blueprint("exceptions", __name__)


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/projects/<slug>/exceptions")
def show(slug: str) -> str:
    """The exceptions by language and letter, and the documents that they may matter to."""
    with reading() as session:
        project = projects.get_project(session, slug)
        return render_template(
            "exceptions/page.html",
            project=project,
            exceptions=exceptions.list_exceptions(session, project),
            languages=exceptions.languages_of(session, project),
            documents=projects.list_documents(session, project),
            **turns(session, project),
        )


@pages.post("/projects/<slug>/exceptions")
def add(slug: str) -> Response:
    """Keep a new exception."""
    text, language, kind = (request.form.get(name, "") for name in ("text", "language", "kind"))
    with writing() as session:
        project = projects.get_project(session, slug)
        found = exceptions.add_exception(session, project, text, language, kind, editor=editor())
        flash(_("“%(text)s” is never cut from now on.", text=found.text))
    return redirect(url_for(".show", slug=slug), 303)


@pages.post("/projects/<slug>/exceptions/<int:number>/delete")
def delete(slug: str, number: int) -> Response:
    """Take an exception away."""
    with writing() as session:
        project = projects.get_project(session, slug)
        text = exceptions.remove_exception(session, project, number, editor=editor())
        flash(_("“%(text)s” is no exception any more.", text=text))
    return redirect(url_for(".show", slug=slug), 303)
