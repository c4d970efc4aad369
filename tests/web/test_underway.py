"""Work that takes a while has a page: how far it is, how it is stopped, and what came of it."""

import os
import re
import threading
import time
from pathlib import Path
from typing import BinaryIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.web.conftest import DeskPage
from tests.web.test_exchange import looked, token
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services import projects
from workbench.web import spool, underway
from workbench.web.current import database
from workbench.web.underway import Result, Tell, Work

EXPORT = "/projects/samples/export/file?format=tmx&status=all"


@pytest.fixture
def desk(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> DeskPage:
    """Even a few pairs are many, and whoever asks waits for the end."""
    monkeypatch.setattr(underway, "MANY", 0)
    monkeypatch.setattr(underway, "PATIENCE", 60)
    with app.app_context():
        return DeskPage(client, database(), htmx=False)


def begun(app: Flask, work: Work, act: object, patience: float, patch: pytest.MonkeyPatch) -> str:
    patch.setattr(underway, "PATIENCE", patience)
    with app.test_request_context():
        return underway.begin(work, act).location  # type: ignore[arg-type]


def test_an_export_has_a_page_that_leads_to_a_file_which_can_be_resumed(desk: DeskPage) -> None:
    page = desk.client.get(EXPORT, follow_redirects=True)
    address = page.headers["Refresh"].removeprefix("0; url=")
    assert f'href="{address}"' in page.text
    whole = desk.client.get(address, buffered=True)
    assert whole.data.startswith(b"<?xml") and whole.data.count(b"<tu ") == 2
    assert "Samples.tmx" in whole.headers["Content-Disposition"]
    desk.do("confirm", 1)  # what was begun goes on as it was
    asked = {"Range": "bytes=100-", "If-Range": whole.headers["ETag"]}
    rest = desk.client.get(address, headers=asked, buffered=True)
    assert (rest.status_code, rest.data) == (206, whole.data[100:])


def test_a_file_that_is_gone_is_told(desk: DeskPage) -> None:
    for address in (
        f"/exported/{'0' * 64}/a.tmx",
        "/exported/..%2Fsecret/a.tmx",
        "/exported/x/a.exe",
        f"/exported/{'a' * 300}/a.tmx",
    ):
        assert desk.client.get(address).status_code == 404


def test_a_large_file_is_resumed_as_it_was_when_its_download_began(
    desk: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "LARGE", 100)
    address = "/projects/samples/export.tsv?status=all"
    whole = desk.client.get(address, buffered=True)
    desk.do("confirm", 1)
    asked = {"Range": "bytes=100-", "If-Range": whole.headers["ETag"]}
    rest = desk.client.get(address, headers=asked, buffered=True)
    assert (rest.status_code, rest.data) == (206, whole.data[100:])
    assert desk.client.get(address, buffered=True).data != whole.data


def test_of_many_files_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", 2)
    kept = spool.Spool(tmp_path)
    made = []
    for number in range(4):
        stream, digest = kept.make(lambda out: out.write(b"%d" % number), keep=True)  # noqa: B023
        stream.close()
        os.utime(tmp_path / "spool" / digest, (time.time() - 100 + number,) * 2)
        made.append(digest)
    found = [kept.find(each) for each in made]
    assert [stream is not None for stream in found] == [False, True, True, True]
    for stream in filter(None, found):
        stream.close()


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail(out: BinaryIO) -> None:
        out.write(b"half")
        raise WrongUse(say("Choose a file first."))

    with pytest.raises(WrongUse):
        spool.Spool(tmp_path).make(fail)
    assert list((tmp_path / "spool").iterdir()) == []


def test_an_import_has_a_page_that_leads_to_its_document(desk: DeskPage) -> None:
    page = looked(desk.client, f"{HEAD}{tu('River.', 'မြစ်။', 'r1')}{TAIL}").text
    answer = desk.client.post("/projects/samples/import", data={"token": token(page)})
    assert answer.location.startswith("/underway/")
    assert "River." in desk.client.get(answer.location, follow_redirects=True).text


def test_a_fault_is_told_and_leads_back(
    app: Flask, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(_tell: Tell) -> Result:
        raise WrongUse(say("Choose a file first."))

    page = desk.client.get(begun(app, Work("Import", 1, "/back"), act, 60, monkeypatch))
    assert "Choose a file first." in page.text and 'href="/back"' in page.text
    assert "Refresh" not in page.headers


def test_a_mistake_is_logged_and_told(
    app: Flask, desk: DeskPage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def act(_tell: Tell) -> Result:
        raise ZeroDivisionError

    page = desk.client.get(begun(app, Work("Import", 1, "/back"), act, 60, monkeypatch))
    assert "made a mistake and kept nothing" in page.text and "ZeroDivisionError" in caplog.text


def test_work_can_be_stopped_and_keeps_nothing(
    app: Flask, desk: DeskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, over = threading.Event(), threading.Event()

    def act(tell: Tell) -> Result:
        try:
            with desk.store.transaction() as session:
                projects.create_project(session, "Half")
                while True:
                    tell(7)
                    going.set()
        finally:
            over.set()

    address = begun(app, Work("Import", 9, "/back"), act, 0, monkeypatch)
    assert going.wait(30)
    page = desk.client.get(address)
    assert re.search(r'<progress value="7" max="9">', page.text) and page.headers["Refresh"]
    desk.client.post(f"{address}/stop")
    assert over.wait(30)
    monkeypatch.setattr(underway, "PATIENCE", 60)
    assert "Half" not in desk.client.get("/").text
    stopped(app, desk, address)


def stopped(app: Flask, desk: DeskPage, address: str) -> TestResponse:
    """The page once the thread has written down that it was stopped."""
    work = app.extensions["workbench.underway"][address.rsplit("/", 1)[1]]
    work.thread.join(30)
    page = desk.client.get(address)
    assert "It was stopped" in page.text and "Refresh" not in page.headers
    return page


def test_work_that_is_not_known_is_told(desk: DeskPage) -> None:
    assert desk.client.get("/underway/nothing").status_code == 404
