"""Will this TMX work? The DTD, the specification and what real tools trip over, by line and unit.

Each rule says which level (error: units are lost or wrong; warning: some tool will not match or not
take it; remark) and what to do. The traps were tried with OmegaT, translate-toolkit, XML::TMX and
lttoolbox.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from workbench.bitext.codes import code
from workbench.bitext.phrasing import Finding, language_findings, text_findings
from workbench.bitext.report import Report
from workbench.bitext.salvaging import elements
from workbench.bitext.tmx.fields import CONTEXT, LANG
from workbench.bitext.tmx.opening import Opening, opening
from workbench.bitext.xmlio import strip_namespace
from workbench.saying import say

_DATE = re.compile(r"\d{8}T\d{6}Z")
_REQUIRED = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)
_DATATYPES = ("unknown", "html", "plaintext", "rtf", "sgml", "xml")


@cache
def dtd() -> etree.DTD:
    """The DTD of TMX 1.4."""
    with (Path(__file__).parent / "tmx14.dtd").open("rb") as stream:
        return etree.DTD(stream)


def validate(stream: BinaryIO) -> Report:
    """Every problem of a TMX file, bounded; refuses with `BadFile` what is no TMX at all."""
    report = Report()
    head = opening(stream)
    for finding in _head_findings(head):
        _tell(report, finding, line=head.line)
    checker = _Checker(report, code(head.notes.get("srclang", "")))
    for _, element, line in elements(stream, ("tu", "header"), (), report, level="error"):
        checker.element(element, line)
    checker.close()
    if not report.units:
        report.add("no-units", say("The file has no unit."), level="error")
    return report


def _tell(report: Report, finding: Finding, unit: str = "", line: int = 0) -> None:
    rule, level, message = finding
    report.add(rule, message, level=level, unit=unit, line=line)


def _head_findings(head: Opening) -> Iterator[Finding]:
    """What is wrong before the first unit."""
    version = head.notes.get("version", "")
    if version != "1.4":
        yield (
            "version",
            "warning",
            say("The version is “%(version)s”; the DTD of TMX 1.4 allows “1.4” alone.", version=version),
        )
    if "namespace" in head.notes:
        message = say("<tmx> has a namespace, which TMX 1.4 does not know: most tools find no unit.")
        yield "namespace", "error", message
    if missing := [name for name in _REQUIRED if not head.notes.get(name)]:
        yield "header", "error", say("The header lacks %(names)s.", names=", ".join(missing))
    if head.encoding != "utf-8":
        yield (
            "encoding",
            "remark",
            say(
                "The file is in %(name)s; UTF-8 without a mark is the safest.",
                name=head.encoding.upper(),
            ),
        )
    if head.crowded:
        message = say(
            "A <tu> stands on the line of <body>: Perl's XML::TMX reads no unit. Put <body> on its own."
        )
        yield "one-line", "warning", message
    source = head.notes.get("srclang", "")
    if source.lower() == "*all*":
        yield (
            "srclang",
            "warning",
            say("srclang is *all*: translate-toolkit swaps the sides. Name the source."),
        )
    elif source:
        yield from language_findings(source)
    if (kind := head.notes.get("datatype", "")) and kind.lower() not in _DATATYPES:
        yield (
            "datatype",
            "warning",
            say("Smartling does not know the datatype “%(name)s”; write plaintext.", name=kind),
        )


class _Checker:
    """Looks at one element after the other and remembers what must be unique."""

    def __init__(self, report: Report, source: str) -> None:
        self.report = report
        self.source = source if source != "*all*" else ""
        self.tuids: set[int] = set()
        self.targets: dict[int, int] = {}
        self.old_langs = self.old_lang_line = 0

    def element(self, element: Any, line: int) -> None:
        """Check a `<header>` or a `<tu>`."""
        if element.tag not in ("header", "tu"):
            strip_namespace(element)
        if element.tag == "header":
            if element.find("note") is not None:
                message = say("The header has a <note>: lt-tmxcomp refuses it. Write a <prop>.")
                self.report.add("header-note", message, line=line)
            return
        self.report.units += 1
        uid = element.get("tuid") or f"tu-{self.report.units}"
        for check in (self._valid, self._identity, self._sides, _dates, _pairing):
            for finding in check(element):
                _tell(self.report, finding, uid, line)
        if self.old_langs and not self.old_lang_line:
            self.old_lang_line = line

    def close(self) -> None:
        """Tell once what is wrong all through a file."""
        if self.old_langs:
            message = say(
                "lang instead of xml:lang, %(number)s times: translate-toolkit loses the texts.",
                number=self.old_langs,
            )
            self.report.add("old-lang", message, line=self.old_lang_line)

    def _valid(self, tu: Any) -> Iterator[Finding]:
        alone = etree.fromstring(etree.tostring(tu, with_tail=False))  # without its place in the file
        strip_namespace(alone)
        if not dtd().validate(alone):
            yield "dtd", "error", say("Not valid TMX 1.4: %(error)s.", error=dtd().error_log[0].message)

    def _identity(self, tu: Any) -> Iterator[Finding]:
        uid = tu.get("tuid")
        if uid is not None and hash(uid) in self.tuids:
            yield (
                "duplicate-tuid",
                "warning",
                say("An earlier unit has this tuid too; some tools keep only one."),
            )
        self.tuids.add(hash(uid))

    def _sides(self, tu: Any) -> Iterator[Finding]:
        """The languages, the texts, and the same source with another target."""
        sides = [(tuv.get(LANG) or tuv.get("lang") or "", tuv) for tuv in tu.iterfind("tuv")]
        for tag, tuv in sides:
            yield from language_findings(tag)
            if tuv.get(LANG) is None and tuv.get("lang"):
                self.old_langs += 1
        tags = [code(tag) for tag, _ in sides]
        yield from self._pair(tags)
        texts = [_text(tuv) for _, tuv in sides]
        for tag, text in zip(tags, texts, strict=True):
            if text:
                yield from text_findings(text, say("text in %(language)s", language=tag))
            else:
                yield (
                    "empty",
                    "error",
                    say(
                        "The text in %(language)s is empty: OmegaT inserts it as it is. Leave it out.",
                        language=tag,
                    ),
                )
        if len(texts) > 1 and not any(tu.find(f"prop[@type='{name}']") is not None for name in CONTEXT):
            yield from self._repeat(texts)

    def _pair(self, tags: list[str]) -> Iterator[Finding]:
        if len(tags) < 2:
            yield "one-side", "error", say("Has one language alone; nothing can be matched.")
        if len(set(tags)) < len(tags):
            yield (
                "second-variant",
                "error",
                say("Has two texts in one language; tools take one or the other."),
            )
        if self.source and tags and not any(_same(tag, self.source) for tag in tags):
            yield (
                "no-source",
                "error",
                say("Has no text in the srclang, %(name)s; tools pass over it.", name=self.source),
            )
        elif self.source and tags and not _same(tags[0], self.source):
            yield (
                "source-second",
                "warning",
                say("The source does not stand first: some tools swap the sides."),
            )

    def _repeat(self, texts: list[str]) -> Iterator[Finding]:
        source, target = hash(texts[0]), hash(texts[1])
        if self.targets.setdefault(source, target) != target:
            message = say(
                "An earlier unit translates the same source in another way: OmegaT uses the last one."
            )
            yield "repeat", "warning", message


def _same(tag: str, other: str) -> bool:
    return tag.split("-")[0] == other.split("-")[0]


def _text(tuv: Any) -> str:
    seg = tuv.find("seg")
    return "" if seg is None else "".join(seg.itertext())


def _dates(tu: Any) -> Iterator[Finding]:
    """Dates and counts, on the unit and its sides."""
    for element in (tu, *tu.iterfind("tuv")):
        for name in ("creationdate", "changedate", "lastusagedate"):
            date = element.get(name)
            if date is not None and not _DATE.fullmatch(date):
                yield (
                    "bad-date",
                    "warning",
                    say(
                        "%(name)s “%(date)s” should read like 20260131T120000Z (UTC).",
                        name=name,
                        date=date,
                    ),
                )
        if not (element.get("usagecount") or "0").isdecimal():
            yield (
                "bad-count",
                "warning",
                say("usagecount “%(text)s” is no number.", text=element.get("usagecount")),
            )


def _pairing(tu: Any) -> Iterator[Finding]:
    """Each `<bpt>` of a side has its `<ept>`."""
    for seg in tu.iterfind("tuv/seg"):
        if not len(seg):
            continue
        opened = sorted(each.get("i", "") for each in seg.iter("bpt"))
        closed = sorted(each.get("i", "") for each in seg.iter("ept"))
        if opened != closed or len(set(opened)) < len(opened):
            yield "unpaired-tags", "error", say("A <bpt> has no <ept> of the same i, or the reverse.")
