"""Page furniture: page numbers, running headers and footers, between the lines of a text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.segment.labels import label
from workbench.segment.layout import ended
from workbench.segment.lines import Line
from workbench.segment.shapes import BYLINE

_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:page|p\.|pg\.?|စာမျက်နှာ)?\s*(?P<number>[\d၀-၉]{1,4})\s*"
    r"(?:(?:of|/|\|)\s*[\d၀-၉]{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^[-–—|]\s*\d+\s*[-–—|]$|\bpage\b|\bpg?\.|စာမျက်နှာ|\d\s*(?:of|/)\s*\d", re.IGNORECASE
)
_LAST = frozenset("0123456789၀၁၂၃၄၅၆၇၈၉-–—)]|")
_DIGITS = re.compile(r"[\d၀-၉]+")
_LONGEST = 120
_NEAR, _FAR = 2, 8
_REPEATS = 2
_TOP = 3
_SENTENCE = 55


def furniture(lines: Sequence[Line]) -> set[int]:
    """The places, in this list, of page numbers and of headers and footers that repeat beside them."""
    numbers = {
        at
        for at, line in enumerate(lines)
        if line.text[-1] in _LAST and len(line.text) < 40 and _NUMBER.fullmatch(line.text)
    }
    numbers = _page_numbers(lines, numbers)
    marks = numbers | {at for at, line in enumerate(lines) if line.page}
    if not marks:
        return set()
    near = {at + step: at for at in marks for step in range(-_NEAR, _NEAR + 1)}
    near = {at: mark for at, mark in near.items() if _could_be_header(at, numbers, lines)}
    shapes: dict[str, set[int]] = {shape: {-1} for shape in map(_shape, _titles(lines))}
    for at, mark in near.items():
        shapes.setdefault(_shape(lines[at].text), set()).add(mark)
    repeated = {at for at in near if len(shapes[_shape(lines[at].text)]) >= _REPEATS}
    beside = marks | repeated
    headers = {at for at in repeated if _touches(at, beside, lines)}
    aside = numbers | headers
    return aside | {at for at in marks - aside if _interrupts(at, aside, lines)}


def _titles(lines: Sequence[Line]) -> list[str]:
    """The first lines of a text: a running header often repeats its title."""
    return [line.text for line in lines[:_TOP] if not ended(line.text)]


def _could_be_header(at: int, numbers: set[int], lines: Sequence[Line]) -> bool:
    return _TOP <= at < len(lines) and at not in numbers and len(lines[at].text) <= _LONGEST


def _interrupts(at: int, aside: set[int], lines: Sequence[Line]) -> bool:
    """Whether the first line of a page stands in the middle of a sentence: a header seen once."""
    before = next((near for near in range(at - 1, at - _FAR, -1) if near not in aside), -1)
    after = next((near for near in range(at + 1, at + _FAR) if near not in aside), len(lines))
    if before < 0 or after >= len(lines):
        return False
    sentence, header, rest = lines[before], lines[at], lines[after]
    if ended(sentence.text) or ended(header.text) or BYLINE.fullmatch(header.text) or not rest.gap:
        return False
    if not header.text[0].isupper() or len(header.text) > min(_LONGEST, 0.7 * len(sentence.text)):
        return False
    return rest.text[0].islower() or (at - 1 in aside and _may_go_on(sentence, rest))


def _may_go_on(before: Line, after: Line) -> bool:
    """Whether a long line may go on with another that begins with a capital."""
    long = min(len(before.text), len(after.text)) >= _SENTENCE
    return long and label(after.text)[0] is None


def _page_numbers(lines: Sequence[Line], candidates: set[int]) -> set[int]:
    """Those that say "page", stand at a page break or alone, or count upwards with others."""
    named = {at for at in candidates if _NAMED.search(lines[at].text)}
    few = len(candidates) <= max(1, 0.1 * len(lines))
    at_break = {at for at in candidates if _at_break(at, lines) or (few and _alone(at, lines))}
    order = sorted(candidates)
    values = {at: _value(lines[at].text) for at in order}
    counting = {
        at
        for before, at in pairwise(order)
        if values[at] == values[before] + 1 and at - before > _NEAR
        for at in (before, at)
    }
    return named | at_break | counting


def _at_break(at: int, lines: Sequence[Line]) -> bool:
    return lines[at].page or (at + 1 < len(lines) and lines[at + 1].page)


def _alone(at: int, lines: Sequence[Line]) -> bool:
    return at > 0 and lines[at].gap > 0 and (at + 1 == len(lines) or lines[at + 1].gap > 0)


def _value(text: str) -> int:
    match = _NUMBER.fullmatch(text)
    return int(match["number"]) if match else -1


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _touches(at: int, marks: set[int], lines: Sequence[Line]) -> bool:
    """Whether only other furniture stands between this line and a page mark."""
    return lines[at].page or at + 1 in marks or at - 1 in marks
