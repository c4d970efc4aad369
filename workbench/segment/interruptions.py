"""Headers and footers that stand in the middle of a sentence, whether or not a page break is marked.

A few short lines between a long one that ends nothing and one that goes on with a small letter are no
part of the text, if they stand apart from both or come again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from workbench.segment.labels import label
from workbench.segment.layout import ended, must_go_on
from workbench.segment.lines import Line
from workbench.segment.shapes import BYLINE, may_be_special

_DIGITS = re.compile(r"[\d၀-၉]+")
_MOST = 4  # lines of a footer and the header after it
_LONGEST = 120
_LEAST, _SENTENCE = 40, 55
_SHARE = 0.7
_STEP = 1.3
_PAGES = 3  # on so many, a header comes again


def shape(text: str) -> str:
    """A line with all its numbers alike: page after page a footer differs in nothing else."""
    return _DIGITS.sub("0", text)


def interruptions(lines: Sequence[Line], headed: AbstractSet[int] = frozenset()) -> set[int]:
    """The places, in this list, of lines that interrupt a sentence, and of their likes in between.

    `headed` are the places right after a page number that is no longer in the list.
    """
    typical, pages = _typical(lines), sum(line.page for line in lines)
    unended = [not ended(line.text) for line in lines]
    short = [is_open and _short(line) for line, is_open in zip(lines, unended, strict=True)]
    groups = [
        (start, at)
        for at in range(2, len(lines))
        if short[at - 1] and (start := _start(at, lines, short, unended, headed, pages)) is not None
    ]
    seen = Counter(shape(lines[at].text) for start, end in groups for at in range(start, end))
    found: set[int] = set()
    places: dict[str, list[int]] = defaultdict(list)
    for start, end in groups:
        again = all(seen[shape(lines[at].text)] > 1 for at in range(start, end))
        if (again and lines[end].text[0].islower()) or _apart(lines[start : end + 1], typical):
            found.update(range(start, end))
            for at in range(start, end):
                places[shape(lines[at].text)].append(at)
    return found | _likes(lines, short, places)


def _typical(lines: Sequence[Line]) -> int:
    """The blank lines before one that goes on with a sentence."""
    gaps = Counter(line.gap for line in lines if line.text[0].islower())
    return gaps.most_common(1)[0][0] if gaps else 0


def _short(line: Line) -> bool:
    """Whether a line that ends nothing may be a header: short, no byline and not the rest of one."""
    text = line.text
    if len(text) > _LONGEST or text[0].islower():
        return False
    return not (may_be_special(text) and BYLINE.fullmatch(text))


def _start(
    end: int,
    lines: Sequence[Line],
    short: Sequence[bool],
    unended: Sequence[bool],
    headed: AbstractSet[int],
    pages: int,
) -> int | None:
    """Where the short lines before a line begin, if that line goes on with the one before them.

    One that begins with a capital does so only if there are too few pages for a header to come again.
    """
    rest = lines[end].text
    for start in range(end - 1, max(0, end - 1 - _MOST), -1):
        before = lines[start - 1].text
        if not short[start]:
            return None
        if unended[start - 1] and len(before) >= _LEAST:
            shorter = all(len(lines[at].text) <= _SHARE * len(before) for at in range(start, end))
            may = must_go_on(before) or (start in headed and min(len(before), len(rest)) >= _SENTENCE)
            sure = rest[0].islower() or (may and pages < _PAGES)
            return start if sure and shorter and label(rest)[0] is None else None
    return None


def _apart(group: Sequence[Line], typical: int) -> bool:
    """Whether a page begins at one of these lines, or the first and the last stand further away."""
    if any(line.page for line in group):
        return True
    return min(group[0].gap, group[-1].gap) > typical


def _likes(lines: Sequence[Line], short: Sequence[bool], places: dict[str, list[int]]) -> set[int]:
    """Lines like those that interrupt, as far as they follow each other page by page."""
    found = set()
    same: dict[str, list[int]] = {name: [] for name in places}
    for at, line in enumerate(lines) if places else ():
        if short[at] and (name := shape(line.text)) in same:
            same[name].append(at)
    for name, known in places.items():
        alike = same[name]
        page, sure = _page(lines, known, alike), set(known)
        for way in (alike, alike[::-1]) if page else ():
            last = lines[known[0]].number
            for at in way:
                if at in sure or abs(lines[at].number - last) <= page:
                    found.add(at)
                    last = lines[at].number
    return found


def _page(lines: Sequence[Line], known: Sequence[int], alike: Sequence[int]) -> float:
    """How many lines a page has at most; 0 if too few lines are alike to tell."""
    if len(known) > 1:
        return _STEP * max(lines[b].number - lines[a].number for a, b in pairwise(known))
    if len(alike) >= _PAGES:
        return _STEP * min(lines[b].number - lines[a].number for a, b in pairwise(alike))
    return 0
