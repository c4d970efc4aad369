"""Units as a PO catalogue, and back: the uid is the msgctxt, an unconfirmed unit is fuzzy.

    write(units, out, *, target_language="my") -> Report
    read(stream, report=None, *, languages=("en", "my")) -> Iterator[Unit]

Status and score stand in extracted comments (`#. x-status: confirmed`), notes in translator comments.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import polib

from workbench.bitext import taking
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.lines import lines
from workbench.bitext.report import Report
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.errors import BadFile
from workbench.saying import say

_LINE = re.compile(r'#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')
_HEADER = 'msgid ""\nmsgstr ""\n\n'
"""Stands before each entry as it is read; polib takes the first comment of a file for its own."""


def write(units: Iterable[Unit], out: BinaryIO, *, target_language: str = "my") -> Report:
    """Write a header and an entry a unit; a unit without source is left out: PO has no place for it."""
    report = Report()
    header = polib.POEntry(
        msgid="",
        msgstr=f"Language: {code(target_language)}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
    )
    out.write(f"{_text(header)}\n".encode())
    for unit in units:
        if not unit.source_text:
            report.leave_out("empty", say("The source is empty; left out."), unit=unit.uid)
            continue
        out.write(f"{_text(_entry(unit))}\n".encode())
        report.units += 1
    return report


def _text(entry: polib.POEntry) -> str:
    return str(entry.__unicode__(wrapwidth=0))


def _entry(unit: Unit) -> polib.POEntry:
    said = [f"x-status: {unit.status.value}"]
    if unit.score is not None:
        said.append(f"x-score: {unit.score!r}")
    return polib.POEntry(
        msgctxt=clean(unit.uid)[0],
        msgid=clean(unit.source_text)[0],
        msgstr=clean(unit.target_text)[0],
        comment="\n".join(said),
        tcomment="\n".join(clean(note)[0] for note in unit.notes),
        flags=[] if unit.status is Status.CONFIRMED else ["fuzzy"],
    )


def read(
    stream: BinaryIO, report: Report | None = None, *, languages: tuple[str, str] = ("en", "my")
) -> Iterator[Unit]:
    """The units of a catalogue; an entry that cannot be read is reported and the rest goes on.

    Refuses with `BadFile` what has no entry at all.
    """
    report = Report() if report is None else report
    entries = 0
    for line, block in _blocks(stream, report):
        if fault := _fault(block):
            report.leave_out(
                "bad-entry", say("Not a PO entry: %(text)s. Left out.", text=fault[:60]), line=line
            )
            continue
        try:
            found = list(polib.pofile(_HEADER + block, check_for_duplicates=False))
        except (OSError, ValueError, IndexError, UnicodeError) as error:
            reason = str(error).split(": ", 1)[-1]
            report.leave_out(
                "bad-entry", say("Not a PO entry (%(reason)s); left out.", reason=reason), line=line
            )
            continue
        entries += "msgid" in block
        for entry in found:
            unit = _unit(entry, line, languages, report)
            if unit:
                report.units += 1
                yield unit
    if not entries:
        raise BadFile(say("This is not a PO catalogue: it has no msgid."))


def _fault(block: str) -> str:
    """The first line that is neither a comment nor a quoted string; polib would take a part of it."""
    return next((line for line in block.splitlines() if not _LINE.fullmatch(line.strip())), "")


def _blocks(stream: BinaryIO, report: Report) -> Iterator[tuple[int, str]]:
    """Each run of lines between empty lines, with the line where it begins."""
    start = 1
    block: list[str] = []
    for number, line in lines(stream, report):
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, "\n".join(block) + "\n"
            block = []
    if block:
        yield start, "\n".join(block) + "\n"


def _unit(entry: polib.POEntry, line: int, languages: tuple[str, str], report: Report) -> Unit | None:
    """The unit of an entry, or nothing for the header and what is obsolete."""
    if entry.obsolete or not entry.msgid:
        return None
    target = entry.msgstr
    if entry.msgid_plural:
        target = entry.msgstr_plural.get(0, "")
        report.add("plural", say("Has plural forms; the first was taken."), line=line)
    said = dict(each.split(": ", 1) for each in entry.comment.split("\n") if ": " in each)
    source = taking.side(entry.msgid, languages[0], report, line=line)
    goal = taking.side(target, languages[1], report, line=line)
    notes = tuple(note for note in entry.tcomment.split("\n") if note)
    status = _status(entry, STATUSES.get(said.get("x-status", "")))
    uid = entry.msgctxt or f"line-{line}"
    return Unit(uid, source, goal, taking.score(said.get("x-score")), (), status, notes)


def _status(entry: polib.POEntry, ours: Status | None) -> Status:
    """Our own word, unless somebody has set or taken off the mark that says whether it needs work."""
    fuzzy = "fuzzy" in entry.flags
    if ours is None:
        return Status.NEEDS_REVIEW if fuzzy else Status.UNREVIEWED
    if fuzzy == (ours is not Status.CONFIRMED):
        return ours
    return Status.NEEDS_REVIEW if fuzzy else Status.CONFIRMED
