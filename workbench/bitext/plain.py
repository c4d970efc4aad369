"""Plain text of one side, in its paragraphs with their labels.

write(units, out, side) -> Report        side is "source" or "target"
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.segment import Segment


def write(units: Iterable[Unit], out: BinaryIO, side: str) -> Report:
    """Write the paragraphs of a side with an empty line between two."""
    report = Report()
    for number, paragraph in enumerate(paragraphs(units, side)):
        out.write(("\n" * bool(number) + paragraph + "\n").encode())
        report.units += 1
    return report


def paragraphs(units: Iterable[Unit], side: str) -> Iterator[str]:
    """The text of each block of a side, its label in front.

    Units that carry no block (all in block 0) are a paragraph each.
    """
    numbered = (
        ((each.block or f"unit {number}"), each)
        for number, unit in enumerate(units)
        for each in (unit.source if side == "source" else unit.target)
    )
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield _paragraph([each for _, each in group])


def _paragraph(segments: list[Segment]) -> str:
    parts = [part for each in segments for part in (each.text, each.after)]
    label = segments[0].label
    return (f"{label} " if label else "") + "".join(parts[:-1])
