"""The page of tokens: made for a program and shown once, taken away when it is no longer needed."""

from flask import Blueprint, Flask, make_response, redirect, render_template, request, session, url_for
from werkzeug import Response

from workbench.services import tokens
from workbench.web.current import reading, writing

pages = Blueprint("tokens", __name__, url_prefix="/preferences/tokens")


def install(app: Flask) -> None:
    """Serve this page."""
    app.register_blueprint(pages)


@pages.get("")
def show() -> Response:
    """All tokens, and the form for another."""
    return _page("")


@pages.post("")
def add() -> Response:
    """A new token, shown in this answer and never again."""
    with writing() as store:
        _token, secret = tokens.add_token(
            store, request.form.get("editor", ""), request.form.get("purpose", "")
        )
    return _page(secret)


@pages.post("/<int:token_id>/remove")
def remove(token_id: int) -> Response:
    """Take a token away."""
    with writing() as store:
        tokens.remove_token(store, token_id)
    return redirect(url_for(".show"), 303)


def _page(secret: str) -> Response:
    with reading() as store:
        page = render_template(
            "preferences/tokens.html",
            tokens=tokens.list_tokens(store), secret=secret, name=session.get("name", ""),
        )  # fmt: skip
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer
