"""How fast the desk answers with a document of 50,000 units: `python -m bench.desk [DATABASE_URL]`.

Each request goes through the whole application, pages and all, on a SQLite file unless a database is
named. Every fortieth pair is confirmed, some have a comment, a bookmark or a finding. Times are
milliseconds: median and 95th percentile by the clock, and the 95th percentile that this process worked;
pairs and pages are chosen all over the document. What takes more than 100 ms at the 95th percentile by
either is marked.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from bench.store import UNITS, bitext, told, word
from workbench.bitext.units import Status
from workbench.config import Settings
from workbench.services import intake, projects, undo
from workbench.services.checking import check_new
from workbench.storage import Database, open_database, queries, upgrade
from workbench.storage.columns import Comment
from workbench.storage.tables import Unit
from workbench.web.app import create_app
from workbench.web.server import set_aside

_HTMX = {"HX-Request": "true"}
ROUNDS, LIMIT = 30, 100.0
Form = dict[str, object]

ACTS: dict[str, Callable[[Unit], Form]] = {
    "edit": lambda unit: {"target-0": "အသစ် ဖြစ်သည်။"},
    "confirm": lambda unit: {},
    "reject": lambda unit: {},
    "needs_review": lambda unit: {},
    "reopen": lambda unit: {},
    "bookmark": lambda unit: {},
    "exclude": lambda unit: {},
    "comment": lambda unit: {"comment": "Look again."},
    "change_block": lambda unit: {"block": "source:0", "kind": "heading"},
    "split": lambda unit: {"side": "source", "offset": unit.source_text.index(" ")},
    "recut": lambda unit: {"side": "source"},
    "insert": lambda unit: {},
    "merge": lambda unit: {},
    "merge_side": lambda unit: {"side": "target"},
    "cut": lambda unit: {"source_place": 1, "target_place": 0},
    "shift_up": lambda unit: {"side": "target"},
    "shift_down": lambda unit: {"side": "target"},
    "shift_column_down": lambda unit: {"side": "target"},
    "shift_column_up": lambda unit: {"side": "target"},
    "realign": lambda unit: {},
}
"""Acts of one pair, each with what its form says beyond the pair."""

PAGES = {
    "open a page": "?page={page}",
    "queue: doubtful first": "?queue=doubtful&page={page}",
    "queue: unreviewed": "?queue=unreviewed&page={page}",
    "queue: not one to one": "?queue=not_one_to_one",
    "queue: findings": "?queue=findings",
    "queue: commented": "?queue=commented",
    "jump by number": "?go={number}",
    "reading mode": "/reading?page={page}",
    "next undecided": "/next?kind=unreviewed&after={unit}",
    "next with a comment": "/next?kind=commented&after={unit}",
    "map of the document": "/map",
    "dot plot": "/dotplot",
    "find words to replace: look": "/many?act=replace&words={word}%20&by=other%20&side=source",
    "confirm above a score: look": "/many?act=confirm&score=0.9",
}
"""What a desk shows, by the address after its document's."""

SLOW = {
    "find by a regular expression: look": "/many?act=replace&words={word}\\b&regex=1&by=x",
    "convert all Zawgyi: look": "/many?act=convert",
    "mend all findings: look": "/many?act=mend",
}
"""What has to read every text of the document; asked a few times only."""


class Bench:
    """A long document, and a browser that asks and acts all over it."""

    def __init__(self, database: Database, client: FlaskClient, rng: random.Random) -> None:
        self.database, self.client, self.rng = database, client, rng
        with told(f"add {UNITS:,} units"), database.transaction() as session:
            project = projects.find_or_create_project(session, f"Bench {time.time()}")
            self.id = intake.add_document(session, project, bitext(UNITS, rng), (), "bench").id
        with database.transaction() as session:
            self.first = queries.page_of_units(session, self.id).units[0].unit.id
            here = update(Unit).where(Unit.document_id == self.id)
            session.execute(here.where(Unit.id % 40 == 0).values(status=Status.CONFIRMED))
            said = (Comment("Look again."),)
            session.execute(here.where(Unit.id % 97 == 0).values(comments=said, comment_count=1))
        with told("check and settle"):
            check_new(database, self.id)
            database.settle()

    def place(self) -> dict[str, Any]:
        """A page, a number, a unit and a word somewhere in the document."""
        number = self.rng.randrange(1, UNITS - 50)
        return {
            "page": number // 50 + 1,
            "number": number,
            "unit": self.first + number,
            "word": word(self.rng.randrange(5_000)),
        }

    def get(self, path: str) -> TestResponse:
        """A page of the document."""
        return self.client.get(f"/documents/{self.id}{path.format(**self.place())}")

    def act(self, name: str, form: Callable[[Unit], Form]) -> Callable[[], TestResponse]:
        """An act on a pair that is not confirmed, ready to be sent as a browser with htmx does."""
        with self.database.reading() as session:
            while True:
                unit = session.get_one(Unit, self.first + self.rng.randrange(50, UNITS - 50))
                if (
                    not unit.withdrawn
                    and unit.status is Status.UNREVIEWED
                    and unit.source
                    and unit.target
                ):
                    break
            page = queries.page_around(session, self.id, unit.id)
            have = " ".join(f"{each.unit.id}.{each.unit.version}" for each in page.units)
            base = {"seen": unit.version, "page": page.number, "have": have, "place": 0}
            data = base | form(unit)
        return partial(self.client.post, f"/units/{unit.id}/{name}", data=data, headers=_HTMX)

    def pin(self) -> Callable[[], TestResponse]:
        """A pin of a pair to its neighbour."""
        with self.database.reading() as session:
            number = self.place()["number"] // 40 * 40 + 20
            (each,) = queries.page_of_units(session, self.id, number=number, size=1).units
            data = {"seen": each.unit.version, "place": 0, "other": number + 1, "page": number // 50 + 1}
        return partial(self.client.post, f"/units/{each.unit.id}/pin", data=data, headers=_HTMX)

    def turn(self, way: str) -> Callable[[], TestResponse]:
        """Undo or redo of what was done last."""
        with self.database.reading() as session:
            act = (undo.undoable if way == "undo" else undo.redoable)(session, self.id)
        data = {"seen": act and act.id, "page": self.place()["page"]}
        return partial(self.client.post, f"/documents/{self.id}/{way}", data=data, headers=_HTMX)


def measure(what: str, ready: Iterator[Callable[[], TestResponse]]) -> None:
    """Say how long requests take; what each needs is found before its clock starts."""
    times, worked, refused = [], [], 0
    for ask in ready:
        start, own = time.perf_counter(), time.process_time()
        answer = ask()
        times.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - own))
        refused += answer.status_code >= 400
    p95, own95 = (statistics.quantiles(each, n=20)[-1] for each in (times, worked))
    mark = "   over 100 ms" if min(p95, own95) > LIMIT else ""
    mark += f"   {refused} refused" if refused else ""
    print(f"{what:<38}{statistics.median(times):>9.1f}{p95:>9.1f}{own95:>9.1f} ms{mark}", flush=True)


def many(bench: Bench) -> None:
    """One act on thousands of pairs, and its undo: seconds, as one request each."""
    page = bench.get("/many?act=confirm&score=0.85").text
    token = re.search(r'name="token" value="(\w+)"', page)
    assert token is not None
    data = {"act": "confirm", "score": "0.85", "token": token[1]}
    with told("confirm all above 0.85"):
        bench.client.post(f"/documents/{bench.id}/many", data=data)
    undo_it = bench.turn("undo")
    with told("undo that"):
        undo_it()


def run(database: Database, settings: Settings) -> None:
    """Measure opening, acting and undoing, as a browser with htmx asks for them."""
    upgrade(database)
    client = create_app(settings).test_client()
    set_aside()
    bench = Bench(database, client, random.Random(7))
    for what, path in PAGES.items():
        measure(what, (partial(bench.get, path) for _ in range(ROUNDS)))
    for what, path in SLOW.items():
        measure(what, (partial(bench.get, path) for _ in range(3)))
    measure(
        "history, matches and terms of a pair",
        (partial(client.get, f"/units/{bench.place()['unit']}/beside") for _ in range(ROUNDS)),
    )
    for name, form in ACTS.items():
        measure(name, (bench.act(name, form) for _ in range(ROUNDS)))
    measure("pin", (bench.pin() for _ in range(ROUNDS)))
    for way in ("undo", "redo"):
        measure(way, (bench.turn(way) for _ in range(ROUNDS)))
    many(bench)


def main() -> None:
    """The database that is named, or a SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        named = {"WORKBENCH_DATABASE_URL": sys.argv[1]} if len(sys.argv) > 1 else {}
        settings = Settings.from_environment({"WORKBENCH_DATA": folder, **named})
        database = open_database(settings)
        run(database, settings)
        database.close()


if __name__ == "__main__":
    main()
