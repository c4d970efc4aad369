"""What the pages say to htmx, behind the one module that knows `htmx-flask`.

htmx asks for a piece of a page, a browser without JavaScript for the whole of it; each act answers both
and no view decides. `htmx-flask` sends no `Vary` and cannot reswap `beforebegin`; nothing needs it to.
"""

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
    piece: str, *, otherwise: str, said: str = "", instead_of: str | None = None, **wants: Any
) -> Response:
    """The piece for htmx; for a browser a 303 to `otherwise`, where `said` waits for it.

    The event `acted` tells the rest of the page that something changed.
    `instead_of` names the element that the piece takes the place of, when it is not the form's own.
    """
    if not wants_piece():
        if said:
            flash(said)
        return redirect(otherwise, 303)
    body = render_template(piece, said=said, **wants)
    response: Response = make_response(
        body, retarget=instead_of, reswap="outerHTML" if instead_of else None, trigger="acted"
    )
    return response


def _vary(response: Response) -> Response:
    response.vary.add("HX-Request")
    return response
