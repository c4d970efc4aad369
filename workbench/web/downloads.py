"""Take pairs out as TMX or as a table, of a document or a whole project; confirmed pairs by default."""

import re
from collections.abc import Sequence
from tempfile import TemporaryFile

from flask import Blueprint, Flask, request, send_file
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.errors import NothingToExport
from workbench.services import export, projects
from workbench.storage.tables import Document
from workbench.web.current import reading
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
    status: export.Which = "all" if request.args.get("status") == "all" else "confirmed"
    stream = TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        export.write(session, documents, stream, format, status)
    except Exception:
        stream.close()
        raise
    stream.seek(0)
    stem = re.sub(r"[^\w-]+", "-", name).strip("-")[:80] or "pairs"
    return send_file(
        stream, mimetype=_TYPES[format], as_attachment=True, download_name=f"{stem}.{format}", max_age=0
    )
