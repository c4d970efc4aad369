"""Units as rows of cells, for TSV, CSV and XLSX, and back by columns guessed or given.

A cell that a spreadsheet would take for a formula (it begins with = + - @) gets an apostrophe in front,
which reading takes away again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.bitext import taking
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.errors import BadFile
from workbench.saying import say

FIELDS = ("status", "score", "id", "notes")
"""The columns after the two texts."""
_FORMULA = re.compile("'*[=+@\t\r-]")
_GUARDED = re.compile("'+[=+@\t\r-]")
_NAMES = {
    "source": ("source", "en", "eng", "english", "source text"),
    "target": ("target", "my", "mya", "bur", "burmese", "myanmar", "translation", "target text"),
    "status": ("status", "state"),
    "score": ("score", "confidence"),
    "id": ("id", "uid", "tuid", "pair", "pair id"),
    "notes": ("notes", "note", "comment", "comments", "remark"),
}
_MYANMAR = re.compile("[\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column, from 0, holds what; None where there is none. `header`: the first row names them."""

    source: int
    target: int
    status: int | None = None
    score: int | None = None
    id: int | None = None
    notes: int | None = None
    header: bool = True
    languages: tuple[str, str] = ("en", "my")


def header(source_language: str, target_language: str) -> list[str]:
    """The first row: the two languages, then the fields."""
    return [code(source_language), code(target_language), *FIELDS]


def row(unit: Unit, *, guarded: bool = True) -> list[str]:
    """The cells of one unit; its notes on lines of one cell."""
    score = "" if unit.score is None else repr(unit.score)
    notes = "\n".join(clean(note)[0] for note in unit.notes)
    texts = [clean(unit.source_text)[0], clean(unit.target_text)[0]]
    cells = [*texts, unit.status.value, score, clean(unit.uid)[0], notes]
    return [guard(cell) for cell in cells] if guarded else cells


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guard("=1+1"), guard("'=x"), guard("1-1")
    ("'=1+1", "''=x", '1-1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`.

    >>> unguard("'=1+1"), unguard("''=x"), unguard("'tis")
    ('=1+1', "'=x", "'tis")
    """
    return cell[1:] if _GUARDED.match(cell) else cell


def guess(rows: Sequence[Sequence[str]]) -> Columns:
    """The columns of a table from its first rows: by their names, else by their script.

    Refuses with `BadFile` a table without two columns of text.
    """
    if not rows:
        raise BadFile(say("The table is empty: there is no row in it."))
    found = named(rows[0])
    if "source" in found and "target" in found:
        source, target = found.pop("source"), found.pop("target")
        languages = _language(rows[0][source], "en"), _language(rows[0][target], "my")
        status, score, uid, notes = map(found.get, FIELDS)
        return Columns(source, target, status, score, uid, notes, languages=languages)
    return _by_script(rows)


def completed(columns: Columns | None, rows: Sequence[Sequence[str]]) -> Columns:
    """The columns that a person chose, the others by their names; all guessed where none was chosen."""
    if columns is None:
        return guess(rows)
    if not (columns.header and rows):
        return columns
    names = rows[0]
    taken = (columns.source, columns.target)
    found = {field: at for field, at in named(names).items() if field in FIELDS and at not in taken}
    source, target = (
        _language(names[at], usual)
        if at < len(names) and len(code(names[at]).split("-")[0]) == 2
        else usual
        for at, usual in zip(taken, columns.languages, strict=True)
    )
    status, score, uid, notes = map(found.get, FIELDS)
    return Columns(*taken, status, score, uid, notes, languages=(source, target))


_DESCRIBED = {
    "status": say("status %(number)s"),
    "score": say("score %(number)s"),
    "id": say("id %(number)s"),
    "notes": say("notes %(number)s"),
}


def described(columns: Columns) -> str:
    """Which column holds what, counted from 1, as a person reads it.

    >>> described(Columns(0, 2, id=1))
    'source 1 (en), target 3 (my), id 2'
    """
    source, target = columns.languages
    texts = [
        say("source %(number)s (%(name)s)", number=columns.source + 1, name=source),
        say("target %(number)s (%(name)s)", number=columns.target + 1, name=target),
    ]
    others = ((words, getattr(columns, name)) for name, words in _DESCRIBED.items())
    return ", ".join([*texts, *(words % {"number": at + 1} for words, at in others if at is not None)])


def places(text: str) -> tuple[int, int]:
    """The columns of source and target that a person named, from 0; raises `ValueError` else.

    >>> places("2,4")
    (1, 3)
    """
    source, target = (int(each) for each in text.split(","))
    if not (0 < source < 1000 and 0 < target < 1000) or source == target:
        raise ValueError(f"{text!r} names no two columns")
    return source - 1, target - 1


def named(names: Sequence[str]) -> dict[str, int]:
    """The fields whose names stand in the header."""
    cells = [name.strip().lstrip("\ufeff").lower() for name in names]
    found = {
        field: next((at for at, cell in enumerate(cells) if cell in known), None)
        for field, known in _NAMES.items()
    }
    return {field: at for field, at in found.items() if at is not None}


def _language(name: str, default: str) -> str:
    name = name.strip().lstrip("\ufeff")
    return code(name) if re.fullmatch("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*", name) else default


def _by_script(rows: Sequence[Sequence[str]]) -> Columns:
    """The column with most Burmese is the target, the one with most other letters the source."""
    width = max((len(each) for each in rows), default=0)
    if width < 2:
        raise BadFile(say("The table has no two columns; name them in the first row: en, my."))
    columns = [[each[at] for each in rows if at < len(each)] for at in range(width)]
    burmese = [sum(len(_MYANMAR.findall(cell)) for cell in column) for column in columns]
    letters = [sum(sum(map(str.isalpha, cell)) for cell in column) for column in columns]
    target = max(range(width), key=lambda at: burmese[at])
    others = [at for at in range(width) if at != target and letters[at]]
    if not others or not burmese[target]:
        raise BadFile(
            say(
                "Cannot tell which column is the source and which the target. Name them in the "
                "first row: en, my."
            )
        )
    return Columns(max(others, key=lambda at: letters[at] - burmese[at]), target, header=False)


def units(rows: Iterable[tuple[int, Sequence[str]]], columns: Columns, report: Report) -> Iterator[Unit]:
    """The units of numbered rows (their line first); what is wrong with a row goes into the report.

    The report's notes tell the columns: `columns` in words, `fields` what they hold.
    """
    report.notes["columns"] = described(columns)
    known = (name for name in FIELDS if getattr(columns, name) is not None)
    report.notes["fields"] = " ".join(("source", "target", *known))
    for number, (line, cells) in enumerate(rows, 0 if columns.header else 1):
        if number == 0 or not any(cells):
            continue
        unit = _unit(cells, columns, number, line, report)
        if unit is None:
            report.leave_out("empty", say("Both texts are empty; left out."), line=line)
        else:
            report.units += 1
            yield unit


def _unit(cells: Sequence[str], columns: Columns, number: int, line: int, report: Report) -> Unit | None:
    def cell(at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    sides = [
        taking.side(cell(at), language, report, line=line)
        for at, language in zip((columns.source, columns.target), columns.languages, strict=True)
    ]
    if not any(sides):
        return None
    if not all(sides):
        report.add(
            "empty",
            say("The %(side)s is empty.", side=say("target") if sides[0] else say("source")),
            line=line,
        )
    score = _number(cell(columns.score), line, report)
    status = _status(cell(columns.status), line, report)
    notes = tuple(note for note in cell(columns.notes).split("\n") if note)
    return Unit(cell(columns.id) or f"row-{number}", sides[0], sides[1], score, (), status, notes)


def _number(cell: str, line: int, report: Report) -> float | None:
    if not cell.strip():
        return None
    score = taking.score(cell)
    if score is not None:
        return score
    report.add(
        "bad-score",
        say("The score “%(score)s” is not a number from 0 to 1; passed over.", score=cell[:40]),
        line=line,
    )
    return None


def _status(cell: str, line: int, report: Report) -> Status:
    name = cell.strip().lower().replace(" ", "_")
    if name in STATUSES:
        return STATUSES[name]
    if name:
        report.add(
            "bad-status",
            say("The status “%(status)s” is none of ours; set to unreviewed.", status=cell[:40]),
            line=line,
        )
    return Status.UNREVIEWED
