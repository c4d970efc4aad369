"""Undo and redo of what people did to a project's terms and exceptions."""

from threading import Thread
from typing import Any

from flask import Blueprint, Flask, flash, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.services import project_changes, projects
from workbench.services.checking import check_terms
from workbench.storage.tables import Project, ProjectChange
from workbench.web.current import database, editor, writing
from workbench.web.wording import gettext as _

pages = Blueprint("turning", __name__)

PATIENCE = 1.0
"""Seconds that a page waits for pairs to be checked again."""
_PAGES = {"glossary": "glossary.show", "exceptions": "exceptions.show"}


def install(app: Flask) -> None:
    """Serve this act and let templates name what it turns."""
    app.register_blueprint(pages)
    app.jinja_env.globals.update(project_act_words=project_act_words)


def turns(session: Session, project: Project) -> dict[str, Any]:
    """What the buttons of a project's page would undo and redo."""
    return {
        "undoable": project_changes.undoable(session, project),
        "redoable": project_changes.redoable(session, project),
    }


def project_act_words(change: ProjectChange) -> str:
    """What an act did, with the first words that it touched."""
    words = {
        "add_term": _("Term added"),
        "edit_term": _("Term changed"),
        "delete_term": _("Term deleted"),
        "restore_term": _("Term brought back"),
        "add_terms": _("Terms taken from a file"),
        "add_exception": _("Exception added"),
        "remove_exception": _("Exception deleted"),
    }
    after = change.revisions[0][3]
    return f"{words.get(change.kind, change.kind)}: {after.get('source') or after.get('text')}"


def check_again(project_id: int) -> None:
    """Check the pairs that hold the term that was changed; soon done, or else in the background."""
    worker = Thread(target=check_terms, args=(database(), project_id), daemon=True)
    worker.start()
    worker.join(PATIENCE)


@pages.post("/projects/<slug>/<any(undo, redo):turn>")
def turn_back(slug: str, turn: str) -> Response:
    """Take back the last act on terms or exceptions, or bring it again."""
    with writing() as session:
        project = projects.get_project(session, slug)
        service = project_changes.undo if turn == "undo" else project_changes.redo
        change = service(session, project, seen=request.form.get("seen", type=int), editor=editor())
        assert change.undoes is not None
        told = _("Taken back") if turn == "undo" else _("Done again")
        flash(f"{told}: {project_act_words(change.undoes)}.")
        name = project_page(change)
    check_again(change.project_id)
    return redirect(url_for(_PAGES[name], slug=slug), 303)


def project_page(change: ProjectChange) -> str:
    """The page on which the rows of a change stand."""
    return "glossary" if change.revisions[0][0] == "term" else "exceptions"
