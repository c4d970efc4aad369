"""Tables: Excel workbooks, CSV and TSV; each cell with words or numbers is a block."""

import csv
import warnings
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO

from openpyxl import load_workbook

from workbench.errors import BadFile, TooLong
from workbench.files import archives
from workbench.files.drafts import Draft, blocks_of
from workbench.files.opened import Opened
from workbench.files.tree import letters
from workbench.saying import say
from workbench.text.decoding import decode

MOST_CELLS = 500_000
_DELIMITERS = ",;\t|"
_SAMPLE = 8192
_LONGEST_FIELD = 10_000_000


def open_workbook(content: bytes, language: str) -> Opened:
    """The cells of an Excel workbook, sheet by sheet and row by row; formulas by their last results."""
    archives.check(content)
    try:
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            drafts = [
                draft
                for sheet in book.worksheets
                for draft in _cells(sheet.iter_rows(values_only=True), f"{sheet.title}!")
            ]
    except (TooLong, BadFile):
        raise
    except Exception as error:  # openpyxl lets whatever its parsers raise through
        raise BadFile(
            say("This Excel workbook is damaged. Open it in Excel and save it again.")
        ) from error
    return _opened(drafts, "xlsx", language)


def open_table(content: bytes, language: str, delimiter: str = "") -> Opened:
    """The cells of a CSV or TSV file; the sign between cells is told from its first lines."""
    text, encoding = decode(content)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        if delimiter and text.count('"') % 2:  # a sign for inches, not around a cell
            rows = csv.reader(StringIO(text), delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            rows = csv.reader(StringIO(text), delimiter=delimiter or _delimiter(text))
        drafts = list(_cells(rows))
    except csv.Error as error:
        raise BadFile(
            say("This table cannot be read: %(error)s. Save it again as CSV in UTF-8.", error=error)
        ) from error
    opened = _opened(drafts, "csv", language)
    return Opened(opened.blocks, opened.format, opened.remarks, encoding)


def open_tabbed(content: bytes, language: str) -> Opened:
    """The cells of a table with tabs between them."""
    return open_table(content, language, "\t")


def _opened(drafts: Sequence[Draft], kind: str, language: str) -> Opened:
    blocks, remarks = blocks_of(drafts, language)
    return Opened(blocks, kind, remarks)


def _delimiter(text: str) -> str:
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], _DELIMITERS).delimiter
    except csv.Error:
        return ","


def _cells(rows: Iterable[Iterable[object]], sheet: str = "") -> Iterator[Draft]:
    number = 0
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells):
            text = "" if value is None else str(value).strip()
            if not text:
                continue
            number += 1
            if number > MOST_CELLS:
                raise TooLong(
                    say(
                        "This table has more than %(number)s cells. Cut it into parts.",
                        number=f"{MOST_CELLS:,}",
                    )
                )
            yield Draft(text, "table_cell", place=f"{sheet}{letters(column)}{row}")
