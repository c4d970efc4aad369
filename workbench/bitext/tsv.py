"""Units to TSV or CSV for a spreadsheet, and back.

    write(units, out, *, source_language="en", target_language="my", delimiter="\\t", spreadsheet=True)
        -> Report           the header names the two languages, then status, score, id, notes
    read(stream, report=None, *, columns=None) -> Iterator[Unit]
                            columns are guessed from the first rows unless they are given

`spreadsheet` puts the byte order mark that Excel needs and guards cells that begin with = + - @; without
it the file is plain. Both stream. A stray quote is taken as it stands and costs no other line.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from workbench.bitext.lines import lines
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns, completed, header, named, row, unguard
from workbench.bitext.tables import units as units_of
from workbench.bitext.units import Unit
from workbench.saying import say

_SAMPLE = 100
_TALLEST_CELL = 50
"""Lines one quoted cell may span; beyond, its opening quote is taken for a stray one."""
_DELIMITERS = "\t,;|"
Row = tuple[int, list[str]]


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    delimiter: str = "\t",
    spreadsheet: bool = True,
) -> Report:
    """Write a header and one row a unit, UTF-8, LF."""
    report = Report()
    out.write(codecs.BOM_UTF8 if spreadsheet else b"")
    buffer = io.StringIO()
    rows = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    rows.writerow(header(source_language, target_language))
    for unit in units:
        rows.writerow(row(unit, guarded=spreadsheet))
        report.units += 1
        if report.units % 1000 == 0:
            out.write(buffer.getvalue().encode())
            buffer.seek(0)
            buffer.truncate()
    out.write(buffer.getvalue().encode())
    return report


def read(
    stream: BinaryIO, report: Report | None = None, *, columns: Columns | None = None
) -> Iterator[Unit]:
    """The units of a TSV or CSV in UTF-8 or UTF-16; refuses with `BadFile` what has no two texts."""
    report = Report() if report is None else report
    stream.seek(0)
    guarded = stream.read(3) == codecs.BOM_UTF8  # a file for a spreadsheet, so ours have guards
    rows = table(stream, report)
    if guarded:
        rows = ((line, [unguard(cell) for cell in cells]) for line, cells in rows)
    first = list(islice(rows, _SAMPLE))
    known = completed(columns, [cells for _, cells in first])
    yield from units_of(chain(first, rows), known, report)


def table(stream: BinaryIO, report: Report) -> Iterator[Row]:
    """The rows of the table with their lines; the delimiter is the one that most first lines share."""
    source = lines(stream, report)
    first = list(islice(source, _SAMPLE))
    delimiter = _delimiter([line for _, line in first])
    yield from _rows(chain(first, source), delimiter, report)


def _delimiter(sample: list[str]) -> str:
    """The delimiter between known names in the first line, else the one that most lines have.

    The tab wins a tie.
    """
    for sign in _DELIMITERS:
        if {"source", "target"} <= named(sample[0].split(sign) if sample else []).keys():
            return sign
    return max(_DELIMITERS, key=lambda sign: sum(sign in line for line in sample if line))


def _rows(source: Iterator[tuple[int, str]], delimiter: str, report: Report) -> Iterator[Row]:
    """Each record, over several lines where a quoted cell spans them."""
    waiting: list[tuple[int, str]] = []
    for numbered in source:
        waiting.append(numbered)
        while waiting and (rows := _records(waiting, delimiter, report, final=False)):
            yield from rows
    while waiting:
        yield from _records(waiting, delimiter, report, final=True)


def _records(
    waiting: list[tuple[int, str]], delimiter: str, report: Report, *, final: bool
) -> list[Row]:
    """The records that the waiting lines hold, taken out of them; none yet while a quote is open."""
    number = waiting[0][0]
    text = "\n".join(line for _, line in waiting)
    even = text.count('"') % 2 == 0
    if not even and not final and len(waiting) < _TALLEST_CELL:
        return []
    if even:
        try:
            rows = [
                (number, cells)
                for cells in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
            ]
        except csv.Error:
            pass
        else:
            waiting.clear()
            return rows or [(number, [])]
    report.add("stray-quote", say("A quote is not closed; the line is taken as it stands."), line=number)
    return [(number, waiting.pop(0)[1].split(delimiter))]
