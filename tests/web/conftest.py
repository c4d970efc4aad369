"""The application on a migrated SQLite, a client, and a desk with a few pairs."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse

from tests.builders import document, unit
from workbench.config import Settings
from workbench.storage import Database
from workbench.storage.queries import page_of_units
from workbench.storage.tables import Unit
from workbench.web.app import create_app
from workbench.web.current import database

COMPILED = FileSystemBytecodeCache()
"""Templates are compiled once, not once a test."""


@pytest.fixture
def settings(tmp_path: Path, sqlite_template: bytes) -> Settings:
    (tmp_path / "workbench.db").write_bytes(sqlite_template)
    url = f"sqlite:///{tmp_path / 'workbench.db'}"
    return Settings(data=tmp_path, database_url=url, max_upload_bytes=200_000)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.jinja_env.bytecode_cache = COMPILED
    yield app
    with app.app_context():
        database().close()


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


class DeskPage:
    """One document, and the forms of its desk as a browser sends them: with htmx or without."""

    def __init__(self, client: FlaskClient, store: Database, htmx: bool) -> None:
        self.client, self.store = client, store
        self.headers = {"HX-Request": "true"} if htmx else {}
        with store.transaction() as session:
            self.id = document(
                session, unit("One.", "တစ်။"), unit("Two.|Three.", "နှစ်။"), unit("Four.", "")
            ).id

    def units(self) -> list[Unit]:
        with self.store.reading() as session:
            units = [each.unit for each in page_of_units(session, self.id).units]
            session.expunge_all()
        return units

    def do(self, act: str, number: int, **form: Any) -> TestResponse:
        """Press a button of a pair as it now stands; `form` adds fields or replaces them."""
        one = self.units()[number - 1]
        texts = {
            f"{side}-{place}": each.text
            for side in ("source", "target")
            for place, each in enumerate(getattr(one, side))
        }
        fields = {"seen": one.version, "number": number, "queue": "all", "page": 1, **texts}
        fields |= {name.replace("_at_", "-"): value for name, value in form.items()}
        return self.client.post(f"/units/{one.id}/{act}", data=fields, headers=self.headers)

    def turn(self, way: str) -> TestResponse:
        """Press Undo or Redo."""
        page = self.client.get(f"/documents/{self.id}").text
        form = page[page.index(f'action="/documents/{self.id}/{way}"') :]
        seen = re.search(r'name="seen" value="(\d+)"', form)
        assert seen
        address = f"/documents/{self.id}/{way}"
        return self.client.post(address, data={"seen": seen[1]}, headers=self.headers)


@pytest.fixture(params=["htmx", "plain"])
def desk(request: pytest.FixtureRequest, app: Flask, client: FlaskClient) -> DeskPage:
    """Three pairs, the last without Burmese; each test runs with htmx and without JavaScript."""
    with app.app_context():
        store = database()
    return DeskPage(client, store, request.param == "htmx")
