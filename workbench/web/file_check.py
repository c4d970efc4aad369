"""Will this TMX or XLIFF work? A file of any program, judged by rule, with what to do."""

from flask import Blueprint, Flask, current_app, redirect, render_template, url_for
from werkzeug import Response

from workbench.bitext.advice import by_tool, grouped
from workbench.bitext.arriving import Arriving
from workbench.bitext.judging import is_judged, judge
from workbench.web.shelf import Shelf

pages = Blueprint("file_check", __name__)

_SHOWN = 500


def install(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(pages)


def answer(raw: bytes, name: str) -> Response | None:
    """The way to a file's own page, where it is one of those that can be judged; else nothing."""
    if not is_judged(Arriving(name, raw)):
        return None
    return redirect(url_for("file_check.show", token=_shelf().put(raw, name, "")), 303)


@pages.get("/validate/<token>/file")
def show(token: str) -> str:
    """What is wrong with a file that waits on the shelf."""
    raw, name, _marks = _shelf().get(token)
    report = judge(Arriving(name, raw))
    groups = grouped(report.problems[:_SHOWN])
    return render_template(
        "validate/file.html", name=name, report=report, groups=groups, tools=by_tool(groups), places={}
    )


def _shelf() -> Shelf:
    return Shelf(current_app.config["DATA_FOLDER"])
