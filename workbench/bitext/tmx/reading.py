"""TMX 1.1 to 1.4b to units, from any tool, however damaged.

A sound file is parsed as it streams. Where it is not well-formed, what was parsed before stands, and
the rest goes through `salvage`, unit by unit, so that one bad unit or a cut costs that unit alone.
Nothing is fetched, no entity is expanded, no node may pass ten million characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from lxml import etree

from workbench.bitext.cleaning import clean
from workbench.bitext.report import Report
from workbench.bitext.tmx.fields import ATTRIBUTES, INLINE, LANG, SCORE, SEGMENT, STATUS, code, segments
from workbench.bitext.tmx.inline import flatten
from workbench.bitext.tmx.salvage import opening, salvage
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.segment import Segment

_Segments = tuple[Segment, ...]
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def read(
    stream: BinaryIO,
    report: Report | None = None,
    *,
    source: str | None = None,
    target: str | None = None,
) -> Iterator[Unit]:
    """The units of a TMX file, in order; what was changed or left out goes into the report.

    `stream` must be seekable. The source is the file's `srclang` and the target the first other
    language of each unit, unless they are named. Refuses with `BadFile` what is no TMX, and what
    declares entities. The report's notes tell `srclang`, `signature`, `creationtool` and the like.
    """
    report = Report() if report is None else report
    head = opening(stream)
    report.notes.update(head.notes)
    declared = code(head.notes.get("srclang", ""))
    wanted = source or (None if declared in ("", "*all*") else declared)
    reader = _Reader(report, wanted and code(wanted), target and code(target))
    try:
        for tu in _sound(stream):
            if unit := reader.unit(tu, tu.sourceline or 0):
                yield unit
    except etree.XMLSyntaxError as error:
        report.add("not-well-formed", f"Not well-formed XML: {error.msg}.", line=error.lineno or 0)
        for tu, line in salvage(stream, head.encoding, report, skip=reader.number):
            if unit := reader.unit(tu, line):
                yield unit


def _sound(stream: BinaryIO) -> Iterator[Any]:
    """Each `<tu>` of the body as it is parsed; raises `XMLSyntaxError` where the file is broken."""
    for _, tu in etree.iterparse(stream, tag="tu", **_SAFE):
        body = tu.getparent()
        if body is None or body.tag != "body":
            message = "a <tu> inside another, which has no end"
            raise etree.XMLSyntaxError(message, 0, tu.sourceline, 0)
        yield tu
        tu.clear()
        while tu.getprevious() is not None:
            del body[0]


@dataclass(slots=True)
class _Said:
    """What a `<tu>` says beside its two texts, and where it stands."""

    report: Report
    uid: str
    line: int
    status: Status = Status.UNREVIEWED
    score: float | None = None
    notes: list[str] = field(default_factory=list)
    props: list[tuple[str, str]] = field(default_factory=list)

    def tell(self, rule: str, message: str, level: str = "warning") -> None:
        """Take down a problem of this unit."""
        self.report.add(rule, message, level=level, unit=self.uid, line=self.line)

    def take(self, element: Any) -> None:
        """Take down a `<prop>` or `<note>`; our own status and score become fields again."""
        text = element.text or ""
        if element.tag == "note":
            self.notes.append(text)
            return
        name = element.get("type", "")
        if name == STATUS and text in STATUSES:
            self.status = STATUSES[text]
        elif name == SCORE and (score := _score(text)) is not None:
            self.score = score
        else:
            self.props.append((name, text))


class _Reader:
    """Turns each `<tu>` into a unit of one pair of languages."""

    def __init__(self, report: Report, source: str | None, target: str | None) -> None:
        self.report = report
        self.source = source
        self.target = target
        self.number = 0
        self.seen: set[int] = set()

    def unit(self, tu: Any, line: int) -> Unit | None:
        """The unit of this element, or nothing and a problem."""
        self.number += 1
        said = _Said(self.report, tu.get("tuid") or f"tu-{self.number}", line)
        said.props += [(f"@{name}", value) for name, value in tu.items() if name in ATTRIBUTES]
        sides: dict[str, Any] = {}
        for child in tu:
            if child.tag == "tuv":
                _take_side(child, sides, said)
            elif child.tag in ("prop", "note"):
                said.take(child)
        pair = self._pair(sides, said)
        if pair is None:
            return None
        source = _segments(sides[pair[0]], pair[0], "source", said)
        target = _segments(sides[pair[1]], pair[1], "target", said)
        if not self._has_text(source, target, said):
            return None
        self.report.units += 1
        notes, props = tuple(said.notes), tuple(said.props)
        return Unit(self._uid(said), source, target, said.score, (), said.status, notes, props)

    def _has_text(self, source: _Segments, target: _Segments, said: _Said) -> bool:
        if not (source or target):
            message = "Both sides are empty; left out."
            self.report.leave_out("empty", message, unit=said.uid, line=said.line)
        elif not (source and target):
            said.tell("empty", f"The {'target' if source else 'source'} is empty.")
        return bool(source or target)

    def _uid(self, said: _Said) -> str:
        """The tuid; a second of the same name gets the unit's number too."""
        uid = said.uid
        if hash(uid) in self.seen:
            said.tell("duplicate-tuid", "An earlier unit has this tuid too; a number was added.")
            uid = f"{uid}~{self.number}"
        self.seen.add(hash(uid))
        return uid

    def _pair(self, sides: dict[str, Any], said: _Said) -> tuple[str, str] | None:
        """The two languages to take, or nothing and a problem."""
        source = _find(self.source, sides) if self.source else next(iter(sides), None)
        rest = [each for each in sides if each != source]
        target = _find(self.target, sides) if self.target else next(iter(rest), None)
        if source is None or target is None or source == target:
            wanted = f"{self.source or 'a source'} and {self.target or 'a second language'}"
            message = f"Has {' and '.join(sides) or 'no language'}, not {wanted}; left out."
            self.report.leave_out("no-pair", message, unit=said.uid, line=said.line)
            return None
        if len(rest) > 1:
            others = ", ".join(each for each in rest if each != target)
            said.tell("more-languages", f"Also has {others}; not taken.")
        return source, target


def _find(wanted: str, sides: dict[str, Any]) -> str | None:
    """The side of this language: the same code, else the same primary language."""
    if wanted in sides:
        return wanted
    primary = wanted.split("-")[0]
    return next((each for each in sides if each.split("-")[0] == primary), None)


def _take_side(tuv: Any, sides: dict[str, Any], said: _Said) -> None:
    """Take down a variant under its language; the first of a language counts."""
    tag = tuv.get(LANG) or tuv.get("lang")
    if not tag:
        said.tell("no-language", "A tuv has no xml:lang; left out.")
    elif code(tag) in sides:
        said.tell("second-variant", f"Has a second text in {code(tag)}; the first was taken.")
    else:
        sides[code(tag)] = tuv


def _segments(tuv: Any, language: str, side: str, said: _Said) -> _Segments:
    """The segments of a variant; its notes and foreign props go to the unit."""
    text = ""
    described: list[str] = []
    for child in tuv:
        if child.tag == "seg":
            text = child.text or ""
            if len(child):
                text, codes = flatten(child)
                said.props += [(f"{INLINE}{side}", each) for each in codes]
        elif child.tag == "prop" and child.get("type") == SEGMENT:
            described.append(child.text or "")
        elif child.tag in ("prop", "note"):
            said.take(child)
    cleaned, remarks = clean(text)
    for remark in remarks:
        said.tell("cleaned", f"{remark[0].upper()}{remark[1:]} in the {side}.", "remark")
    return segments(cleaned, described, language)


def _score(text: str) -> float | None:
    """The score a prop tells, where it is one from 0 to 1."""
    try:
        score = float(text)
    except ValueError:
        return None
    return score if 0 <= score <= 1 else None
