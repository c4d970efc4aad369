"""Memory, concordance and glossary over 100,000 units, on SQLite and on PostgreSQL.

    python -m bench.memory [URL] [--texts FILE.tsv ...]

Without a URL: a SQLite file in a temporary folder, then a PostgreSQL started for the purpose. Texts are
invented words, as frequent as words are (Zipf), so that every unit is another; with --texts (English, a
tab, Burmese) they are those, three to a unit. Times are milliseconds of the whole service: median, 95th
percentile and worst by the clock; then the median and 95th percentile for which this process and the
database's worked (on Linux), which hold on a busy machine too. What takes more than 50 ms at the 95th
percentile by the clock and by work is marked. A like unit is looked for by a text in which one word in
four is changed; found says how many of those led to their unit.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from tests.postgres import running_postgres
from workbench.bitext.terms import Term
from workbench.bitext.units import Bitext, Status, Unit
from workbench.segment import Segment
from workbench.services import glossary, intake, memory, projects
from workbench.storage import Database, search, tables, upgrade

UNITS, DOCUMENTS, ROUNDS, LIMIT = 100_000, 20, 60, 50.0
Pair = tuple[str, str]


def invented(rng: random.Random) -> Callable[[], Pair]:
    """Sentences of words that are as frequent as words are."""
    letters, vowels = "bcdfghklmnprstvw", "aeiou"
    onsets, rimes = (
        [chr(each) for each in range(0x1000, 0x1021)],
        ["ာ", "ိ", "ီး", "ု", "ေါ", "န်", "င်း", "က်", "ော", ""],
    )
    english = [
        "".join(rng.choice(letters) + rng.choice(vowels) for _ in range(rng.randrange(1, 5)))
        for _ in range(30_000)
    ]
    burmese = [
        "".join(rng.choice(onsets) + rng.choice(rimes) for _ in range(rng.randrange(1, 4)))
        for _ in range(30_000)
    ]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(30_000)))

    def sentence() -> Pair:
        count = rng.randrange(6, 40)
        words = (
            rng.choices(english, cum_weights=weights, k=count),
            rng.choices(burmese, cum_weights=weights, k=count),
        )
        return " ".join(words[0]) + ".", "".join(words[1]) + "။"

    return sentence


def recombined(paths: Sequence[Path], rng: random.Random) -> Callable[[], Pair]:
    """Three pairs of these files at a time."""
    rows = [line.rstrip("\n").split("\t") for path in paths for line in path.open(encoding="utf-8")]
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1 and len(row[0]) > 20]

    def sentence() -> Pair:
        three = rng.sample(pairs, 3)
        return " ".join(each[0] for each in three), "".join(each[1] for each in three)

    return sentence


def fill(database: Database, sentence: Callable[[], Pair]) -> None:
    """One project of twenty documents, all confirmed, with a glossary of 2,000 terms."""
    start = time.perf_counter()
    for number in range(DOCUMENTS):
        units = [
            Unit("", (Segment(source),), (Segment(target, language="my"),))
            for source, target in (sentence() for _ in range(UNITS // DOCUMENTS))
        ]
        value = Bitext(f"Document {number}", "en", "my", tuple(units))
        with database.transaction() as session:
            project = projects.find_or_create_project(session, "Bench")
            intake.add_document(session, project, value, (), "bench")
    with database.transaction() as session:
        session.execute(update(tables.Unit).values(status=Status.CONFIRMED))
        pairs = [(mine.split()[0], theirs[:9]) for mine, theirs in (sentence() for _ in range(2_000))]
        glossary.add_terms(session, project, [Term(*each) for each in pairs])
    database.settle()
    print(f"  filled with {UNITS:,} units in {time.perf_counter() - start:.0f} s")


def changed(words: str, rng: random.Random, vocabulary: Sequence[str]) -> str:
    """The text with one word in four taken out or in, or turned into another."""
    kept: list[str] = []
    for word in words.split():
        fate = rng.randrange(12)
        kept += {0: [], 1: [rng.choice(vocabulary)], 2: [word, rng.choice(vocabulary)]}.get(fate, [word])
    return " ".join(kept)


def server_of(session: Session) -> int | None:
    """The process that answers a PostgreSQL session."""
    return session.scalar(select(func.pg_backend_pid())) if _is_postgresql(session) else None


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _worked(process: int | None) -> float:
    """The milliseconds for which this process and another have worked."""
    figures = Path(f"/proc/{process}/schedstat")
    other = int(figures.read_text().split()[0]) / 1e6 if process and figures.exists() else 0.0
    return 1000 * time.process_time() + other


def measure(what: str, ask: Callable[[], object], server: int | None) -> None:
    """Say how long a question takes, many times over."""
    times, own = [], []
    for _ in range(ROUNDS):
        start, worked = time.perf_counter(), _worked(server)
        ask()
        times.append(1000 * (time.perf_counter() - start))
        own.append(_worked(server) - worked)
    p95, own95 = (statistics.quantiles(each, n=20)[-1] for each in (times, own))
    mark = "   over 50 ms" if min(p95, own95) > LIMIT else ""
    row = statistics.median(times), p95, max(times), statistics.median(own), own95
    print(f"  {what:<42}" + "".join(f"{each:>8.1f}" for each in row) + f" ms{mark}")


def ask_everything(database: Database, rng: random.Random) -> None:
    """Every question a desk asks of the memory, the concordance and the glossary."""
    with database.reading() as session:
        measured = partial(measure, server=server_of(session))
        project = projects.get_project(session, "bench")
        ids = rng.sample(range(1, UNITS), 400)
        rows = [session.get_one(tables.Unit, each) for each in ids]
        texts = [(each.source_text, each.target_text) for each in rows]

    def read(question: Callable[[Session], object]) -> Callable[[], object]:
        def ask() -> object:
            with database.reading() as session:
                return question(session)

        return ask

    def piece(side: int, low: int, high: int) -> str:
        whole, size = rng.choice(texts)[side], rng.randrange(low, high)
        at = rng.randrange(max(1, len(whole) - size))
        return whole[at : at + size]

    letters = [sorted({each for pair in texts for each in pair[side]}) for side in (0, 1)]

    def glued(size: int) -> str:
        """Letters that are frequent, or pieces of two texts, which seldom stand next to each other."""
        side = rng.randrange(2)
        return (
            "".join(rng.choices(letters[side], k=2))
            if size == 2
            else piece(side, 2, 4) + piece(side, 2, 4)
        )

    def concordance(words: Callable[[], str]) -> Callable[[], object]:
        return read(lambda session: memory.concordance(session, project, words()))

    measured("concordance, English, 3 to 25 characters", concordance(lambda: piece(0, 3, 25)))
    measured("concordance, Burmese, 3 to 25 characters", concordance(lambda: piece(1, 3, 25)))
    measured("concordance, 1 or 2 characters", concordance(lambda: piece(rng.randrange(2), 1, 3)))
    measured("concordance, rare pairs of letters", concordance(lambda: glued(2)))
    measured("concordance, pieces glued together", concordance(lambda: glued(4)))
    measured("concordance, 60 to 150 characters", concordance(lambda: piece(rng.randrange(2), 60, 150)))
    measured("concordance, nothing found", concordance(lambda: piece(0, 5, 9)[::-1] + "qqx"))
    measured("concordance, 1 or 2 characters, none", concordance(lambda: rng.choice("§¶ѪѬ") + "q"))
    measured("what stands beside a unit: matches", read(
        lambda session: memory.matches(session, session.get_one(tables.Unit, rng.choice(ids)))
    ))  # fmt: skip
    measured("what stands beside a unit: terms", read(
        lambda session: glossary.terms_of(session, session.get_one(tables.Unit, rng.choice(ids)))
    ))  # fmt: skip
    vocabulary = " ".join(each for each, _ in texts).split()
    found = 0
    with database.reading() as session:
        for unit_id, (source, _target) in list(zip(ids, texts, strict=True))[:ROUNDS]:
            asked = tables.Unit(id=0, **search.keys(changed(source, rng, vocabulary), ""))
            found += unit_id in search.alike(session, project.id, asked)
    print(f"  {'like units found':<42}{found:>8} of {ROUNDS}")


def run(url: str, sentence: Callable[[], Pair]) -> None:
    """Fill one database and ask it."""
    database = Database(url)
    print(database.engine.dialect.name)
    upgrade(database)
    fill(database, sentence)
    ask_everything(database, random.Random(11))
    database.close()


def main() -> None:
    """Both databases, or the one that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url", nargs="?")
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()

    def sentence() -> Callable[[], Pair]:
        rng = random.Random(7)
        return recombined(arguments.texts, rng) if arguments.texts else invented(rng)

    if arguments.url:
        run(arguments.url, sentence())
        return
    with tempfile.TemporaryDirectory() as folder:
        run(f"sqlite:///{folder}/bench.db", sentence())
    with running_postgres() as url:
        run(url, sentence())


if __name__ == "__main__":
    main()
