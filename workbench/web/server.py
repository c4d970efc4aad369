"""The server: waitress, except that a request too long for it is refused in our words.

waitress refuses by the length that a request declares, before it reads the body, with a bare page of its
own. Here the application answers instead: it knows the same limit and has a page for it.
"""

import gc
import socket
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import RequestEntityTooLarge

_THREADS = 12
_STATED = "CONTENT_LENGTH"


class _Refusal(WSGITask):  # type: ignore[misc]
    """Let the application refuse a request by its length; the connection ends with the answer."""

    def execute(self) -> None:
        self.set_close_on_finish()
        super().execute()

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        environment.setdefault(_STATED, str(self.channel.adj.max_request_body_size))
        return environment


def _refusing(channel: HTTPChannel, request: Any) -> WSGITask | ErrorTask:
    too_long = isinstance(request.error, RequestEntityTooLarge)
    return (_Refusal if too_long else ErrorTask)(channel, request)


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = staticmethod(_refusing)


def set_aside() -> None:
    """Let the garbage collector leave alone what is loaded by now and stays.

    Else it walks through all of that every few pages, and somebody waits 70 ms longer.
    """
    gc.collect()
    gc.freeze()


def make_server(app: Flask, listener: socket.socket) -> BaseWSGIServer:
    """A server for an application on a bound socket, to be run.

    Twice the limit is read, so that what is a little too long is answered on a connection that stays.
    """
    limit = 2 * app.config["MAX_CONTENT_LENGTH"]
    server = create_server(
        app, sockets=[listener], threads=_THREADS, ident=None, max_request_body_size=limit
    )
    server.channel_class = _Channel
    return server
