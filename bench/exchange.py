"""How fast and how lean TMX goes out and comes in: `python -m bench.exchange [UNITS] [PEER]`.

Beside ours in the same run: plain lxml (a streamed write, and iterparse of the same file with and
without taking the texts out) and, where PEER names the Python of an environment that has it,
translate-toolkit (its licence keeps it out of ours; `peer/bin/pip install translate-toolkit`).
Each measure is a process of its own; figures are units for each second of processor time and the most
memory it took beyond an idle one. translate-toolkit keeps the file in memory, so it gets a twentieth.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

UNITS = 1_000_000
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ENGLISH = (
    "The council of the river villages met on the island, number {}, to talk about the flood & relief."
)
BURMESE = "မြစ်ရိုးကျေးရွာများကောင်စီသည် ရေဘေးအကြောင်း ဆွေးနွေးရန် ကျွန်းအမှတ် {} ပေါ်တွင် တွေ့ဆုံခဲ့သည်။"


def units(count: int) -> Iterator[object]:
    """Confirmed units in blocks of four, as they come out of the database."""
    from workbench.bitext.units import Status, Unit
    from workbench.segment import Segment

    for n in range(count):
        source = (Segment(ENGLISH.format(n), n // 4 + 1),)
        target = (Segment(BURMESE.format(n), n // 4 + 1, language="my"),)
        yield Unit(f"unit-{n}", source, target, 0.91, (), Status.CONFIRMED)


def ours_out(path: str, count: int) -> int:
    """Ours, written."""
    from workbench.bitext import tmx

    with Path(path).open("wb") as out:
        return tmx.write(units(count), out).units  # type: ignore[arg-type]


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
        for unit in units(count):
            tu = etree.Element("tu", tuid=unit.uid)  # type: ignore[attr-defined]
            etree.SubElement(tu, "prop", type="x-status").text = "confirmed"
            etree.SubElement(tu, "prop", type="x-score").text = "0.91"
            for tag, text in (("en", unit.source_text), ("my", unit.target_text)):  # type: ignore[attr-defined]
                tuv = etree.SubElement(tu, "tuv", {LANG: tag})
                etree.SubElement(tuv, "prop", type="x-segment").text = "0 1 paragraph"
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


def lxml_in_with_texts(path: str, count: int) -> int:
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


MEASURES: dict[str, Callable[[str, int], int]] = {
    each.__name__: each
    for each in (ours_out, lxml_out, ours_in, lxml_in, lxml_in_with_texts, peer_out, peer_in)
}


def measure(name: str, path: str, count: int) -> None:
    """One measure, in this process: units a second and megabytes, on one line."""
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = MEASURES[name](path, count)
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) / 1024
    assert found == count, f"{name}: {found} of {count}"
    print(f"{count / seconds:.0f} {grown:.0f}")


def run(name: str, path: Path, count: int, python: str = sys.executable) -> float:
    """One measure in a process of its own; prints its figures, returns units a second."""
    command = [python, __file__, name, str(path), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    speed, memory = map(float, done.stdout.split())
    print(f"{name:20} {count:>9,} units  {speed:>9,.0f} units/s  {memory:>6,.0f} MB", flush=True)
    return speed


def main() -> None:
    """Measure all, then say how we stand to the others."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    with tempfile.TemporaryDirectory() as folder:
        ours, plain, other = (Path(folder) / name for name in ("ours.tmx", "plain.tmx", "other.tmx"))
        out, back = run("ours_out", ours, count), run("lxml_out", plain, count)
        print(f"  ours writes at {out / back:.2f} times the speed of lxml")
        taken = run("ours_in", ours, count)
        for name in ("lxml_in", "lxml_in_with_texts"):
            print(f"  ours reads at {taken / run(name, ours, count):.2f} times the speed of {name}")
        if len(sys.argv) > 2:
            few = max(count // 20, 1)
            print(
                f"  export {out / run('peer_out', other, few, sys.argv[2]):.1f} times translate-toolkit"
            )
            run("ours_out", ours, few)
            print(
                f"  import {taken / run('peer_in', ours, few, sys.argv[2]):.1f} times translate-toolkit"
            )


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in MEASURES:
        measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
