"""Take pairs out as TMX or as a table, of a document or a whole project; confirmed pairs by default."""

from collections.abc import Sequence

from flask import Blueprint, Flask
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.errors import NothingToExport
from workbench.services import export, projects
from workbench.storage.tables import Document
from workbench.web.choosing import chosen
from workbench.web.current import reading
from workbench.web.giving import give
from workbench.web.wording import gettext as _

pages = Blueprint("downloads", __name__)

_TYPES = {"tmx": "application/x-tmx+xml", "tsv": "text/tab-separated-values"}


def install(app: Flask) -> None:
    """Serve these files."""
    app.register_blueprint(pages)


@pages.get("/documents/<int:document_id>/export.<any(tmx, tsv):format>")
def document(document_id: int, format: str) -> Response:
    """The pairs of one document."""
    with reading() as session:
        found = projects.get_document(session, document_id)
        return _file(session, [found], format, found.title)


@pages.get("/projects/<slug>/export.<any(tmx, tsv):format>")
def project(slug: str, format: str) -> Response:
    """The pairs of all documents of a project."""
    with reading() as session:
        found = projects.get_project(session, slug)
        return _file(session, found.documents, format, found.slug)


def _file(session: Session, documents: Sequence[Document], format: str, name: str) -> Response:
    """The units written to a file that lives as long as the answer."""
    if not documents:
        raise NothingToExport(_("This project has no document yet."))
    choices = chosen()
    return give(
        lambda out: export.write(session, documents, out, format, choices), name, format, _TYPES[format]
    )
