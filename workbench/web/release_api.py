"""The JSON API's corpus release: a project as a zip to publish, by the choices of the command."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, Flask, request
from werkzeug import Response

from workbench.bitext.archives import copy
from workbench.bitext.release import Plan
from workbench.bitext.units import Status
from workbench.services import projects
from workbench.services.releasing import release_project
from workbench.web.api_asked import admit, flag, one_of, share, whole
from workbench.web.current import reading
from workbench.web.giving import give

api = Blueprint("release_api", __name__, url_prefix="/api")
api.before_request(admit)

_STATUSES = {"confirmed": (Status.CONFIRMED.value,), "all": ()}


def install(app: Flask) -> None:
    """Serve the API."""
    app.register_blueprint(api)


@api.get("/projects/<slug>/release.zip")
def take_out(slug: str) -> Response:
    """The corpus in a zip: data, card, manifest and checksums."""
    with reading() as session:
        project = projects.get_project(session, slug)
        plan = _plan(project.name)

        def write(out: BinaryIO) -> None:
            with TemporaryDirectory() as made:
                release_project(session, project.slug, Path(made), plan)
                _zip(Path(made), out)

        return give(write, f"{project.slug}-corpus", "zip", "application/zip")


def _plan(name: str) -> Plan:
    """The choices of the address; what is not chosen is as for the command."""
    usual, asked = Plan(name), request.args
    dev, test, seed = share("dev", 0.5), share("test", 0.5), whole("seed")
    return Plan(
        name,
        licence=asked.get("licence", usual.licence)[:200],
        attribution=asked.get("attribution", "")[:1000],
        formats=tuple(dict.fromkeys(asked.getlist("format"))) or usual.formats,
        statuses=one_of("status", _STATUSES, "confirmed"),
        min_score=share("min_score"),
        longest=whole("longest") or usual.longest,
        dev=usual.dev if dev is None else dev,
        test=usual.test if test is None else test,
        seed=usual.seed if seed is None else seed,
        notes=flag("notes"),
    )


def _zip(folder: Path, out: BinaryIO) -> None:
    """All files of a folder as an undated zip."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            with path.open("rb") as stream:
                copy(stream, archive, path.name)
