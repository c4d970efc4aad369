"""Page furniture: page numbers, running headers and footers, between the lines of a text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from workbench.segment.lines import Line

_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:page|p\.|pg\.?|စာမျက်နှာ)?\s*(?P<number>[\d၀-၉]{1,4})\s*"
    r"(?:(?:of|/|\|)\s*[\d၀-၉]{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bpage\b|\bpg?\.|စာမျက်နှာ|\d\s*(?:of|/)\s*\d", re.IGNORECASE)
_DIGITS = re.compile(r"[\d၀-၉]+")
_LONGEST = 120
_NEAR = 2
_REPEATS = 2


def furniture(lines: Sequence[Line]) -> set[int]:
    """The places, in this list, of page numbers and of headers and footers that repeat beside them."""
    numbers = {
        at for at, line in enumerate(lines) if len(line.text) < 40 and _NUMBER.fullmatch(line.text)
    }
    numbers = _page_numbers(lines, numbers)
    marks = numbers | {at for at, line in enumerate(lines) if line.page}
    if not marks:
        return set()
    near = {at + step for at in marks for step in range(-_NEAR, _NEAR + 1)}
    near = {at for at in near if 0 <= at < len(lines) and len(lines[at].text) <= _LONGEST}
    shapes = Counter(_shape(lines[at].text) for at in near - numbers)
    repeated = {at for at in near - numbers if shapes[_shape(lines[at].text)] >= _REPEATS}
    return numbers | {at for at in repeated if _touches(at, marks | repeated, lines)}


def _page_numbers(lines: Sequence[Line], candidates: set[int]) -> set[int]:
    """Those that say "page", stand at a page break, or count upwards with others."""
    named = {at for at in candidates if _NAMED.search(lines[at].text)}
    at_break = {
        at
        for at in candidates
        if lines[at].page or (at + 1 < len(lines) and lines[at + 1].page) or at + 1 == len(lines)
    }
    sure = named | at_break
    order = sorted(candidates)
    values = {at: _value(lines[at].text) for at in order}
    counting = {
        at
        for before, at in pairwise(order)
        if values[at] == values[before] + 1 and at - before > _NEAR
        for at in (before, at)
    }
    return sure | counting if len(sure | counting) > 1 else named


def _value(text: str) -> int:
    match = _NUMBER.fullmatch(text)
    return int(match["number"]) if match else -1


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _touches(at: int, marks: set[int], lines: Sequence[Line]) -> bool:
    """Whether only other furniture stands between this line and a page mark."""
    return lines[at].page or at + 1 in marks or at - 1 in marks
