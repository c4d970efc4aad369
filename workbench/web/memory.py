"""What the project's other pairs and its glossary say beside a pair, and the concordance."""

from io import BytesIO
from typing import Any

from flask import Blueprint, Flask, render_template, request, send_file
from markupsafe import Markup, escape
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.services import glossary, memory, projects
from workbench.services.memory import Where
from workbench.storage.tables import Unit
from workbench.text.words import Span
from workbench.web.current import reading
from workbench.web.difference import difference
from workbench.web.wording import gettext as _

pages = Blueprint("memory", __name__)

_MARK = Markup('<mark class="hit">{}</mark>')


def install(app: Flask) -> None:
    """Serve these pages and give their templates what they show with."""
    app.register_blueprint(pages)
    app.jinja_env.filters["with_hits"] = with_hits
    app.jinja_env.globals.update(difference=difference, where_words=where_words)


def where_words() -> dict[str, str]:
    """Which side of the pairs is searched."""
    return {"both": _("both sides"), "source": _("the source"), "target": _("the translation")}


def with_hits(text: str, spans: tuple[Span, ...]) -> Markup:
    """The text, escaped, with the words that were looked for marked.

    >>> with_hits("a < b", ((4, 5),))
    Markup('a &lt; <mark class="hit">b</mark>')
    """
    parts, end = [], 0
    for start, stop in spans:
        parts += [escape(text[end:start]), _MARK.format(text[start:stop])]
        end = stop
    return Markup("").join([*parts, escape(text[end:])])


def beside(session: Session, unit: Unit) -> dict[str, Any]:
    """What the panel beside a pair shows of the memory and the glossary."""
    return {"matches": memory.matches(session, unit), "terms": glossary.terms_of(session, unit)}


def _where() -> Where:
    asked = request.args.get("where", "")
    return asked if asked in where_words() else "both"  # type: ignore[return-value]


@pages.get("/projects/<slug>/concordance")
def concordance(slug: str) -> str:
    """Where words stand in the project, a page of hits at a time."""
    words, where = request.args.get("words", ""), _where()
    with reading() as session:
        project = projects.get_project(session, slug)
        after = request.args.get("after", 0, type=int)
        found = memory.concordance(session, project, words, where=where, after=after)
        asked = session.get(Unit, request.args.get("unit", 0, type=int))
        return render_template(
            "memory/concordance.html",
            project=project, words=words, where=where, found=found, asked=asked,
        )  # fmt: skip


@pages.get("/projects/<slug>/concordance.tsv")
def hits(slug: str) -> Response:
    """All hits as a table."""
    out = BytesIO()
    with reading() as session:
        project = projects.get_project(session, slug)
        memory.write_hits(session, project, request.args.get("words", ""), out, where=_where())
    out.seek(0)
    return send_file(
        out,
        mimetype="text/tab-separated-values",
        as_attachment=True,
        download_name="concordance.tsv",
        max_age=0,
    )
