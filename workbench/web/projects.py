"""Projects, and the documents in each."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug import Response

from workbench.services import exceptions, projects, samples
from workbench.web.current import reading, writing

pages = Blueprint("projects", __name__)


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/")
def index() -> str:
    """All projects, with how far each has come."""
    with reading() as session:
        return render_template(
            "projects/list.html", projects=projects.list_projects(session), samples=samples.names()
        )


@pages.post("/projects")
def create() -> Response:
    """A new project, and on to its page."""
    with writing() as session:
        project = projects.create_project(session, request.form.get("name", ""))
    return redirect(url_for(".show", slug=project.slug), 303)


@pages.get("/projects/<slug>")
def show(slug: str) -> str:
    """A project with its documents."""
    with reading() as session:
        project = projects.get_project(session, slug)
        return render_template(
            "projects/show.html",
            project=project,
            documents=projects.list_documents(session, project),
            exceptions=exceptions.count(session, project),
        )
