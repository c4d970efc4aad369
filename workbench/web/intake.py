"""Bring files in and look before anything is saved: both sides block by block, with every remark."""

from math import ceil

from flask import Blueprint, Flask, make_response, redirect, render_template, request, url_for
from werkzeug import Response

from workbench.bitext.acts import Side
from workbench.errors import WrongUse
from workbench.files.archives import shown
from workbench.segment import KINDS
from workbench.services import projects, staging, staging_work
from workbench.services.intake import Incoming
from workbench.storage.staged import Staged, StagedState
from workbench.web.current import database, editor, reading, writing
from workbench.web.wording import gettext as _

pages = Blueprint("intake", __name__)

ROWS_A_PAGE = 50
_PATIENCE = 2.0
"""Seconds that a request waits for the work, so that a short text needs no page in between."""
_REFRESH = "2"
_LONGEST_TITLE = 200


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)
    app.jinja_env.globals.update(kind_words=kind_words)


@pages.post("/projects/<slug>/preview")
def bring(slug: str) -> Response:
    """Keep the bytes, begin to read them, and go to the preview."""
    source, target = _given("source"), _given("target")
    if source and target:
        files = [source, target]
    elif one := source or target:
        files = [Incoming("both", one.filename, one.content)]
    else:
        raise WrongUse(_("Choose two files or paste two texts, or one that carries both languages."))
    with writing() as session:
        project = projects.get_project(session, slug)
        staged = staging.stage(session, project, _title(files[0]), files, editor())
    return _worked_on(staged.id)


@pages.get("/imports/<int:staged_id>")
def show(staged_id: int) -> Response:
    """The preview when it is ready; until then how far it has come."""
    with reading() as session:
        staged = staging.get_staged(session, staged_id)
        if staging_work.is_idle(staged):
            staging_work.start(database(), staged_id)
        if staged.state is StagedState.KEPT:
            return redirect(url_for("desk.show", document_id=staged.document_id), 303)
        if staged.state is StagedState.READY:
            return make_response(_preview(staged))
        page = make_response(render_template("intake/waiting.html", staged=staged))
        if staged.state is not StagedState.FAILED:
            page.headers["Refresh"] = _REFRESH
        return page


@pages.post("/imports/<int:staged_id>")
def choose(staged_id: int) -> Response:
    """Write down the choices of a page; then turn it, or save the document."""
    with writing() as session:
        staging.choose(session, staged_id, _choices())
        if "save" in request.form:
            staging.start_keeping(session, staged_id)
    if "save" in request.form:
        return _worked_on(staged_id)
    page = request.form.get("page", 1, type=int)
    return redirect(url_for(".show", staged_id=staged_id, page=page), 303)


@pages.post("/imports/<int:staged_id>/cancel")
def cancel(staged_id: int) -> Response:
    """Forget the import, also while it is read."""
    with writing() as session:
        slug = staging.get_staged(session, staged_id).project.slug
        staging.discard(session, staged_id)
    return redirect(url_for("projects.show", slug=slug), 303)


def _worked_on(staged_id: int) -> Response:
    staging_work.start(database(), staged_id, _PATIENCE)
    return redirect(url_for(".show", staged_id=staged_id), 303)


def _preview(staged: Staged) -> str:
    rows = staging.rows(staged)
    last = max(1, ceil(len(rows) / ROWS_A_PAGE))
    page = min(max(request.args.get("page", 1, type=int), 1), last)
    remarks: dict[str, list[str]] = {}
    for place, sentence in staged.remarks:
        remarks.setdefault(sentence, []).append(place)
    return render_template(
        "intake/preview.html",
        staged=staged,
        rows=rows[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE],
        page=page,
        last=last,
        remarks=remarks,
        kinds=KINDS,
        dropped=sum(1 for row in rows for each in row if each and each.dropped),
        aside=sum(1 for row in rows for each in row if each and each.aside and not each.dropped),
        languages=[*staging.languages_of(staged), "und"],
    )


def _choices() -> dict[str, dict[str, object]]:
    """What the form says of each block on its page."""
    keys = [name.removeprefix("kind-") for name in request.form if name.startswith("kind-")]
    return {
        key: {
            "kind": request.form[f"kind-{key}"],
            "language": request.form.get(f"language-{key}", "und")[:35],
            "dropped": f"drop-{key}" in request.form,
        }
        for key in keys
    }


def _given(side: Side) -> Incoming | None:
    """The file of this side, or else the pasted text, or nothing."""
    upload = request.files.get(side)
    if upload is not None and upload.filename:
        return Incoming(side, shown(upload.filename), upload.read())
    pasted = request.form.get(f"{side}_text", "")
    return Incoming(side, "", pasted.encode()) if pasted.strip() else None


def _title(first: Incoming) -> str:
    """What the person wrote, or the name of the file, or the text's first words."""
    written = " ".join(request.form.get("title", "").split())
    named = first.filename.rsplit(".", 1)[0].replace("_", " ")
    words = "" if named else " ".join(first.content[:200].decode(errors="replace").split()[:8])
    return (written or named or words or _("Untitled"))[:_LONGEST_TITLE]


def kind_words() -> dict[str, str]:
    """The kinds of blocks, in the reader's words."""
    return {
        "heading": _("heading"),
        "paragraph": _("paragraph"),
        "numbered_item": _("numbered item"),
        "bullet": _("bullet"),
        "signatory": _("signatory"),
        "contact": _("contact"),
        "address": _("address"),
        "date": _("date"),
        "salutation": _("salutation"),
        "headline": _("headline"),
        "byline": _("byline"),
        "footnote": _("footnote"),
        "author_note": _("author note"),
        "caption": _("caption"),
        "table_cell": _("table cell"),
        "boilerplate": _("boilerplate"),
        "separator": _("separator"),
    }
