"""Units as a workbook for reviewers, and any bilingual workbook back.

    write(units, out, heading=UNTITLED) -> Report
    read(stream, report=None, *, columns=None) -> Iterator[Unit]

One sheet, the header frozen, the status a list to choose from. A cell is text, never a formula, so
nothing needs a guard; the id at the end of a row is what brings a reviewer's edit back to its pair.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import ExcelWriter

from workbench.bitext.archives import copy, entry, members
from workbench.bitext.heading import UNTITLED, Heading
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns, completed, header, row
from workbench.bitext.tables import units as units_of
from workbench.bitext.units import STATUSES, Unit
from workbench.errors import BadFile
from workbench.saying import say

LONGEST_CELL = 32_767
"""Characters Excel takes in one cell."""
_NO_TIME = datetime(1980, 1, 1)
_SAMPLE = 100
_LARGEST = 1_000_000_000
_WIDTHS = (70, 70, 14, 8, 24, 40)
_FAULTS = (
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    AttributeError,
    IndexError,
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    OSError,
    SyntaxError,
)


def write(units: Iterable[Unit], out: BinaryIO, heading: Heading = UNTITLED) -> Report:
    """Write one sheet; a text that Excel would cut is left out and told."""
    report = Report()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Review")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    choice = ",".join(STATUSES)
    validation = DataValidation(type="list", formula1=f'"{choice}"', allow_blank=True)
    validation.add("C2:C1048576")
    sheet.data_validations.append(validation)
    names = header(heading.source_language, heading.target_language)
    sheet.append([_cell(sheet, name, bold=True) for name in names])
    for unit in units:
        cells = row(unit, guarded=False)
        if max(map(len, cells)) > LONGEST_CELL:
            message = say(
                "Longer than the %(number)s characters of a cell; left out.", number=LONGEST_CELL
            )
            report.leave_out("long", message, unit=unit.uid)
            continue
        sheet.append([_cell(sheet, cell) for cell in cells])
        report.units += 1
    properties = book.properties
    properties.title, properties.created = heading.title, _NO_TIME
    properties.modified = _NO_TIME
    ExcelWriter(book, _Timeless(out, "w", zipfile.ZIP_DEFLATED)).save()
    return report


class _Timeless(zipfile.ZipFile):
    """A zip whose members are not dated, so that the same units give the same bytes at any time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any) -> None:
        super().writestr(entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:
        with Path(filename).open("rb") as stream:
            copy(stream, self, arcname)


def _cell(sheet: Any, value: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"  # text, even where it begins with =
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(name="Noto Sans Myanmar", size=11, bold=bold)
    return cell


def read(
    stream: BinaryIO, report: Report | None = None, *, columns: Columns | None = None
) -> Iterator[Unit]:
    """The units of the first visible sheet that has two texts.

    Hidden sheets and formulas are passed over and told. Refuses with `BadFile` what is no workbook, a
    zip bomb, and a workbook with a DTD.
    """
    report = Report() if report is None else report
    rows = table(stream, report)
    first = list(islice(rows, _SAMPLE))
    known = completed(columns, [cells for _, cells in first])
    yield from units_of(chain(first, rows), known, report)


def table(stream: BinaryIO, report: Report) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first visible sheet with their numbers."""
    book = _open(stream)
    try:
        yield from _rows(_sheet(book, report), report)
    finally:
        book.close()


def _open(stream: BinaryIO) -> Any:
    try:
        with zipfile.ZipFile(stream) as archive:
            _refuse_dtd(archive)
        stream.seek(0)
        return openpyxl.load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    except _FAULTS as error:
        raise BadFile(
            say("This is not a workbook (XLSX) that can be read: %(error)s.", error=error)
        ) from error


def _refuse_dtd(archive: zipfile.ZipFile) -> None:
    """Refuse parts that could declare entities, before any parser sees them."""
    for each in members(archive, _LARGEST):
        if each.filename.endswith((".xml", ".rels")):
            with archive.open(each) as part:
                if b"<!DOCTYPE" in part.read(4096).replace(b"\0", b""):
                    raise BadFile(
                        say(
                            "%(name)s in the workbook has a DTD; no program writes that.",
                            name=each.filename,
                        )
                    )


def _sheet(book: Any, report: Report) -> Any:
    """The first sheet that is not hidden."""
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        report.add(
            "hidden-sheet", say("Hidden sheets are passed over: %(names)s.", names=", ".join(hidden))
        )
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not seen:
        raise BadFile(say("The workbook has no visible sheet."))
    if len(seen) > 1:
        others = ", ".join(sheet.title for sheet in seen[1:])
        report.add(
            "more-sheets",
            say(
                "Only the first sheet, %(name)s, was read; not %(others)s.",
                name=seen[0].title,
                others=others,
            ),
        )
    return seen[0]


def _rows(sheet: Any, report: Report) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row as text."""
    sheet.reset_dimensions()  # the file's own word on its size may be wrong, or ten thousand columns
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=100), 1):
            texts = [_text(cell, number, report) for cell in cells]
            while texts and not texts[-1]:  # the cells of a row that is narrower than the widest
                texts.pop()
            yield number, texts
    except _FAULTS as error:
        report.add(
            "broken", say("The sheet cannot be read further: %(error)s.", error=error), level="error"
        )


def _text(cell: Any, number: int, report: Report) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "f":
        report.add(
            "formula", say("A formula is passed over; copy its value into the cell."), line=number
        )
        return ""
    return str(cell.value)
