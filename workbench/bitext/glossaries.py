"""Glossaries as files: a table (CSV or TSV) for a spreadsheet, and OmegaT's tab file.

    read_table(stream, report, source_language=, target_language=) -> Iterator[Term]
                        with a header or without; source, target and note
    write_csv(terms, out)       a header of the two languages and `note`; with the mark that Excel needs
    write_tab(terms, out)       as OmegaT takes it: source, target, note; no header

TBX has a module of its own. What is wrong with a line goes into the report and costs no other line.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from workbench.bitext.acts import SIDES
from workbench.bitext.cleaning import clean
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns, guard, guess, unguard
from workbench.bitext.terms import LONGEST, Term
from workbench.bitext.tsv import table
from workbench.text import Verdict, convert, detect
from workbench.text.folding import fold

_SAMPLE = 100
_MOST = 200_000


def read_table(
    stream: BinaryIO, report: Report, *, source_language: str = "en", target_language: str = "my"
) -> Iterator[Term]:
    """The terms of a CSV, TSV or OmegaT file; refuses with `BadFile` what has no two columns of text."""
    rows = (row for row in table(stream, report) if not (row[1] and row[1][0].startswith("#")))
    first = list(islice(rows, _SAMPLE))
    columns = guess([cells for _line, cells in first if any(cells)])
    if not columns.header:
        columns = replace(columns, notes=max(columns.source, columns.target) + 1)
    swapped = columns.header and columns.languages == (target_language, source_language)
    start = 1 if columns.header else 0
    for line, cells in islice(chain(first, rows), start, _MOST):
        term = _term(cells, columns, line, report)
        if term is not None:
            if swapped:
                term = replace(term, source=term.target, target=term.source)
            yield sound(term, source_language, target_language, line, report)


def write_csv(terms: Iterable[Term], out: BinaryIO, *, languages: tuple[str, str]) -> int:
    """Write a table that a spreadsheet opens; how many terms."""
    rows = [[guard(each.source), guard(each.target), guard(each.note)] for each in terms]
    out.write(("\ufeff" + _written([[*languages, "note"], *rows], ",")).encode())
    return len(rows)


def write_tab(terms: Iterable[Term], out: BinaryIO) -> int:
    """Write the tab file that goes into the folder `glossary` of an OmegaT project; how many terms."""
    rows = [[_cell(each.source), _cell(each.target), _cell(each.note)] for each in terms]
    out.write("".join("\t".join(row) + "\n" for row in rows).encode())
    return len(rows)


def sound(term: Term, source_language: str, target_language: str, line: int, report: Report) -> Term:
    """The term in Unicode, with its languages; what was changed is told."""
    report.units += 1
    texts = {}
    for side in SIDES:
        text = getattr(term, side)
        if detect(text).verdict is Verdict.ZAWGYI:
            text = convert(text)
            report.add("zawgyi", f"“{text}” was Zawgyi; converted.", level="remark", line=line)
        texts[side] = text
    return Term(texts["source"], texts["target"], term.note, source_language, target_language)


def texts_of(source: str, target: str, line: int, report: Report) -> tuple[str, str] | None:
    """Both texts cleaned, or None when they are no term; the report says why."""
    cleaned = clean(source)[0], clean(target)[0]
    if not any(cleaned):
        return None
    if not all(cleaned):
        side = "target" if cleaned[0] else "source"
        report.leave_out("empty", f"The {side} is empty; left out.", line=line)
    elif not all(fold(each).strip() for each in cleaned):
        report.leave_out("empty", "One side has no character that can be seen; left out.", line=line)
    elif max(map(len, cleaned)) > LONGEST:
        report.leave_out("long", f"Longer than {LONGEST} characters, so no term; left out.", line=line)
    else:
        return cleaned
    return None


def _term(cells: list[str], columns: Columns, line: int, report: Report) -> Term | None:
    def cell(at: int | None) -> str:
        return unguard(cells[at]) if at is not None and at < len(cells) else ""

    texts = texts_of(cell(columns.source), cell(columns.target), line, report)
    return Term(*texts, clean(cell(columns.notes))[0]) if texts else None


def _cell(text: str) -> str:
    return clean(text)[0].replace("\t", " ")


def _written(rows: Iterable[list[str]], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
