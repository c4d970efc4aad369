"""The server as it is run: what is too long for it gets our page, not the server's own."""

import socket
import threading
from collections.abc import Iterator

import pytest
from flask import Flask

from workbench.web.server import make_server


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = make_server(app, listener)
    running = threading.Thread(target=server.run)
    running.start()
    yield listener.getsockname()[1]
    server.trigger.pull_trigger(server.close)
    running.join()
    server.task_dispatcher.shutdown()


def asked(port: int, *lines: str, body: bytes = b"") -> str:
    """All that the server answers to a request with these headers."""
    head = "\r\n".join((*lines, "Host: localhost", "", ""))
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(head.encode() + body)
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def test_a_request_that_is_far_too_long_gets_our_page(port: int) -> None:
    answer = asked(port, "POST /projects HTTP/1.1", "Content-Length: 900000000")
    assert answer.startswith("HTTP/1.1 413 ")
    assert "more than the workbench takes" in answer
    assert "Content-Security-Policy" in answer


def test_a_body_of_chunks_without_end_gets_our_page(port: int) -> None:
    chunks = b"61a81\r\n" + b"x" * 400_001 + b"\r\n"
    answer = asked(port, "POST /projects HTTP/1.1", "Transfer-Encoding: chunked", body=chunks)
    assert answer.startswith("HTTP/1.1 413 ")
    assert "more than the workbench takes" in answer


def test_a_request_that_cannot_be_read_is_refused_by_the_server(port: int) -> None:
    assert asked(port, "POST / HTTP/1.1", "Content-Length: many").startswith("HTTP/1.1 400 ")
