"""Which gaps between the words of a PDF are spaces.

poppler takes a gap for a space when it is wider than a tenth of the type's size. A Burmese sign under or
over its letter moves the end of the box, so gaps appear after ု or ှ where no space is, and shrink after
့ where one is. But one ending moves it by one amount: after the same letter and signs, the gaps that are
spaces are wider than the others by exactly one space. And where an ending also stands inside words, gaps
without a space are too narrow to be seen after it, so that every gap poppler sees after it is a space.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.files.pages import PageLine, Word

_ENDING = re.compile(r"[က-အ]?([\u102b-\u103e]*)$")
_INSIDE = re.compile(r"(?=([က-အ][\u102b-\u103e]+)[က-အ](?![်္]|့်))")
_NEAR = 0.15
"""How far, in spaces, two gaps may be from exactly one space apart."""
_SURE, _UNSAID = 0.64, 0.8
"""The share of a space from which a gap is one, where poppler takes it for one and where not."""
_CLOSES = re.compile(r"[က-အ]့?[်္]")
"""What closes a syllable, and so never begins a word."""
_VISIBLE = 0.1  # of the height: poppler's own threshold


@dataclass(slots=True)
class _Gap:
    before: Word
    width: float
    line: PageLine
    at: int

    @property
    def inside(self) -> bool:
        """Whether the gap stands inside a syllable."""
        return _CLOSES.match(self.line.words[self.at].text) is not None

    @property
    def endings(self) -> tuple[str, str]:
        """What stands before the gap: the last letter with its signs, and the signs alone."""
        match = _ENDING.search(self.before.text)
        return (match[0], match[1]) if match else ("", "")


def judge(lines: Sequence[PageLine]) -> None:
    """Take those spaces out of these lines that are none."""
    inside = Counter(
        ending for line in lines for word in line.words for ending in _INSIDE.findall(word.text)
    )
    by_size: dict[float, list[_Gap]] = defaultdict(list)
    for line in lines:
        for at, (before, word) in enumerate(pairwise(line.words), start=1):
            if _burmese(before.text[-1]) or _burmese(word.text[0]):
                gap = _Gap(before, word.left - before.right, line, at)
                by_size[round(before.height, 1)].append(gap)
    for same in by_size.values():
        _judge_size(same, inside)


def _burmese(sign: str) -> bool:
    return "\u1000" <= sign <= "\u109f"


def _judge_size(gaps: list[_Gap], inside: Counter[str]) -> None:
    space = _space(gaps)
    offsets = _offsets(gaps, space)
    for gap in gaps:
        offset = _offset(gap, offsets, inside)
        least = _SURE if gap.line.spaced[gap.at] else _UNSAID
        gap.line.spaced[gap.at] = gap.width - offset > least * space and not gap.inside


def _offset(gap: _Gap, offsets: dict[str, float], inside: Counter[str]) -> float:
    whole, signs = gap.endings
    if whole not in offsets and inside[whole] and gap.line.spaced[gap.at]:
        return -gap.before.height
    return offsets.get(whole, offsets.get(signs, 0.0))


def _space(gaps: Sequence[_Gap]) -> float:
    """The width of a space: the commonest gap after what moves nothing, a bare letter, း or ာ."""
    plain = Counter(
        round(gap.width, 1)
        for gap in gaps
        if (gap.endings[1][-1:] or "း") in "းာ" and gap.width > _VISIBLE * gap.before.height
    )
    return plain.most_common(1)[0][0] if plain else 0.22 * gaps[0].before.height


def _offsets(gaps: Sequence[_Gap], space: float) -> dict[str, float]:
    """How far an ending moves the gap after it, where gaps one space apart tell."""
    widths: dict[str, Counter[float]] = defaultdict(Counter)
    for gap in gaps:
        for ending in gap.endings:
            widths[ending][round(gap.width, 1)] += 1
    offsets = {}
    for ending, seen in widths.items():
        pairs = [
            (seen[low] + seen[high], low)
            for low in seen
            for high in seen
            if abs(high - low - space) <= _NEAR * space
        ]
        if pairs:
            offsets[ending] = min(max(pairs)[1], 0.5 * space)
    return offsets
