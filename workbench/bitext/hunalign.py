"""Units as hunalign's ladder: rungs `source TAB target TAB score`, and the two texts it climbs.

    write(units, ladder, out_source, out_target) -> Report     the texts have one segment a line
    read(ladder, source, target, report=None, *, languages=("en", "my")) -> Iterator[Unit]

The score of a bead stands on the rung where it begins; the last rung is the end of both texts.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from workbench.bitext.cleaning import clean
from workbench.bitext.lines import lines
from workbench.bitext.report import Report
from workbench.bitext.taking import score
from workbench.bitext.units import Unit
from workbench.errors import BadFile
from workbench.saying import say
from workbench.segment import Segment

Rung = tuple[int, int, float | None]


def write(units: Iterable[Unit], ladder: BinaryIO, out_source: BinaryIO, out_target: BinaryIO) -> Report:
    """Write the ladder and both texts; units with an empty side are rungs as well."""
    report = Report()
    at = [0, 0]
    for unit in units:
        score = "" if unit.score is None else repr(unit.score)
        ladder.write(f"{at[0]}\t{at[1]}\t{score}\n".encode())
        for side, segments, out in ((0, unit.source, out_source), (1, unit.target, out_target)):
            for each in segments:
                out.write(f"{clean(each.text)[0]}\n".encode())
            at[side] += len(segments)
        report.units += 1
    ladder.write(f"{at[0]}\t{at[1]}\t\n".encode())
    return report


def read(
    ladder: BinaryIO,
    source: BinaryIO,
    target: BinaryIO,
    report: Report | None = None,
    *,
    languages: tuple[str, str] = ("en", "my"),
) -> Iterator[Unit]:
    """The units between each two rungs; what a damaged rung takes away is told.

    Refuses with `BadFile` a ladder without two rungs.
    """
    report = Report() if report is None else report
    texts = [[clean(line)[0] for _, line in lines(stream, report)] for stream in (source, target)]
    last: Rung | None = None
    for number, rung in _rungs(ladder, texts, report):
        if last is not None:
            sides = [
                tuple(Segment(text, language=language) for text in side[start:end])
                for side, language, start, end in zip(texts, languages, last[:2], rung[:2], strict=True)
            ]
            if any(sides):
                report.units += 1
                yield Unit(f"rung-{number - 1}", sides[0], sides[1], last[2])
        last = rung
    if last is None:
        raise BadFile(say("This is not a ladder: no line has two numbers between tabs."))
    if list(last[:2]) != [len(side) for side in texts]:
        report.add("short-ladder", say("The ladder ends before its texts; what follows is left out."))


def _rungs(ladder: BinaryIO, texts: list[list[str]], report: Report) -> Iterator[tuple[int, Rung]]:
    """The rungs that rise, within both texts."""
    last = (0, 0)
    for number, line in lines(ladder, report):
        cells = line.split("\t")
        if len(cells) < 2 or not (cells[0].strip().isdecimal() and cells[1].strip().isdecimal()):
            if line.strip():
                report.add("bad-rung", say("Not two numbers between tabs; passed over."), line=number)
            continue
        place = int(cells[0][:12]), int(cells[1][:12])
        if (
            place[0] < last[0]
            or place[1] < last[1]
            or place[0] > len(texts[0])
            or place[1] > len(texts[1])
        ):
            report.add(
                "bad-rung",
                say("Goes back, or beyond its texts; passed over."),
                level="error",
                line=number,
            )
            continue
        last = place
        yield number, (*place, score(cells[2]) if len(cells) > 2 else None)
