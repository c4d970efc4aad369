"""Units to XLIFF 1.2 and 2.1, streaming, one unit a line."""

import re
from collections.abc import Iterable
from typing import BinaryIO

from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.inline import INLINE
from workbench.bitext.report import Report
from workbench.bitext.units import Status, Unit
from workbench.bitext.xmlio import attribute, escape
from workbench.bitext.zawgyi import looks_zawgyi
from workbench.saying import say

VERSIONS = ("1.2", "2.1")
STATES = {
    Status.CONFIRMED: ("signed-off", "final"),
    Status.NEEDS_REVIEW: ("needs-review-translation", "translated"),
    Status.UNREVIEWED: ("translated", "translated"),
    Status.REJECTED: ("needs-translation", "initial"),
}
"""What each status is called in 1.2 and in 2.1."""
_HEAD = {
    "1.2": (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="{name}" source-language="{source}" target-language="{target}" '
        'datatype="plaintext">\n<body>\n'
    ),
    "2.1": (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="2.1" srcLang="{source}" trgLang="{target}" '
        'xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">\n'
        '<file id="f1" original="{name}">\n'
    ),
}
_FOOT = {"1.2": "</body>\n</file>\n</xliff>\n", "2.1": "</file>\n</xliff>\n"}


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    version: str = "1.2",
    title: str = "",
) -> Report:
    """Write the units as one file; a unit without source or in Zawgyi is left out and told."""
    report = Report()
    source, target = attribute(code(source_language)), attribute(code(target_language))
    name = attribute(title) or "bitext"
    out.write(_HEAD[version].format(source=source, target=target, name=name).encode())
    line = _unit_1 if version == "1.2" else _unit_2
    for unit in units:
        texts = clean(unit.source_text)[0], clean(unit.target_text)[0]
        if not texts[0]:
            report.leave_out("empty", say("The source is empty; left out."), unit=unit.uid)
        elif any(map(looks_zawgyi, texts)):
            report.leave_out(
                "zawgyi", say("The text is Zawgyi; convert it first. Left out."), unit=unit.uid
            )
        else:
            report.units += 1
            out.write(line(unit, report.units, *texts).encode())
    if not report.units:
        out.write(_nothing(version).encode())
    out.write(_FOOT[version].encode())
    return report


def _nothing(version: str) -> str:
    """What a file without units needs to be valid all the same: 2.1 wants one unit or group."""
    return "" if version == "1.2" else '<group id="g1"/>\n'


def _tagged(text: str, unit: Unit, tag: str) -> str:
    """The text as XML, with an empty element for each tag that a placeholder stands for."""
    escaped = escape(text)
    if not any(name.startswith(INLINE) for name, _ in unit.props):
        return escaped
    return re.sub(r"\{(\d+)\}", rf'<{tag} id="\1"/>', escaped)


def _said(unit: Unit) -> list[tuple[str, str]]:
    """Everything of a unit beyond its texts and notes, as names and values."""
    score = [("x-score", repr(unit.score))] if unit.score is not None else []
    said = [("x-status", unit.status.value), *score, *unit.props]
    return [(attribute(name), escape(clean(value)[0])) for name, value in said]


def _notes(unit: Unit) -> str:
    return "".join(f"<note>{escape(clean(note)[0])}</note>" for note in unit.notes)


def _unit_1(unit: Unit, number: int, source: str, target: str) -> str:
    state = STATES[unit.status][0]
    approved = "yes" if unit.status is Status.CONFIRMED and target else "no"
    said = "".join(f'<context context-type="{name}">{value}</context>' for name, value in _said(unit))
    goal = f'<target state="{state}">{_tagged(target, unit, "x")}</target>' if target else ""
    return (
        f'<trans-unit id="{number}" resname="{attribute(unit.uid)}" approved="{approved}">'
        f"<source>{_tagged(source, unit, 'x')}</source>{goal}"
        f'<context-group purpose="information">{said}</context-group>{_notes(unit)}</trans-unit>\n'
    )


def _unit_2(unit: Unit, number: int, source: str, target: str) -> str:
    state = STATES[unit.status][1] if target else "initial"
    said = "".join(f'<mda:meta type="{name}">{value}</mda:meta>' for name, value in _said(unit))
    notes = f"<notes>{_notes(unit)}</notes>" if unit.notes else ""
    goal = f"<target>{_tagged(target, unit, 'ph')}</target>" if target else ""
    return (
        f'<unit id="u{number}" name="{attribute(unit.uid)}"><mda:metadata>'
        f'<mda:metaGroup category="workbench">{said}</mda:metaGroup></mda:metadata>{notes}'
        f'<segment state="{state}"><source>{_tagged(source, unit, "ph")}</source>{goal}</segment>'
        "</unit>\n"
    )
