"""Style sheets, scripts and fonts: each address marks its content, so that browsers may keep it."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask

_STATIC = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    """Add the mark to each address that `url_for('static', ...)` gives."""
    app.url_defaults(_add_mark)
    app.jinja_env.globals["endpoints"] = app.view_functions


def _add_mark(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "filename" in values and "v" not in values:
        values["v"] = _mark(values["filename"])


@cache
def _mark(name: str) -> str:
    return sha256((_STATIC / name).read_bytes()).hexdigest()[:10]
