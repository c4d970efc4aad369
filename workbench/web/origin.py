"""Who may ask: pages of ours may write, pages of others may at most lead to ours.

A browser says where a request comes from (`Sec-Fetch-Site`, else `Origin`); a request that says neither
comes from no browser and carries no cookie of one. This stands in the place of form tokens: nothing goes
stale, and it works without JavaScript. The Host header is checked by Flask against `TRUSTED_HOSTS`, so
that a foreign name which points at this machine (DNS rebinding) finds nothing.
"""

from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug import Response
from werkzeug.exceptions import Forbidden

from workbench.web.wording import gettext as _

_READING = {"GET", "HEAD", "OPTIONS"}

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def install(app: Flask) -> None:
    """Refuse writes from elsewhere and put the guarding headers on each answer."""
    app.before_request(_refuse_foreign_writes)
    app.before_request(_refuse_foreign_pieces)
    app.after_request(_guard)


def _refuse_foreign_writes() -> None:
    if request.method not in _READING and not _from_here() and not _carries_token():
        raise Forbidden(_("This form came from another site. Open the workbench itself and try again."))


def _refuse_foreign_pieces() -> None:
    """A page of another site may lead here, but not hold an answer of ours as its picture or frame: a
    long export would be begun by it that nobody asked for."""
    if not _from_here() and request.headers.get("Sec-Fetch-Dest", "document") != "document":
        raise Forbidden(_("Another site asked for this. Open the workbench itself and try again."))


def _from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _carries_token() -> bool:
    """Whether this is a request to the API with a token; no page of another site can add that header.

    (A browser would have to ask us first, and we never say yes.) Whether the token is good is for
    `web.api_asked` to say.
    """
    return request.path.startswith("/api/") and request.headers.get("Authorization", "")[:7] == "Bearer "


def _guard(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
