"""Units as Moses pairs: two files of equal length, one text a line, no blank line.

write(units, out_source, out_target) -> Report
read(source, target, report=None, *, languages=("en", "my")) -> Iterator[Unit]
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import BinaryIO

from workbench.bitext.cleaning import clean
from workbench.bitext.lines import lines
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.saying import say
from workbench.segment import Segment


def write(units: Iterable[Unit], out_source: BinaryIO, out_target: BinaryIO) -> Report:
    """Write both sides line by line; a unit with an empty side is left out."""
    report = Report()
    for unit in units:
        source, target = clean(unit.source_text)[0], clean(unit.target_text)[0]
        if not (source and target):
            report.leave_out("empty", say("One side is empty; left out."), unit=unit.uid)
            continue
        out_source.write(f"{source}\n".encode())
        out_target.write(f"{target}\n".encode())
        report.units += 1
    return report


def read(
    source: BinaryIO,
    target: BinaryIO,
    report: Report | None = None,
    *,
    languages: tuple[str, str] = ("en", "my"),
) -> Iterator[Unit]:
    """The units of two files of lines; a pair with a blank line and a surplus are reported."""
    report = Report() if report is None else report
    for ours, theirs in zip_longest(lines(source, report), lines(target, report)):
        if ours is None or theirs is None:
            number = (ours or theirs)[0]
            side = "source" if theirs is None else "target"
            report.leave_out(
                "surplus", say("The %(side)s has more lines from here on.", side=side), line=number
            )
            return
        texts = [clean(ours[1])[0], clean(theirs[1])[0]]
        if not all(texts):
            report.leave_out("empty", say("A line is empty; the pair is left out."), line=ours[0])
            continue
        sides = [
            (Segment(text, language=language),) for text, language in zip(texts, languages, strict=True)
        ]
        report.units += 1
        yield Unit(f"line-{ours[0]}", sides[0], sides[1])
