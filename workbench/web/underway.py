"""Work that takes longer than a page should: how far it has come, a button to stop it, what came of it.

It runs in a thread of this process and is one act: who stops it, or the server, leaves nothing of it.
"""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Flask, current_app, make_response, redirect, render_template, url_for
from werkzeug import Response

from workbench.errors import NotFound, WorkbenchError
from workbench.saying import say
from workbench.web.wording import gettext as _

pages = Blueprint("underway", __name__)

PATIENCE = 1.0
"""Seconds that the first request waits, so that short work needs no page in between."""
MANY = 5000
"""Units from which work has a page of its own."""
_KEPT_SECONDS = 60 * 60
_REFRESH = "1"
_EXTENSION = "workbench.underway"
_log = logging.getLogger(__name__)

Tell = Callable[[int], None]
Result = tuple[str, dict[str, Any]]
"""An endpoint and its values."""


class Stopped(Exception):
    """Somebody wants this work no more."""


@dataclass
class Work:
    """One such work: `total` units at most, `done` of them; at its end a `fault` or a `result`."""

    title: str
    total: int
    home: str
    is_file: bool = False
    done: int = 0
    stopping: bool = False
    fault: str = ""
    result: Result | None = None
    begun: float = field(default_factory=time.monotonic)
    thread: threading.Thread = field(default_factory=threading.current_thread)

    def tell(self, done: int) -> None:
        """Take down how many units are done; raises `Stopped` when it should not go on."""
        self.done = done
        if self.stopping:
            raise Stopped

    def run(self, act: Callable[[Tell], Result], then: Callable[[], object]) -> None:
        """Do it, write down how it went, and then do what nobody waits for."""
        try:
            self.result = act(self.tell)
            then()
        except Stopped:
            self.fault = say("It was stopped, and nothing of it was kept.")
        except WorkbenchError as error:
            self.fault = str(error)
        except Exception:
            _log.exception("Work that was underway failed")
            self.fault = say("The workbench made a mistake and kept nothing. It is written in the log.")


def install(app: Flask) -> None:
    """Serve these pages."""
    app.extensions[_EXTENSION] = {}
    app.register_blueprint(pages)


def begin(
    work: Work, act: Callable[[Tell], Result], then: Callable[[], object] = lambda: None
) -> Response:
    """Begin the work and go to its page, which goes on to the result; `then` is done after that."""
    works = _works()
    for token, each in list(works.items()):
        if each.begun < time.monotonic() - _KEPT_SECONDS and (each.result or each.fault):
            del works[token]
    token = secrets.token_urlsafe(18)
    works[token] = work
    work.thread = threading.Thread(target=work.run, args=(act, then), daemon=True)
    work.thread.start()
    work.thread.join(PATIENCE)
    return redirect(url_for("underway.show", token=token), 303)


@pages.get("/underway/<token>")
def show(token: str) -> Response:
    """How far it has come; at its end the way to what came of it."""
    work = _work(token)
    if work.result and not work.is_file:
        return redirect(_address(work.result), 303)
    ready = _address(work.result) if work.result else ""
    page = make_response(render_template("underway.html", work=work, token=token, ready=ready))
    if ready:
        page.headers["Refresh"] = f"0; url={ready}"
    elif not work.fault:
        page.headers["Refresh"] = _REFRESH
    return page


@pages.post("/underway/<token>/stop")
def stop(token: str) -> Response:
    """Stop the work after the units it is at."""
    _work(token).stopping = True
    return redirect(url_for(".show", token=token), 303)


def _address(result: Result) -> str:
    return url_for(result[0], **result[1])


def _works() -> dict[str, Work]:
    works: dict[str, Work] = current_app.extensions[_EXTENSION]
    return works


def _work(token: str) -> Work:
    work = _works().get(token)
    if work is None:
        raise NotFound(
            _("This work is no longer known: the server has been started again, or it is long over.")
        )
    return work
