"""One `<tu>` to one unit: which two of its texts are taken, and what it says beside them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workbench.bitext import taking
from workbench.bitext.cleaning import as_sentence, clean
from workbench.bitext.codes import code
from workbench.bitext.inline import INLINE, flatten
from workbench.bitext.report import Report
from workbench.bitext.tmx.fields import ATTRIBUTES, LANG, SCORE, SEGMENT, STATUS, segments
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.bitext.xmlio import strip_namespace
from workbench.saying import say
from workbench.segment import Segment

_Segments = tuple[Segment, ...]


class _Side:
    """One variant as it is read: its language, its text, what `x-segment` says of it."""

    __slots__ = ("codes", "described", "language", "text")

    def __init__(self, language: str) -> None:
        self.language = language
        self.text = ""
        self.described: list[str] = []
        self.codes: Sequence[str] = ()


class Reader:
    """Turns each `<tu>` into a unit of one pair of languages."""

    def __init__(self, report: Report, source: str | None, target: str | None) -> None:
        self.report = report
        self.source = source
        self.target = target
        self.number = 0
        self.seen: set[int] = set()
        self.uid = ""
        self.line = 0
        self.nobody = _Side("")

    def order(self, first: str, second: str) -> tuple[str, str, bool] | None:
        """The codes of two languages and whether the second is the source; None: they are no pair."""
        codes = [code(first), code(second)]
        source, target = _chosen(codes, self.source, self.target)
        if source is None or target is None or source == target:
            return None
        return codes[0], codes[1], source == codes[1]

    def take(self, unit: Unit, line: int) -> Unit:
        """A unit that was made already; it gets another tuid when an earlier one has its own."""
        self.number += 1
        self.report.units += 1
        self.uid, self.line = unit.uid, line
        uid = self._uid()
        return unit if uid == unit.uid else replace(unit, uid=uid)

    def take_all(self, units: Sequence[Unit | None]) -> bool:
        """Take units that were made already, if none is missing and no tuid stands twice."""
        uids = {hash(unit.uid) for unit in units if unit}
        if len(uids) < len(units) or not self.seen.isdisjoint(uids):
            return False
        self.seen |= uids
        self.number += len(units)
        self.report.units += len(units)
        return True

    def unit(self, tu: Any, line: int) -> Unit | None:
        """The unit of this element, or nothing and a problem."""
        if tu.tag != "tu":
            strip_namespace(tu)
        self.number += 1
        self.line = line
        props = [(f"@{name}", value) for name, value in tu.items() if name in ATTRIBUTES]
        self.uid = tu.get("tuid") or f"tu-{self.number}"
        sides: dict[str, _Side] = {}
        notes: list[str] = []
        side = self.nobody
        for element in tu.iter():
            tag = element.tag
            if tag == "prop":
                name = element.get("type", "")
                if name == SEGMENT and sides:
                    side.described.append(element.text or "")
                else:
                    props.append((name, element.text or ""))
            elif tag == "seg":
                side.text, side.codes = flatten(element) if len(element) else (element.text or "", ())
            elif tag == "tuv":
                side = self._side(element, sides)
            elif tag == "note":
                notes.append(element.text or "")
        pair = self._pair(sides)
        return self._made(pair, notes, *_ours(props)) if pair else None

    def _made(
        self,
        pair: tuple[_Side, _Side],
        notes: list[str],
        status: Status,
        score: float | None,
        props: list[tuple[str, str]],
    ) -> Unit | None:
        """The unit of two sides, or nothing and a problem."""
        source = self._segments(pair[0], "source", props)
        target = self._segments(pair[1], "target", props)
        if not (source and target) and not self._has_text(source, target):
            return None
        self.report.units += 1
        return Unit(self._uid(), source, target, score, (), status, tuple(notes), tuple(props))

    def _tell(self, rule: str, message: str, level: str = "warning") -> None:
        self.report.add(rule, message, level=level, unit=self.uid, line=self.line)

    def _has_text(self, source: _Segments, target: _Segments) -> bool:
        if source or target:
            self._tell(
                "empty", say("The %(side)s is empty.", side=say("target") if source else say("source"))
            )
            return True
        message = say("Both sides are empty; left out.")
        self.report.leave_out("empty", message, unit=self.uid, line=self.line)
        return False

    def _uid(self) -> str:
        """The tuid; a second of the same name gets the unit's number too."""
        uid = self.uid
        if hash(uid) in self.seen:
            self._tell("duplicate-tuid", say("An earlier unit has this tuid too; a number was added."))
            uid = f"{uid}~{self.number}"
        self.seen.add(hash(uid))
        return uid

    def _side(self, tuv: Any, sides: dict[str, _Side]) -> _Side:
        """A variant under its language; the first of a language counts."""
        tag = tuv.get(LANG) or tuv.get("lang")
        if not tag:
            self._tell("no-language", say("A tuv has no xml:lang; left out."))
            return _Side("")
        language = code(tag)
        if language in sides:
            self._tell(
                "second-variant",
                say("Has a second text in %(language)s; the first was taken.", language=language),
            )
            return _Side("")
        sides[language] = side = _Side(language)
        return side

    def _pair(self, sides: dict[str, _Side]) -> tuple[_Side, _Side] | None:
        """The two sides to take, or nothing and a problem."""
        one, other = _chosen(list(sides), self.source, self.target)
        source, target = sides.get(one or ""), sides.get(other or "")
        if source is None or target is None or source is target:
            message = say(
                "Has %(found)s, not %(one)s and %(other)s; left out.",
                found=" and ".join(sides) or say("no language"),
                one=self.source or say("a source"),
                other=self.target or say("a second language"),
            )
            self.report.leave_out("no-pair", message, unit=self.uid, line=self.line)
            return None
        if others := ", ".join(each for each in sides if each not in (one, other)):
            self._tell("more-languages", say("Also has %(others)s; not taken.", others=others))
        return source, target

    def _segments(self, side: _Side, name: str, props: list[tuple[str, str]]) -> _Segments:
        """The segments of a side; its tags become props."""
        if side.codes:
            props += [(f"{INLINE}{name}", each) for each in side.codes]
        text, remarks = clean(side.text)
        for remark in remarks:
            self._tell("cleaned", as_sentence(remark, name), "remark")
        return segments(text, side.described, side.language)


def _chosen(
    languages: Sequence[str], source: str | None, target: str | None
) -> tuple[str | None, str | None]:
    """Which of these languages are the source and the target, where they are among them.

    Of more than two, English and Burmese are taken before others where none was named.
    """
    if len(languages) > 2:
        languages = sorted(languages, key=lambda each: each not in ("en", "my"))
    one = _find(source, languages) if source else next(iter(languages), None)
    rest = [each for each in languages if each != one]
    return one, _find(target, languages) if target else next(iter(rest), None)


def _find(wanted: str, languages: Sequence[str]) -> str | None:
    """The same code, else the first of the same primary language."""
    primary = wanted.split("-")[0]
    alike = (each for each in languages if each.split("-")[0] == primary)
    return wanted if wanted in languages else next(alike, None)


def _ours(props: list[tuple[str, str]]) -> tuple[Status, float | None, list[tuple[str, str]]]:
    """The status and score that props tell, and the other props."""
    status, score, others = Status.UNREVIEWED, None, []
    for name, value in props:
        if name == STATUS and value in STATUSES:
            status = STATUSES[value]
        elif name == SCORE and (number := taking.score(value)) is not None:
            score = number
        else:
            others.append((name, value))
    return status, score, others
