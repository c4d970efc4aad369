"""Plain text of one side, in its paragraphs with their labels.

write(units, out, side) -> Report        side is "source" or "target"
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from typing import BinaryIO

from workbench.bitext.acts import Side, side_of
from workbench.bitext.report import Report
from workbench.bitext.units import Unit, join
from workbench.segment import Segment

_LONGEST_FIRST_BLOCK = 1000
"""Units in block 0 after which no other block is waited for: these units carry none."""


def write(units: Iterable[Unit], out: BinaryIO, side: Side) -> Report:
    """Write the paragraphs of a side with an empty line between two; counted are the units."""
    report = Report()

    def counted() -> Iterator[Unit]:
        for unit in units:
            report.units += bool(side_of(unit, side))
            yield unit

    for number, paragraph in enumerate(paragraphs(counted(), side)):
        out.write(("\n" * bool(number) + paragraph + "\n").encode())
    return report


def paragraphs(units: Iterable[Unit], side: Side) -> Iterator[str]:
    """The text of each block of a side, its label in front.

    Units that carry no block (all in block 0) are a paragraph each.
    """
    units = iter(units)
    first = list(islice(units, _LONGEST_FIRST_BLOCK))
    has_blocks = any(each.block for unit in first for each in side_of(unit, side))
    numbered = (
        (each.block if has_blocks else number, each)
        for number, unit in enumerate(chain(first, units))
        for each in side_of(unit, side)
    )
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield _paragraph([each for _, each in group])


def _paragraph(segments: list[Segment]) -> str:
    label = segments[0].label
    return (f"{label} " if label else "") + join(tuple(segments))
