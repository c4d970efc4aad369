"""How fast and how lean TMX goes out and comes in: `python -m bench.exchange [UNITS] [PEER]`.

What is compared is the door between texts and a file, without a database: ours makes units of texts and
writes them; it reads the file and gives units. In the same run: plain lxml (a streamed write of the same
elements; iterparse of our file, with and without taking the texts out) and, where PEER names the Python
of an environment that has it, translate-toolkit (its licence keeps it out of ours; `peer/bin/pip install
translate-toolkit`), which adds the same texts to a store and saves it, then parses our file and gives
the two texts of each unit. It holds a file in memory: a million units take 5 GB.

A second figure is the whole way, from a file into SQLite (`stored_in`) and from there to a file.

Each measure is a process of its own that has done a hundred units before the clock starts. Figures are
units for each second of processor time, the best of the rounds, and the memory it took at most beyond
what it had after those hundred.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.bitext.units import Unit

UNITS, ROUNDS, WARM = 1_000_000, 2, 100
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ENGLISH = (
    "The council of the river villages met on the island, number {}, to talk about the flood & relief."
)
BURMESE = "မြစ်ရိုးကျေးရွာများကောင်စီသည် ရေဘေးအကြောင်း ဆွေးနွေးရန် ကျွန်းအမှတ် {} ပေါ်တွင် တွေ့ဆုံခဲ့သည်။"


def units(count: int) -> "Iterator[Unit]":
    """Confirmed units in blocks of four."""
    from workbench.bitext.units import Status, make_unit
    from workbench.segment import make_segment

    for n in range(count):
        place = n // 4 + 1, "paragraph", None
        source = (make_segment(ENGLISH.format(n), *place, "en", " ", False),)
        target = (make_segment(BURMESE.format(n), *place, "my", " ", False),)
        yield make_unit(f"unit-{n}", source, target, 0.91, (), Status.CONFIRMED, (), ())


def ours_out(path: str, count: int) -> int:
    """Ours, written."""
    from workbench.bitext import tmx

    with Path(path).open("wb") as out:
        return tmx.write(units(count), out).units


def ours_in(path: str, count: int) -> int:
    """Ours, read."""
    from workbench.bitext import tmx

    with Path(path).open("rb") as stream:
        return sum(1 for _ in tmx.read(stream))


def lxml_out(path: str, count: int) -> int:
    """The same elements written by lxml as they are made."""
    from lxml import etree

    with (
        etree.xmlfile(path, encoding="utf-8") as out,
        out.element("tmx", version="1.4"),
        out.element("body"),
    ):
        for n in range(count):
            tu = etree.Element("tu", tuid=f"unit-{n}")
            etree.SubElement(tu, "prop", type="x-status").text = "confirmed"
            etree.SubElement(tu, "prop", type="x-score").text = "0.91"
            for tag, text in (("en", ENGLISH.format(n)), ("my", BURMESE.format(n))):
                tuv = etree.SubElement(tu, "tuv", {LANG: tag})
                etree.SubElement(tuv, "prop", type="x-segment").text = f"0 {n // 4 + 1} paragraph "
                etree.SubElement(tuv, "seg").text = text
            out.write(tu)
    return count


def lxml_in(path: str, count: int, *, texts: bool = False) -> int:
    """The same file through lxml, each unit let go of."""
    from lxml import etree

    found = 0
    for _, tu in etree.iterparse(path, tag="tu"):
        found += 1
        if texts:
            [(element.tag, element.text, element.get("type")) for element in tu.iter()]
        tu.clear()
        while tu.getprevious() is not None:
            del tu.getparent()[0]
    return found


def lxml_in_texts(path: str, count: int) -> int:
    """The same, every text and attribute taken out."""
    return lxml_in(path, count, texts=True)


def peer_out(path: str, count: int) -> int:
    """translate-toolkit, written."""
    from translate.storage import tmx

    store = tmx.tmxfile()
    for n in range(count):
        store.addtranslation(ENGLISH.format(n), "en", BURMESE.format(n), "my")
    store.savefile(path)
    return count


def peer_in(path: str, count: int) -> int:
    """translate-toolkit, read."""
    from translate.storage import tmx

    store = tmx.tmxfile.parsefile(path)
    return sum(1 for unit in store.units if unit.source and unit.target)


def stored_in(path: str, count: int) -> int:
    """Ours, from the file to a document in a new SQLite; not yet checked and made searchable."""
    from workbench.bitext.arriving import Arriving, arrive
    from workbench.services import exchange, projects
    from workbench.storage import Database, upgrade

    Path(f"{path}.db").unlink(missing_ok=True)
    database = Database(f"sqlite:///{path}.db")
    upgrade(database)
    files = [Arriving("ours.tmx", b"", Path(path))]
    arrival = arrive(files, title="Bench")
    with database.transaction() as session:
        project = projects.find_or_create_project(session, "Bench")
        exchange.bring_in(session, project, arrival, files, "bench")
    database.close()
    return len(arrival.bitext.units)


def stored_out(path: str, count: int) -> int:
    """Ours, from there to a file."""
    from workbench.services import export, projects
    from workbench.storage import Database

    database = Database(f"sqlite:///{path}.db")
    with database.reading() as session, Path(f"{path}.out").open("wb") as out:
        documents = projects.get_project(session, "bench").documents
        report = export.write(session, documents, out)
    database.close()
    return report.units


MEASURES: dict[str, Callable[[str, int], int]] = {
    each.__name__: each
    for each in (
        ours_out,
        lxml_out,
        peer_out,
        ours_in,
        lxml_in,
        lxml_in_texts,
        peer_in,
        stored_in,
        stored_out,
    )
}
FILES = {"ours_out": "ours.tmx", "lxml_out": "lxml.tmx", "peer_out": "peer.tmx"}
"""What each writes; all read ours."""


def measure(name: str, path: str, count: int) -> None:
    """One measure, in this process: units a second and megabytes, on one line."""
    warm = f"{path}.warm"
    if name in FILES or Path(warm).exists():
        MEASURES[name](warm, WARM)
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = MEASURES[name](path, count)
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) / 1024
    assert found == count, f"{name}: {found} of {count}"
    print(f"{count / seconds:.0f} {grown:.0f}")


def run(name: str, folder: Path, count: int, python: str) -> float:
    """One measure in a process of its own; prints its figures, returns units a second."""
    path = folder / FILES.get(name, "ours.tmx")
    done = subprocess.run(
        [python, __file__, name, str(path), str(count)], capture_output=True, text=True, check=True
    )
    speed, memory = map(float, done.stdout.split())
    print(f"{name:16} {count:>9,} units  {speed:>9,.0f} units/s  {memory:>6,.0f} MB", flush=True)
    return speed


def compare(ours: str, others: list[str], best: dict[str, float]) -> None:
    """Say how we stand to the others."""
    for other in others:
        if other in best:
            print(f"{ours} is {best[ours] / best[other]:.2f} times as fast as {other}")


def main() -> None:
    """Measure all, round by round."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for _ in range(ROUNDS):
            for each in MEASURES:
                if not each.startswith("peer"):
                    speed = run(each, Path(name), count, sys.executable)
                elif len(sys.argv) > 2:
                    speed = run(each, Path(name), count, sys.argv[2])
                else:
                    continue
                best[each] = max(speed, best.get(each, 0))
    compare("ours_out", ["lxml_out", "peer_out"], best)
    compare("ours_in", ["lxml_in", "lxml_in_texts", "peer_in"], best)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in MEASURES:
        measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
