"""How fast the store answers with a document of 50,000 units: `python -m bench.store [DATABASE_URL]`.

Without a URL it makes a SQLite file in a temporary folder. Times are milliseconds: median and 95th
percentile of each kind of question or act, pages chosen all over the document.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from workbench.bitext import units as values
from workbench.bitext.searching import Search
from workbench.bitext.selecting import Selection
from workbench.segment import Segment
from workbench.services import bulk, checking, export, intake, projects, review, structure, undo
from workbench.storage import Database, queries, upgrade
from workbench.storage.tables import Unit

UNITS = 50_000
ROUNDS = 40


def word(number: int) -> str:
    """An invented word of letters alone, another for each number below 6,400."""
    first, second, third = number % 16, number // 16 % 20, number // 320 % 20
    return (
        "bcdfghklmnprstvw"[first]
        + "aeiou"[second % 5]
        + "ndrs"[second // 5]
        + "aeiou"[third % 5]
        + "tlmk"[third // 5]
    )


def bitext(count: int, rng: random.Random) -> values.Bitext:
    """A document of invented sentences in both scripts, of the usual lengths."""
    english = [word(number) for number in range(5_000)]
    burmese = [chr(rng.randrange(0x1000, 0x1021)) + "ောင်း" for _ in range(1_000)]

    def sides(n: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
        source = " ".join(rng.choices(english, k=rng.randrange(5, 30)))
        target = "".join(rng.choices(burmese, k=rng.randrange(10, 40))) + "။"
        return (Segment(source, block=n // 4),), (Segment(target, block=n // 4, language="my"),)

    units = tuple(
        values.Unit(f"unit-{n}-{rng.random()}", *sides(n), score=rng.random()) for n in range(count)
    )
    return values.Bitext("Bench", "en", "my", units)


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say how long the block took."""
    start = time.perf_counter()
    yield
    print(f"{what:<40}{time.perf_counter() - start:>9.2f} s")


def measure(what: str, ask: Callable[[], object]) -> None:
    """Say how long a question or act takes, many times over."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask()
        times.append(1000 * (time.perf_counter() - start))
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{what:<40}{statistics.median(times):>9.1f} ms{p95:>9.1f} ms")


class Desk:
    """A long document and somebody who asks and acts all over it."""

    def __init__(self, database: Database, rng: random.Random) -> None:
        self.database, self.rng = database, rng
        values = bitext(UNITS, rng)
        with told(f"add {UNITS} units"), database.transaction() as session:
            self.project = projects.find_or_create_project(session, f"Bench {time.time()}")
            self.id = intake.add_document(session, self.project, values, (), "bench").id
        with told("check and settle"):
            checking.check_new(database, self.id)
            database.settle()
        with database.reading() as session:
            page = queries.page_of_units(session, self.id)
            self.first = page.units[0].unit.id

    def anywhere(self) -> int:
        """The id of a unit; those of one document follow each other."""
        return self.first + self.rng.randrange(UNITS)

    def read(self, what: str, question: Callable[..., object]) -> None:
        """Measure a question."""

        def ask() -> object:
            with self.database.reading() as session:
                return question(session)

        measure(what, ask)

    def act(self, what: str, act: Callable[..., object], *args: object) -> None:
        """Measure an act on units all over the document."""

        def do() -> object:
            with self.database.transaction() as session:
                unit = session.get_one(Unit, self.anywhere())
                if unit.withdrawn:
                    return None
                return act(session, unit.id, *args, seen=unit.version, editor="bench")

        measure(what, do)

    def undo(self) -> object:
        """Take the last act back."""
        with self.database.transaction() as session:
            act = undo.undoable(session, self.id)
            return undo.undo(session, self.id, seen=act and act.id, editor="bench")


def questions(desk: Desk) -> None:
    """Measure what pages ask."""
    pages = UNITS // queries.PAGE_SIZE
    for queue in ("all", "doubtful", "unreviewed", "not_one_to_one", "findings", "bookmarked"):
        ask = partial(queries.page_of_units, document_id=desk.id, queue=queue)
        desk.read(f"a page of {queue}", lambda s, ask=ask: ask(s, number=desk.rng.randrange(pages) + 1))
    desk.read("the page around a unit", lambda s: queries.page_around(s, desk.id, desk.anywhere()))
    desk.read("progress", lambda s: queries.progress(s, desk.id))
    desk.read("list documents", lambda s: projects.list_documents(s, desk.project))


def many(desk: Desk) -> None:
    """Measure an act on many pairs: find words all over the document, replace them, take it back."""
    plan = bulk.replace_text(Search(f"{word(77)} "), "words ", "source")
    with told("find words to replace"), desk.database.reading() as session:
        preview = bulk.preview(session, desk.id, plan)
    with told(f"replace them in {preview.total} pairs"), desk.database.transaction() as session:
        bulk.apply(session, desk.id, plan, seen=preview.token, editor="bench")
    with told("undo that"):
        desk.undo()


def main(url: str) -> None:
    """Fill a database and ask it everything a desk asks."""
    database = Database(url)
    upgrade(database)
    desk = Desk(database, random.Random(7))
    questions(desk)
    desk.act("edit", review.edit, "target", 0, "အသစ်")
    desk.act("confirm", review.confirm)
    desk.act("merge", structure.merge)
    desk.act("insert", structure.insert)
    measure("undo", desk.undo)
    many(desk)
    with told("export all"), database.reading() as session, Path(os.devnull).open("wb") as out:
        export.write(
            session, [projects.get_document(session, desk.id)], out, "tmx", export.Choices(Selection())
        )
    database.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(f"sqlite:///{folder}/bench.db")
