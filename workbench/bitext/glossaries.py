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

from workbench.bitext.cleaning import clean
from workbench.bitext.report import Report
from workbench.bitext.tables import Columns, guard, guess, unguard
from workbench.bitext.terms import LONGEST, Term
from workbench.bitext.tsv import table
from workbench.saying import say
from workbench.text import unicode_of

_SAMPLE = 100


def read_table(
    stream: BinaryIO, report: Report, *, source_language: str = "en", target_language: str = "my"
) -> Iterator[Term]:
    """The terms of a CSV, TSV or OmegaT file; refuses with `BadFile` what has no two columns of text."""
    rows = (row for row in table(stream, report) if not _is_comment(row[1]))
    first = list(islice(rows, _SAMPLE))
    columns = guess([cells for _line, cells in first if any(cells)])
    if not columns.header:
        columns = replace(columns, notes=max(columns.source, columns.target) + 1)
    languages = source_language, target_language
    swapped = columns.header and columns.languages == languages[::-1]
    for line, cells in islice(chain(first, rows), 1 if columns.header else 0, None):
        source, target, note = _texts(cells, columns)
        if swapped:
            source, target = target, source
        if term := sound(source, target, note, languages, line, report):
            yield term


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


def sound(
    source: str, target: str, note: str, languages: tuple[str, str], line: int, report: Report
) -> Term | None:
    """The term of two texts, cleaned and in Unicode, or None; the report says what was done and why."""
    texts = clean(source)[0], clean(target)[0]
    if not any(texts):
        return None
    if max(map(len, texts)) > LONGEST:
        report.leave_out(
            "long",
            say("Longer than %(number)s characters, so no term; left out.", number=LONGEST),
            line=line,
        )
        return None
    source, target = (_unicode(each, line, report) for each in texts)
    term = Term(source, target, clean(note)[0], *languages)
    if not term.source_folded or not term.target_folded:
        side = "target" if term.source_folded else "source"
        report.leave_out("empty", say("The %(side)s is empty; left out.", side=side), line=line)
        return None
    report.units += 1
    return term


def _unicode(text: str, line: int, report: Report) -> str:
    converted = unicode_of(text)
    if converted == text:
        return text
    report.add(
        "zawgyi", say("“%(text)s” was Zawgyi; converted.", text=converted), level="remark", line=line
    )
    return converted


def _is_comment(cells: list[str]) -> bool:
    """Whether a line is a comment, as OmegaT writes at the head of its file; a term may begin with #."""
    return len(cells) == 1 and cells[0].startswith("#")


def _texts(cells: list[str], columns: Columns) -> list[str]:
    """Source, target and note of a row; what is not there is empty."""
    places = columns.source, columns.target, columns.notes
    return [unguard(cells[at]) if at is not None and at < len(cells) else "" for at in places]


def _cell(text: str) -> str:
    return clean(text)[0].replace("\t", " ")


def _written(rows: Iterable[list[str]], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
