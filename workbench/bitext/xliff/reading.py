"""XLIFF 1.x and 2.x to units; a damaged file gives every unit but the damaged ones."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from workbench.bitext import taking
from workbench.bitext.codes import code
from workbench.bitext.inline import INLINE, flatten
from workbench.bitext.report import Report
from workbench.bitext.salvaging import elements
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.bitext.xliff.writing import STATES
from workbench.errors import BadFile
from workbench.saying import say
from workbench.segment import Segment

_ROOT = re.compile(rb"<(?:[\w.-]+:)?xliff\b")
_STATES = {
    "signed-off": Status.CONFIRMED,
    "final": Status.CONFIRMED,
    "reviewed": Status.CONFIRMED,
    "needs-review-translation": Status.NEEDS_REVIEW,
    "needs-review-adaptation": Status.NEEDS_REVIEW,
    "needs-review-l10n": Status.NEEDS_REVIEW,
}
"""What the states of others mean here; any other is unreviewed."""


def read(stream: BinaryIO, report: Report | None = None) -> Iterator[Unit]:
    """The units of an XLIFF of any version; what was wrong goes into the report.

    Refuses with `BadFile` what is no XLIFF.
    """
    report = Report() if report is None else report
    refuse_other(stream)
    reader = _Reader(report)
    for name, element, line in elements(stream, ("trans-unit", "unit"), ("xliff", "file"), report):
        reader.line = line
        if name in ("xliff", "file"):
            reader.open(element)
        elif name == "trans-unit":
            yield from reader.unit_1(element)
        else:
            yield from reader.unit_2(element)


def refuse_other(stream: BinaryIO) -> None:
    """Refuse with `BadFile` what does not begin like an XLIFF."""
    stream.seek(0)
    head = stream.read(1 << 16).replace(b"\0", b"")
    stream.seek(0)
    if not _ROOT.search(head):
        raise BadFile(say("This is not an XLIFF file: there is no <xliff> at its beginning."))


class _Reader:
    """Turns elements into units, in the languages of the file they stand in."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.languages = ["en", "my"]
        self.uid = ""
        self.line = 0

    def open(self, element: Any) -> None:
        """Take the languages of an `<xliff>` (2.x) or a `<file>` (1.x)."""
        for place, names in enumerate((("srcLang", "source-language"), ("trgLang", "target-language"))):
            tag = next((element.get(name) for name in names if element.get(name)), None)
            if tag:
                self.languages[place] = code(tag)
                self.report.notes[("source", "target")[place]] = code(tag)

    def unit_1(self, element: Any) -> Iterator[Unit]:
        """The unit of a `<trans-unit>`."""
        self.uid = element.get("resname") or element.get("id") or f"line-{self.line}"
        target = element.find("{*}target")
        state = target.get("state", "") if target is not None else ""
        approved = element.get("approved") == "yes"
        status = Status.CONFIRMED if approved else _STATES.get(state)
        usual = {
            ours for ours, (one, _) in STATES.items()
            if state in ("", one) and (ours is Status.CONFIRMED) == approved
        }  # fmt: skip
        said = [
            (each.get("context-type", ""), each.text or "") for each in element.iterfind(".//{*}context")
        ]
        notes = tuple(each.text or "" for each in element.iterfind("{*}note"))
        yield from self._made(element.find("{*}source"), target, (status, usual), said, notes)

    def unit_2(self, element: Any) -> Iterator[Unit]:
        """The units of a `<unit>`: one a segment."""
        name = element.get("name") or element.get("id") or f"line-{self.line}"
        said = [(each.get("type", ""), each.text or "") for each in element.iterfind(".//{*}meta")]
        notes = tuple(each.text or "" for each in element.iterfind("{*}notes/{*}note"))
        found = element.findall("{*}segment")
        for number, segment in enumerate(found, 1):
            self.uid = name if len(found) == 1 else f"{name}/{number}"
            state = segment.get("state", "")
            usual = {ours for ours, (_, two) in STATES.items() if state in ("", two)}
            status = _STATES.get(state), usual
            yield from self._made(
                segment.find("{*}source"), segment.find("{*}target"), status, said, notes
            )

    def _made(
        self,
        source: Any,
        target: Any,
        status: tuple[Status | None, set[Status]],
        said: list[tuple[str, str]],
        notes: tuple[str, ...],
    ) -> Iterator[Unit]:
        """The unit of these elements; our own status and score among `said` become fields again.

        `status` is what the state of the file says, and which of ours are written so: our own word
        counts as long as no other program has changed the state.
        """
        known = dict(said)
        props = [pair for pair in said if pair[0] not in ("x-status", "x-score")]
        has_codes = any(name.startswith(INLINE) for name, _ in props)
        sides = [self._side(source, 0, props, has_codes), self._side(target, 1, props, has_codes)]
        if not sides[0]:
            self.report.leave_out(
                "empty", say("The source is empty; left out."), unit=self.uid, line=self.line
            )
            return
        if not sides[1]:
            self._tell("empty", say("The target is empty."))
        self.report.units += 1
        ours = STATUSES.get(known.get("x-status", ""))
        believed = ours if ours in status[1] or target is None else None
        exact = believed or status[0] or Status.UNREVIEWED
        score = taking.score(known.get("x-score"))
        yield Unit(self.uid, sides[0], sides[1], score, (), exact, notes, tuple(props))

    def _side(
        self, element: Any, place: int, props: list[tuple[str, str]], has_codes: bool
    ) -> tuple[Segment, ...]:
        """The text of one side; its tags become props unless the file has them already."""
        if element is None:
            return ()
        side = ("source", "target")[place]
        text, codes = flatten(element) if len(element) else (element.text or "", [])
        if not has_codes:
            props += [(f"{INLINE}{side}", each) for each in codes]
        language = self.languages[place]
        return taking.side(text, language, self.report, unit=self.uid, line=self.line, name=side)

    def _tell(self, rule: str, message: str, level: str = "warning") -> None:
        self.report.add(rule, message, level=level, unit=self.uid, line=self.line)
