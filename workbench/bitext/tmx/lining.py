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
from workbench.bitext.tmx.careful import LONGEST, careful
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

    def lines(self, units: Sequence[Unit], before: _Neighbour, after: _Neighbour) -> str:
        """The lines of units that stand between two others; without those that must not go out."""
        columns, left_out = self._columns(units)
        words, contexts = self._words(units), self._contexts([before, *units, after])
        first, second = self._source, self._target
        lines = [
            f'<tu tuid="{uid}"{said}{context}{first}{one}<seg>{source}</seg></tuv>'
            f"{second}{two}<seg>{target}</seg></tuv></tu>\n"
            for uid, one, source, two, target, said, context in zip(
                *columns, words, contexts, strict=False
            )
        ]
        for place in reversed(left_out):
            del lines[place]
        self._report.units += len(lines)
        return "".join(lines)

    def _columns(self, units: Sequence[Unit]) -> tuple[list[list[str]], list[int]]:
        """What stands in the lines, piece by piece, and the places of the units that must not go out."""
        count, left_out = len(units), []
        texts = [unit.uid for unit in units]
        texts += [unit.source_text for unit in units]
        texts += [unit.target_text for unit in units]
        odd = self._odd(units, texts)
        for place in odd:
            texts[place] = texts[count + place] = texts[2 * count + place] = ""
        xml = escape("\n".join(texts)).split("\n")
        columns = [
            [uid.replace('"', "&quot;") for uid in xml[:count]],
            self._kept([unit.source for unit in units]),
            xml[count : 2 * count],
            self._kept([unit.target for unit in units]),
            xml[2 * count :],
        ]
        for place in sorted(odd):
            if element := careful(units[place], self._options, self._report):
                for column, piece in zip(columns, element, strict=True):
                    column[place] = piece
            else:
                left_out.append(place)
        return columns, left_out

    def _odd(self, units: Sequence[Unit], texts: Sequence[str]) -> set[int]:
        """The places of the units that are not plain."""
        odd = doubtful(texts)
        if not all(texts) or len(max(texts, key=len)) > LONGEST:
            odd.update(place for place, text in enumerate(texts) if not 0 < len(text) <= LONGEST)
        if self._options.strip_zwsp:
            odd.update(place for place, text in enumerate(texts) if _ZWSP in text)
        irregular = {place for place, unit in enumerate(units) if not _is_regular(unit)}
        return irregular | {place % len(units) for place in odd}

    def _kept(self, sides: Sequence[tuple[Segment, ...]]) -> list[str]:
        """What is said of the segments of each side."""
        if not self._options.structure:
            return [""] * len(sides)
        return [
            alone(side[0].block, side[0].kind, side[0].label) if len(side) == 1 else _several(side)
            for side in sides
        ]

    def _words(self, units: Sequence[Unit]) -> list[str]:
        """What is said of each unit before its texts; ours first, notes before props."""
        status, score = self._options.status, self._options.score
        return [
            _ours(unit.status if status else None, unit.score if score else None)
            if not (unit.notes or unit.props)
            else _words(unit, self._options)
            for unit in units
        ]

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


def _several(segments: Sequence[Segment]) -> str:
    """What is said of a side of several segments, or of none."""
    lengths = (len(each.text) + len(each.after) for each in segments[:-1])
    return structure(segments, list(accumulate(lengths, initial=0))) if segments else ""


@lru_cache(4096, typed=True)
def _ours(status: Status | None, score: float | None) -> str:
    """The end of the tag, and the status and the score as props; None is left out."""
    parts = [prop(STATUS, status)] if status is not None else []
    return "".join([">", *parts, prop(SCORE, repr(score))] if score is not None else [">", *parts])


def _words(unit: Unit, options: Options) -> str:
    """The same with a unit's attributes, notes and props; its tags are none of them."""
    kept = [(name[1:], value) for name, value in unit.props if name[0:1] == "@"]
    attributes = (f' {name}="{attribute(value)}"' for name, value in kept if name in ATTRIBUTES)
    notes = (f"<note>{escape(clean(note)[0])}</note>" for note in unit.notes if options.notes)
    others = (each for each in unit.props if options.props and not each[0].startswith(("@", INLINE)))
    ours = _ours(unit.status if options.status else None, unit.score if options.score else None)
    props = (prop(*each) for each in others)
    return "".join([*attributes, ">", *notes, ours.removeprefix(">"), *props])


def _context(document: str, before: _Neighbour, after: _Neighbour) -> str:
    """The document, and the sources before and after."""
    said = (
        ("file", document),
        ("prev", before.source_text if before else ""),
        ("next", after.source_text if after else ""),
    )
    return "".join(prop(name, value) for name, value in said if value)
