"""Page furniture: page numbers, running headers and footers, between the lines of a text."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from workbench.segment.interruptions import interruptions, shape
from workbench.segment.layout import ended
from workbench.segment.lines import Line

_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:page|p\.|pg\.?|စာမျက်နှာ)?\s*(?P<number>[\d၀-၉]{1,4})\s*"
    r"(?:(?:of|/|\|)\s*[\d၀-၉]{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^[-–—|]\s*\d+\s*[-–—|]$|\bpage\b|\bpg?\.|စာမျက်နှာ|\d\s*(?:of|/)\s*\d", re.IGNORECASE
)
_TITLED = re.compile(r"[\d၀-၉]{1,4}\s*\|\s*\S.{1,60}|\S.{1,60}\|\s*[\d၀-၉]{1,4}")
_PRINTED = re.compile(  # what a browser prints above and below a page: the time, and the address
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: \S.*)?"
    r"|(?:file|https?)://\S+(?: [\d၀-၉]{1,4}/[\d၀-၉]{1,4})?"
)
_LAST = frozenset("0123456789၀၁၂၃၄၅၆၇၈၉-–—)]|")
_LONGEST = 120
_NEAR = 2
_REPEATS = 2
_TOP = 3
_LEAST, _SENTENCE = 40, 55


def furniture(lines: Sequence[Line]) -> set[int]:
    """The places, in this list, of page numbers and of headers and footers."""
    aside = _beside_pages(lines)
    places = [at for at in range(len(lines)) if at not in aside]
    headed = {at for at, place in enumerate(places) if place - 1 in aside}
    return aside | {places[at] for at in interruptions(without(lines, aside), headed)}


def without(lines: Sequence[Line], aside: AbstractSet[int]) -> list[Line]:
    """The lines that are text; one after furniture stands on a new page, its gap the whole way back."""
    if not aside:
        return list(lines)
    content: list[Line] = []
    gap, page = 0, False
    for at, line in enumerate(lines):
        if at in aside:
            gap, page = gap + line.gap, True
            continue
        content.append(replace(line, gap=line.gap + gap, page=page or line.page) if page else line)
        gap, page = 0, False
    return content


def _beside_pages(lines: Sequence[Line]) -> set[int]:
    """Page numbers, and the headers and footers that repeat beside them or beside page breaks."""
    numbers = {
        at
        for at, line in enumerate(lines)
        if line.text[-1] in _LAST and len(line.text) < 40 and _NUMBER.fullmatch(line.text)
    }
    numbers = _page_numbers(lines, numbers) | _printed(lines)
    marks = numbers | {at for at, line in enumerate(lines) if line.page}
    if not marks:
        return set()
    near = {at + step: at for at in marks for step in range(-_NEAR, _NEAR + 1)}
    near = {at: mark for at, mark in near.items() if _could_be_header(at, numbers, lines)}
    seen: dict[str, set[int]] = {shape(title): {-1} for title in _titles(lines)}
    for at, mark in near.items():
        seen.setdefault(shape(lines[at].text), set()).add(mark)
    repeated = {at for at in near if len(seen[shape(lines[at].text)]) >= _REPEATS}
    beside = marks | repeated
    return numbers | {at for at in repeated if _touches(at, beside, lines)}


def _printed(lines: Sequence[Line]) -> set[int]:
    """What a browser printed, where both the time and the address are there; one alone may be text."""
    found = {
        at
        for at, line in enumerate(lines)
        if (line.text[0].isdigit() or line.text[0] in "fh") and _PRINTED.fullmatch(line.text)
    }
    return found if len({lines[at].text[0].isdigit() for at in found}) == 2 else set()


def _titles(lines: Sequence[Line]) -> list[str]:
    """The first lines of a text: a running header often repeats its title."""
    return [line.text for line in lines[:_TOP] if not ended(line.text)]


def _could_be_header(at: int, numbers: set[int], lines: Sequence[Line]) -> bool:
    if not _TOP <= at < len(lines) or at in numbers:
        return False
    return len(lines[at].text) <= _LONGEST and not ended(lines[at].text)


def _page_numbers(lines: Sequence[Line], candidates: set[int]) -> set[int]:
    """Those that say "page", stand at a page break or alone, or count upwards with others."""
    named = {at for at in candidates if _NAMED.search(lines[at].text) or _within_sentence(at, lines)}
    few = len(candidates) <= max(1, 0.1 * len(lines))
    at_break = {at for at in candidates if _at_break(at, lines) or (few and _alone(at, lines))}
    titled = {
        at
        for at, line in enumerate(lines)
        if "|" in line.text and _at_break(at, lines) and _TITLED.fullmatch(line.text)
    }
    order = sorted(candidates)
    values = {at: _value(lines[at].text) for at in order}
    counting = {
        at
        for before, at in pairwise(order)
        if values[at] == values[before] + 1 and at - before > _NEAR
        for at in (before, at)
    }
    return named | at_break | titled | counting


def _within_sentence(at: int, lines: Sequence[Line]) -> bool:
    """Whether a number has a line of its own after a long one that ends nothing."""
    if not 0 < at < len(lines) - 1:
        return False
    before, after = lines[at - 1].text, lines[at + 1].text
    if ended(before) or len(before) < _LEAST:
        return False
    return after[0].islower() or min(len(before), len(after)) >= _SENTENCE


def _at_break(at: int, lines: Sequence[Line]) -> bool:
    return lines[at].page or (at + 1 < len(lines) and lines[at + 1].page)


def _alone(at: int, lines: Sequence[Line]) -> bool:
    return at > 0 and lines[at].gap > 0 and (at + 1 == len(lines) or lines[at + 1].gap > 0)


def _value(text: str) -> int:
    match = _NUMBER.fullmatch(text)
    return int(match["number"]) if match else -1


def _touches(at: int, marks: set[int], lines: Sequence[Line]) -> bool:
    """Whether only other furniture stands between this line and a page mark."""
    return lines[at].page or at + 1 in marks or at - 1 in marks
