"""The first page: projects and the documents in each."""

from flask import Blueprint, Flask, render_template

pages = Blueprint("projects", __name__)


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


@pages.get("/")
def index() -> str:
    """All projects, with how far each has come."""
    return render_template("projects/list.html")
