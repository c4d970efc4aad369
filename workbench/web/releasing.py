"""A project as a corpus to publish, chosen on a page or by a program, and given out as a zip."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Blueprint, Flask, render_template, request
from sqlalchemy.orm import Session
from werkzeug import Response
from werkzeug.datastructures import MultiDict

from workbench.bitext.archives import copy
from workbench.bitext.codes import pair_from
from workbench.bitext.release import Plan
from workbench.bitext.release.plan import FORMATS
from workbench.bitext.units import Status
from workbench.services import export, projects
from workbench.services.releasing import release_project
from workbench.storage.tables import Project
from workbench.web.api_asked import admit, flag, one_of, parsed, share, whole
from workbench.web.current import reading
from workbench.web.giving import give

pages = Blueprint("releasing", __name__)
api = Blueprint("release_api", __name__, url_prefix="/api")
api.before_request(admit)

_STATUSES = {"confirmed": (Status.CONFIRMED.value,), "all": ()}


def install(app: Flask) -> None:
    """Serve the page and the API."""
    app.register_blueprint(pages)
    app.register_blueprint(api)


@pages.get("/projects/<slug>/release")
def choices(slug: str) -> str:
    """What the corpus takes, leaves out and is written as."""
    with reading() as session:
        project = projects.get_project(session, slug)
        pairs = sorted({export.pair_of(each) for each in project.documents})
        usual = Plan(project.name)
        return render_template(
            "exchange/release.html", project=project, usual=usual, formats=FORMATS, pairs=pairs
        )


@pages.get("/projects/<slug>/release/file")
def download(slug: str) -> Response:
    """The corpus as the page chose it."""
    with reading() as session:
        return _given(session, projects.get_project(session, slug))


@api.get("/projects/<slug>/release.zip")
def take_out(slug: str) -> Response:
    """The corpus in a zip: data, card, manifest and checksums."""
    with reading() as session:
        return _given(session, projects.get_project(session, slug))


def _given(session: Session, project: Project) -> Response:
    plan = _plan(project.name)

    def write(out: BinaryIO) -> None:
        with TemporaryDirectory() as made:
            release_project(session, project.slug, Path(made), plan)
            _zip(Path(made), out)

    return give(write, f"{project.slug}-corpus", "zip", "application/zip")


def _plan(name: str) -> Plan:
    """The choices of the address; what is not chosen, or empty, is as for the command."""
    usual = Plan(name)
    asked = MultiDict((key, value) for key, value in request.args.items(multi=True) if value)
    shares = {key: share(key, most, asked) for key, most in (("dev", 0.5), ("test", 0.5), ("near", 1))}
    numbers = {key: whole(key, values=asked) for key in ("longest", "seed", "ratio")}
    chosen = {key: value for key, value in {**shares, **numbers}.items() if value is not None}
    return Plan(
        name,
        licence=asked.get("licence", usual.licence)[:200],
        attribution=asked.get("attribution", "")[:1000],
        formats=tuple(dict.fromkeys(asked.getlist("format"))) or usual.formats,
        statuses=one_of("status", _STATUSES, "confirmed", asked),
        min_score=share("min_score", values=asked),
        notes=flag("notes", asked),
        languages=parsed(asked, "languages", (), pair_from),
        **chosen,  # type: ignore[arg-type]
    )


def _zip(folder: Path, out: BinaryIO) -> None:
    """All files of a folder as an undated zip."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            with path.open("rb") as stream:
                copy(stream, archive, path.name)
