"""What the pages say to htmx, behind the one module that knows `htmx-flask`.

htmx asks for a piece of a page, a browser without JavaScript for the whole of it; each act answers both
and no view decides. `htmx-flask` sends no `Vary` and cannot reswap `beforebegin`; nothing needs it to.
"""

from collections.abc import Mapping
from typing import Any

from flask import Flask, flash, redirect, render_template, request
from htmx_flask import Htmx, make_response
from werkzeug import Response


def install(app: Flask) -> None:
    """Give each request its `htmx` headers and each answer the `Vary` that caches need."""
    Htmx(app)
    app.after_request(_vary)


def wants_piece() -> bool:
    """True when htmx asks for a piece; false for a browser and for a page that htmx restores."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def answer(
    piece: str, *, otherwise: str, said: str = "", events: Mapping[str, Any] | None = None, **wants: Any
) -> Response:
    """The piece for htmx, with its events; for a browser a 303 to `otherwise`, with `said` kept for it.

    Event names are ASCII; their details are JSON, so that Burmese never stands raw in a header.
    """
    if not wants_piece():
        if said:
            flash(said)
        return redirect(otherwise, 303)
    body = render_template(piece, said=said, **wants)
    response: Response = make_response(body, trigger=dict(events) if events else None)
    return response


def _vary(response: Response) -> Response:
    response.vary.add("HX-Request")
    return response
