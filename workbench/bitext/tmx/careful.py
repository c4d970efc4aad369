"""One unit with all care: cleaned, its tags put back where they belong, left out where it must be."""

from collections.abc import Sequence

from workbench.bitext.cleaning import as_sentence, clean
from workbench.bitext.inline import INLINE, restore, strip
from workbench.bitext.report import Report
from workbench.bitext.tmx.fields import structure
from workbench.bitext.tmx.options import Options
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute, escape
from workbench.bitext.zawgyi import looks_zawgyi
from workbench.saying import say
from workbench.segment import Segment

LONGEST = 2000
"""Characters a side beyond which Trados' cloud refuses a unit: a warning, not a refusal."""
_ZWSP = "\u200b"
Element = tuple[str, str, str, str, str]
"""What stands in a unit's line as XML: its tuid; of each side its `x-segment` props and its text."""
_Side = tuple[str, str, str]
"""A text, what is said of its segments, and the text as XML."""


def careful(unit: Unit, options: Options, report: Report) -> Element | None:
    """The element of a unit, or None where it must not go out; either goes on record."""
    source, source_prop, source_xml = _side(unit, "source", options, report)
    target, target_prop, target_xml = _side(unit, "target", options, report)
    if not _fit(unit.uid, source, target, options, report):
        return None
    return attribute(unit.uid), source_prop, source_xml, target_prop, target_xml


def _side(unit: Unit, side: str, options: Options, report: Report) -> _Side:
    """One side, cleaned, with its tags where their placeholders stand."""
    segments = unit.source if side == "source" else unit.target
    text, starts = _cleaned(segments, unit.uid, options, report)
    if tags := [value for name, value in unit.props if name == f"{INLINE}{side}"]:
        if xml := restore(escape(text), tags):
            return text, "", xml
        text, starts = clean(strip(text, tags))[0], []
        message = say("The tags of the %(side)s no longer fit its text; left out.", side=side)
        report.add("tags-lost", message, unit=unit.uid)
    kept = structure(segments, starts) if options.structure and starts else ""
    return text, kept, escape(text)


def _cleaned(
    segments: Sequence[Segment], uid: str, options: Options, report: Report
) -> tuple[str, list[int]]:
    """The cleaned text of a side and where each segment starts in it."""
    text, starts = "", []
    for each in segments:
        body, remarks = clean(each.text.replace(_ZWSP, "") if options.strip_zwsp else each.text)
        for remark in remarks:
            report.add("cleaned", as_sentence(remark), level="remark", unit=uid)
        starts.append(len(text))
        text += body + (" " if each.after else "")
    text = text.removesuffix(" ")
    whole = clean(text)[0] if len(starts) > 1 else text
    return whole, starts if whole == text else []  # NFC across two segments: the starts are gone


def _fit(uid: str, source: str, target: str, options: Options, report: Report) -> bool:
    """Whether the unit may go out; if not, why not goes on record."""
    if not options.empty and not (source and target):
        side = "target" if source else "source"
        message = say("The %(side)s is empty; the unit is left out.", side=side)
        report.leave_out("empty", message, unit=uid)
        return False
    if looks_zawgyi(target) or looks_zawgyi(source):
        report.leave_out("zawgyi", say("The text is Zawgyi; convert it first. Left out."), unit=uid)
        return False
    if max(len(source), len(target)) > LONGEST:
        message = say("Longer than %(number)s characters; some tools refuse it.", number=LONGEST)
        report.add("long", message, unit=uid)
    return True
