"""Will this XLIFF work? What the specification asks for and what tools trip over, by line and unit."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from workbench.bitext.phrasing import Finding, language_findings, text_findings
from workbench.bitext.report import Report
from workbench.bitext.salvaging import elements
from workbench.bitext.xliff.reading import refuse_other
from workbench.saying import say

_NAMESPACES = {
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
    "2.0": "urn:oasis:names:tc:xliff:document:2.0",
    "2.1": "urn:oasis:names:tc:xliff:document:2.0",
}
_STATES_1 = (
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
)  # fmt: skip
_STATES_2 = ("initial", "translated", "reviewed", "final")


def validate(stream: BinaryIO) -> Report:
    """Every problem of an XLIFF file, bounded; refuses with `BadFile` what is no XLIFF at all."""
    report = Report()
    refuse_other(stream)
    seen: set[int] = set()
    version = ""
    found = elements(stream, ("trans-unit", "unit"), ("xliff", "file"), report, level="error")
    for name, element, line in found:
        if name == "xliff":
            version = element.get("version", "")
            _tell(report, _root(element, version), line=line)
        elif name == "file":
            seen = set()
            _tell(report, _file(element, version), line=line)
        else:
            report.units += 1
            unit = element.get("id", "")
            _tell(report, _identity(element, seen), unit, line)
            _tell(report, _unit_1(element) if name == "trans-unit" else _unit_2(element), unit, line)
    if not report.units:
        report.add("no-units", say("The file has no unit."), level="error")
    return report


def _tell(report: Report, findings: Iterator[Finding], unit: str = "", line: int = 0) -> None:
    for rule, level, message in findings:
        report.add(rule, message, level=level, unit=unit, line=line)


def _root(element: Any, version: str) -> Iterator[Finding]:
    """What is wrong with the `<xliff>` of a file."""
    if version not in _NAMESPACES:
        yield (
            "version",
            "error",
            say("The version is “%(version)s”; tools know 1.2, 2.0 and 2.1.", version=version),
        )
    elif element.tag != f"{{{_NAMESPACES[version]}}}xliff":
        yield (
            "namespace",
            "error",
            say(
                "The namespace of XLIFF %(version)s is %(name)s.",
                version=version,
                name=_NAMESPACES[version],
            ),
        )
    yield from _attributes(element, "xliff", ("srcLang",) if version.startswith("2") else ())


def _file(element: Any, version: str) -> Iterator[Finding]:
    """What is wrong with the tag of a `<file>`."""
    modern = version.startswith("2")
    yield from _attributes(
        element, "file", ("id",) if modern else ("original", "source-language", "datatype")
    )


def _attributes(element: Any, name: str, required: tuple[str, ...]) -> Iterator[Finding]:
    """The attributes that an element must have, and its languages."""
    for attribute in required:
        if not element.get(attribute):
            yield "missing", "error", say("<%(element)s> has no %(name)s.", element=name, name=attribute)
    for attribute in ("srcLang", "trgLang", "source-language", "target-language"):
        if tag := element.get(attribute):
            yield from language_findings(tag)


def _identity(element: Any, seen: set[int]) -> Iterator[Finding]:
    identity = element.get("id")
    if not identity:
        yield "missing", "error", say("The unit has no id.")
    elif hash(identity) in seen:
        yield (
            "duplicate-id",
            "error",
            say("An earlier unit of this file has the id %(name)s too.", name=identity),
        )
    seen.add(hash(identity))


def _unit_1(element: Any) -> Iterator[Finding]:
    target = element.find("{*}target")
    state = target.get("state") if target is not None else None
    if state and state not in _STATES_1 and not state.startswith("x-"):
        yield "state", "error", say("“%(name)s” is no state of XLIFF 1.2.", name=state)
    yield from _texts(element.find("{*}source"), target)


def _unit_2(element: Any) -> Iterator[Finding]:
    segments = element.findall("{*}segment")
    if not segments:
        yield "missing", "error", say("The unit has no <segment>.")
    for segment in segments:
        state = segment.get("state")
        if state and state not in _STATES_2:
            yield "state", "error", say("“%(name)s” is no state of XLIFF 2.", name=state)
        yield from _texts(segment.find("{*}source"), segment.find("{*}target"))


def _texts(source: Any, target: Any) -> Iterator[Finding]:
    if source is None:
        yield "missing", "error", say("There is no <source>.")
    for element, side in ((source, "source"), (target, "target")):
        if element is None:
            continue
        text = "".join(element.itertext())
        if text:
            yield from text_findings(text, side)
        else:
            yield "empty", "warning", say("The %(side)s is empty.", side=side)
