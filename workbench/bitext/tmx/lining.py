"""Units to lines, some hundred at a time: the many plain ones together, the others with care.

A unit is plain when its texts are sound as they stand (`vetting`), not too long and without inline tags.
Plain texts are escaped all at once.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, repeat

from workbench.bitext.cleaning import clean
from workbench.bitext.inline import INLINE
from workbench.bitext.report import Report
from workbench.bitext.tmx.careful import LONGEST, Element, careful
from workbench.bitext.tmx.fields import ATTRIBUTES, SCORE, STATUS, alone, prop, structure
from workbench.bitext.tmx.options import Options
from workbench.bitext.units import Status, Unit
from workbench.bitext.vetting import doubtful
from workbench.bitext.xmlio import attribute, escape
from workbench.segment import Segment

_ZWSP = "\u200b"
_Neighbour = Unit | None


class Liner:
    """Makes the lines of one file; what was changed or left out goes on record."""

    def __init__(self, source: str, target: str, options: Options, report: Report) -> None:
        self._source, self._target = f'<tuv xml:lang="{source}">', f'<tuv xml:lang="{target}">'
        self._options, self._report = options, report
        self._kept = _kept if options.structure else _nothing_kept

    def lines(self, units: Sequence[Unit], before: _Neighbour, after: _Neighbour) -> str:
        """The lines of units that stand between two others; without those that must not go out."""
        lines = []
        xml, contexts = self._plain(units), self._contexts([before, *units, after])
        columns = zip(units, contexts, xml[::3], xml[1::3], xml[2::3], strict=False)
        for unit, context, uid, source, target in columns:
            element: Element | None
            if uid and source and target:
                kept = self._kept(unit.source), self._kept(unit.target)
                element = uid.replace('"', "&quot;"), kept[0], source, kept[1], target
            else:
                element = careful(unit, self._options, self._report)
            if element:
                lines.append(self._line(unit, context, element))
        self._report.units += len(lines)
        return "".join(lines)

    def _plain(self, units: Sequence[Unit]) -> list[str]:
        """The tuid, source and target of each unit as XML; one is empty where the unit is not plain."""
        texts = [each for unit in units for each in (unit.uid, unit.source_text, unit.target_text)]
        odd = doubtful(texts)
        if len(max(texts, key=len)) > LONGEST:
            odd.update(place for place, text in enumerate(texts) if len(text) > LONGEST)
        odd.update([3 * place for place, unit in enumerate(units) if not _is_regular(unit)])
        if self._options.strip_zwsp:
            odd.update(place for place, text in enumerate(texts) if _ZWSP in text)
        for place in odd:
            texts[place] = ""
        return escape("\n".join(texts)).split("\n")

    def _line(self, unit: Unit, context: str, element: Element) -> str:
        """One line; notes and props stand before the texts, ours first."""
        options, attributes = self._options, ""
        uid, source_prop, source, target_prop, target = element
        said = _said(unit.status if options.status else None, unit.score if options.score else None)
        if unit.notes or unit.props:
            attributes = _attributes(unit)
            said = f"{_notes(unit, options)}{said}{_props(unit, options)}"
        return (
            f'<tu tuid="{uid}"{attributes}>{said}{context}'
            f"{self._source}{source_prop}<seg>{source}</seg></tuv>"
            f"{self._target}{target_prop}<seg>{target}</seg></tuv></tu>\n"
        )

    def _contexts(self, units: Sequence[_Neighbour]) -> Iterable[str]:
        """What OmegaT tells two units of one source apart by, for all but the outer two."""
        repeats, document = self._options.repeats, self._options.document
        if not repeats:
            return repeat("")
        three = zip(units, units[1:], units[2:], strict=False)
        return [
            _context(document, before, after) if unit and unit.source_text in repeats else ""
            for before, unit, after in three
        ]


def _is_regular(unit: Unit) -> bool:
    """Whether the sides are nothing but their segments, with one space or none between them."""
    if len(unit.source) == len(unit.target) == 1 and not unit.props:
        return True  # nearly always
    tagged = any(name.startswith(INLINE) for name, _ in unit.props)
    return not tagged and all(
        each.after in ("", " ") and " " not in (each.text[:1], each.text[-1:])
        for each in (*unit.source, *unit.target)
    )


def _kept(segments: tuple[Segment, ...]) -> str:
    """What is said of the segments of a side."""
    if len(segments) == 1:  # nearly always
        return alone(segments[0].block, segments[0].kind, segments[0].label)
    lengths = (len(each.text) + len(each.after) for each in segments[:-1])
    return structure(segments, list(accumulate(lengths, initial=0)))


def _nothing_kept(_segments: tuple[Segment, ...]) -> str:
    return ""


@lru_cache(4096, typed=True)
def _said(status: Status | None, score: float | None) -> str:
    """The status and the score as props; None is left out."""
    parts = [prop(STATUS, status)] if status is not None else []
    return "".join([*parts, prop(SCORE, repr(score))] if score is not None else parts)


def _attributes(unit: Unit) -> str:
    kept = ((name[1:], value) for name, value in unit.props if name[0:1] == "@")
    return "".join(f' {name}="{attribute(value)}"' for name, value in kept if name in ATTRIBUTES)


def _notes(unit: Unit, options: Options) -> str:
    notes = unit.notes if options.notes else ()
    return "".join(f"<note>{escape(clean(note)[0])}</note>" for note in notes)


def _props(unit: Unit, options: Options) -> str:
    """The props that a file brought; tags are none of them, they stand in the text."""
    props = unit.props if options.props else ()
    return "".join(prop(*each) for each in props if not each[0].startswith(("@", INLINE)))


def _context(document: str, before: _Neighbour, after: _Neighbour) -> str:
    """The document, and the sources before and after."""
    said = (
        ("file", document),
        ("prev", before.source_text if before else ""),
        ("next", after.source_text if after else ""),
    )
    return "".join(prop(name, value) for name, value in said if value)
