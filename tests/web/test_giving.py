"""A download that broke off goes on where it stopped, and never mixes two versions of a file."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import DeskPage
from workbench.web.current import database

ADDRESSES = (
    "/documents/1/export.tmx?status=all",
    "/projects/samples/export.tsv?status=all",
    "/projects/samples/export/file?format=xlsx&status=all",
)


@pytest.fixture
def desk(app: Flask, client: FlaskClient) -> DeskPage:
    with app.app_context():
        return DeskPage(client, database(), htmx=False)


def fetch(desk: DeskPage, address: str, headers: dict[str, str] | None = None) -> TestResponse:
    return desk.client.get(address, headers=headers, buffered=True)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_rest_of_a_file_can_be_asked_for(desk: DeskPage, address: str) -> None:
    whole = fetch(desk, address)
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert int(whole.headers["Content-Length"]) == len(whole.data)
    asked = {"Range": "bytes=100-", "If-Range": whole.headers["ETag"]}
    rest = fetch(desk, address, asked)
    assert (rest.status_code, rest.data) == (206, whole.data[100:])
    assert rest.headers["Content-Range"] == f"bytes 100-{len(whole.data) - 1}/{len(whole.data)}"


def test_after_a_change_the_whole_file_comes_again(desk: DeskPage) -> None:
    whole = fetch(desk, ADDRESSES[0])
    desk.do("confirm", 1)
    asked = {"Range": "bytes=100-", "If-Range": whole.headers["ETag"]}
    again = fetch(desk, ADDRESSES[0], asked)
    assert again.status_code == 200 and again.data != whole.data and again.data.startswith(b"<?xml")


def test_a_range_beyond_the_end_is_refused_with_the_length(desk: DeskPage) -> None:
    length = len(fetch(desk, ADDRESSES[0]).data)
    answer = fetch(desk, ADDRESSES[0], {"Range": f"bytes={length}-"})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{length}")


def test_a_file_that_is_here_already_is_not_sent_again(desk: DeskPage) -> None:
    tag = fetch(desk, ADDRESSES[0]).headers["ETag"]
    answer = fetch(desk, ADDRESSES[0], {"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")
