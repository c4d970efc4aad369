"""How this person likes the workbench: name, language, theme, Burmese font and size of type.

Kept in the signed cookie; nothing here is secret, and nothing of it touches the texts.
"""

from urllib.parse import urlsplit

from flask import Blueprint, Flask, redirect, render_template, request, session, url_for
from werkzeug import Response

from workbench.web.wording import TONGUES

pages = Blueprint("preferences", __name__)

CHOICES: dict[str, tuple[str, ...]] = {
    "tongue": tuple(TONGUES),
    "theme": ("auto", "light", "dark", "contrast"),
    "font": ("noto", "padauk", "own"),
    "hidden": ("hidden", "shown"),
    "size": ("small", "medium", "large", "huge"),
}
"""What one may choose; the first of each but `size` stands until one does."""

_DEFAULTS = {"tongue": "en", "theme": "auto", "font": "noto", "hidden": "hidden", "size": "medium"}
_LONGEST_NAME = 60


def install(app: Flask) -> None:
    """Let the frame of each page know what was chosen."""
    app.register_blueprint(pages)
    app.context_processor(lambda: {"chosen": chosen(), "choices": CHOICES, "tongues": TONGUES})


def chosen() -> dict[str, str]:
    """What this person chose, each value one of `CHOICES`."""
    kept = {name: session.get(name, default) for name, default in _DEFAULTS.items()}
    return {name: kept[name] if kept[name] in CHOICES[name] else _DEFAULTS[name] for name in kept}


@pages.get("/preferences")
def show() -> str:
    """The page of choices."""
    return render_template(
        "preferences/page.html", name=session.get("name", ""), back=_here(request.args.get("back"))
    )


@pages.post("/preferences")
def choose() -> Response:
    """Remember what was chosen, for a year."""
    session.permanent = True
    for name, allowed in CHOICES.items():
        if request.form.get(name) in allowed:
            session[name] = request.form[name]
    if "name" in request.form:
        session["name"] = " ".join(request.form["name"].split())[:_LONGEST_NAME]
    return redirect(_here(request.form.get("back")), 303)


def _here(address: str | None) -> str:
    """A path of ours to go back to; anything else becomes the first page."""
    parts = urlsplit((address or "").replace("\\", "/"))
    inside = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    ours = inside and not parts.path.startswith("//") and (address or "").isprintable()
    return (address or "/") if ours else url_for("projects.index")
