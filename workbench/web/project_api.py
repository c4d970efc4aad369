"""The JSON API of projects: list, make, import, read, export and validate, with a token.

/api/openapi.json describes it; errors are {"error": sentence}.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Flask, g, jsonify, request
from werkzeug import Response

from workbench.bitext.advice import grouped
from workbench.bitext.arriving import Wishes, arrive
from workbench.bitext.formats import FORMATS
from workbench.bitext.judging import judge
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns, places
from workbench.bitext.units import STATUSES, Status
from workbench.errors import NotFound, NothingToExport, WrongUse
from workbench.services import checking, exchange, export, importing, projects
from workbench.services.exchange import Sheet
from workbench.services.importing import Ready
from workbench.services.learning import Known, known
from workbench.storage.listing import MOST, units_after
from workbench.storage.tables import Document, Unit
from workbench.web.api_asked import admit, body, files, flag, one_of, parsed, share, whole
from workbench.web.choosing import chosen
from workbench.web.current import database, reading, writing
from workbench.web.giving import give

api = Blueprint("project_api", __name__, url_prefix="/api")
api.before_request(admit)

MOST_FILES = 100
_PREVIEWED = 5
_STATUSES: dict[str, Status | None] = {"all": None, **STATUSES}


def install(app: Flask) -> None:
    """Serve the API."""
    app.register_blueprint(api)


@api.get("/projects")
def list_projects() -> Response:
    """All projects with their counts."""
    with reading() as session:
        return jsonify(projects=[_project(each) for each in projects.list_projects(session)])


@api.post("/projects")
def create() -> tuple[Response, int]:
    """A new project."""
    asked = body()
    if not isinstance(asked, dict) or not isinstance(asked.get("name"), str):
        raise WrongUse('Send a JSON object with the name: {"name": "..."}.')
    with writing() as session:
        made = projects.create_project(session, asked["name"])
        return jsonify(slug=made.slug, name=made.name, documents=0, units=0, confirmed=0), 201


@api.get("/projects/<slug>")
def show(slug: str) -> Response:
    """A project with its documents."""
    with reading() as session:
        found = projects.get_project(session, slug)
        documents = [_document(each) for each in projects.list_documents(session, found)]
        return jsonify(slug=found.slug, name=found.name, documents=documents)


@api.get("/documents/<int:document_id>/units")
def units(document_id: int) -> Response:
    """The units of a document in reading order, a stretch at a time; `next` is null at the end."""
    limit = whole("limit", MOST) or 100
    with reading() as session:
        projects.get_document(session, document_id)
        found = units_after(
            session, document_id, whole("after"),
            status=one_of("status", _STATUSES, "all"), min_score=share("min_score"), limit=limit,
        )  # fmt: skip
        following = found[-1].id if len(found) == limit else None
        return jsonify(units=[_unit(each) for each in found], next=following)


@api.post("/projects/<slug>/import")
def bring_in(slug: str) -> tuple[Response, int]:
    """Files into a project, as `workbench import` takes them; with `dry_run` only what would come in."""
    form, dry_run = request.form, flag("dry_run", request.form)
    columns = parsed(form, "columns", None, places)
    wishes = Wishes(
        form.get("source"),
        form.get("target"),
        Columns(*columns, header=not flag("no_header", form)) if columns else None,
        flag("keep_zawgyi", form),
        flag("whole", form),
    )
    lines, again = flag("lines", form), flag("again", form)
    with reading() as session:
        projects.get_project(session, slug)
    ready = importing.look(
        files(MOST_FILES),
        known=lambda: _known(slug),
        title=form.get("title", ""),
        wishes=wishes,
        lines=lines,
    )
    if dry_run:
        return jsonify(documents=[_ready(each) for each in ready]), 200
    return jsonify(documents=_keep(slug, ready, again)), 201


@api.post("/projects/<slug>/sheet")
def review(slug: str) -> Response:
    """A reviewer's sheet back by its ids; with `dry_run` only what it would change."""
    dry_run = flag("dry_run", request.form)
    arrival = arrive(files(1), title="")
    sheet = Sheet.of(arrival.bitext, arrival.report)
    with reading() as session:
        found = exchange.compare(session, projects.get_project(session, slug), sheet)
    changes = 0 if dry_run else _apply(slug, sheet)
    told = [asdict(each) for each in found.differences]
    return jsonify(
        differences=told, unknown=found.unknown, changed=changes, problems=_problems(arrival.report)
    )


@api.get("/projects/<slug>/export.<ending>")
def take_out(slug: str, ending: str) -> Response:
    """A project's pairs in a format; the download can be resumed by `Range` and `If-Range`."""
    if ending not in FORMATS:
        raise NotFound(f"A project goes out as one of {', '.join(FORMATS)}.")
    choices = chosen()
    with reading() as session:
        found = projects.get_project(session, slug)
        if not found.documents:
            raise NothingToExport("This project has no document yet.")
        return give(
            lambda out: export.write(session, found.documents, out, ending, choices),
            found.slug, ending, FORMATS[ending].media_type,
        )  # fmt: skip


@api.post("/validate")
def validate() -> Response:
    """Will this TMX or XLIFF work? What is wrong by line, unit and rule."""
    (file,) = files(1)
    report = judge(file)
    valid, total = not report.errors, report.counts.total()
    advice = [
        {"rule": each.rule, "count": report.counts[each.rule], "advice": each.advice.todo,
         "tools": each.advice.tools}
        for each in grouped(report.problems)
    ]  # fmt: skip
    return jsonify(
        valid=valid, units=report.units, total=total, problems=_problems(report), advice=advice
    )


def _known(slug: str) -> Known:
    """What the project knows."""
    with reading() as session:
        return known(session, projects.get_project(session, slug))


def _keep(slug: str, ready: Sequence[Ready], again: bool) -> list[dict[str, Any]]:
    """Save them, all or none, and then check each."""
    with writing() as session:
        project = projects.get_project(session, slug)
        kept = importing.keep(session, project, ready, g.editor, again=again)
    for each in kept:
        checking.check_new(database(), each.id)
    database().settle()
    return [_ready(one, document) for one, document in zip(ready, kept, strict=True)]


def _apply(slug: str, sheet: Sheet) -> int:
    """How many pairs a sheet has changed."""
    with writing() as session:
        project = projects.get_project(session, slug)
        return exchange.count(exchange.apply_sheet(session, project, sheet, g.editor))


def _project(counted: projects.ProjectCount) -> dict[str, Any]:
    counts = {name: getattr(counted, name) for name in ("documents", "units", "confirmed")}
    return {"slug": counted.project.slug, "name": counted.project.name, **counts}


def _document(counted: projects.DocumentCount) -> dict[str, Any]:
    document = counted.document
    names = ("id", "title", "source_language", "target_language")
    told = {name: getattr(document, name) for name in names}
    created = {"created_at": document.created_at.isoformat()}
    return {**told, **created, "units": counted.units, "confirmed": counted.confirmed}


def _unit(unit: Unit) -> dict[str, Any]:
    sides = {
        "source_segments": [each.text for each in unit.source],
        "target_segments": [each.text for each in unit.target],
    }
    names = ("id", "uid", "score", "bookmarked", "excluded")
    told = {name: getattr(unit, name) for name in names}
    comments = [each.text for each in unit.comments]
    texts = {"source": unit.source_text, "target": unit.target_text}
    return {**told, "status": unit.status.value, **texts, **sides, "comments": comments}


def _ready(ready: Ready, document: Document | None = None) -> dict[str, Any]:
    """What came in, or would come in: `id` is null as long as nothing is kept."""
    bitext, report = ready.bitext, ready.report
    first = bitext.units[:_PREVIEWED]
    preview = [
        {"source": each.source_text, "target": each.target_text, "status": each.status.value}
        for each in first
    ]
    return {
        "id": document.id if document else None, "title": bitext.title, "format": ready.format,
        "columns": report.notes.get("columns"), "units": len(bitext.units),
        "left_out": report.left_out, "remarks": list(bitext.remarks), "problems": _problems(report),
        "preview": preview,
    }  # fmt: skip


def _problems(report: Report) -> list[dict[str, Any]]:
    names = ("line", "unit", "rule", "level", "message")
    return [{name: getattr(each, name) for name in names} for each in report.problems]
