"""Which gaps between the words of a PDF are spaces.

poppler takes a gap for a space when it is wider than a tenth of the type's size. A Burmese sign under or
over its letter moves the end of the box, so gaps appear after ု or ှ where no space is, and shrink after
့ where one is. But one ending moves it by few amounts: after the same letter and signs, the gaps that are
spaces are wider than the others by exactly one space. And where an ending also stands inside words, gaps
without a space are too narrow to be seen after it, so that every gap poppler sees after it is a space.
What is left is a gap narrower than a space by a third: there the syllables on both sides decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.files.pages import PageLine
from workbench.files.spacing import habit

_ENDING = re.compile(r"(?:[က-အ]်?(္))*[က-အ]([\u102b-\u103e]*)$")
_INSIDE = re.compile(r"(?=([က-အ][\u102b-\u103e]+)[က-အ](?![်္]|့်))")
_NEAR, _SAME = 0.15, 0.2
"""How far, in spaces, two gaps may be from exactly one space apart, and a gap from a known one."""
_APART = 0.3
"""How far apart, in spaces, two amounts are by which an ending moves the gap."""
_OFTEN = 0.1
"""The share of the commonest such amount that makes another one worth keeping."""
_DOUBTFUL, _SURE = 0.64, 0.8
"""The shares of a space from which a gap may be one, and is one."""
_USUAL = 0.4
"""The chance of a space between two syllables from which a doubtful gap is one."""
_CLOSES = re.compile(r"[က-အ]့?[်္]")
"""What closes a syllable, and so never begins a word."""
_STACKS = "္"
"""What a letter stands under: no word ends in it."""
_LATIN = "A"
"""Stands for the signs of a Latin letter: it moves nothing, but LibreOffice puts a thin gap after it."""
_NO_SIGN = 0.9
"""The share of a space from which a gap is one after what moves nothing."""
_MOST = 0.4  # of the spaces are about as wide as the commonest, unless lines are justified
_VISIBLE = 0.1  # of the height: poppler's own threshold
_TAIL = 12  # letters and signs: more than any cluster has


@dataclass(slots=True)
class _Gap:
    """The gap before word `at` of a line; `endings` are what stands before it, and its signs alone."""

    line: PageLine
    at: int
    width: float
    height: float
    endings: tuple[str, str]

    @property
    def inside(self) -> bool:
        """Whether the gap stands inside a syllable."""
        before, word = self.line.words[self.at - 1 : self.at + 1]
        return before.text.endswith(_STACKS) or _CLOSES.match(word.text) is not None

    @property
    def usual(self) -> bool:
        """Whether a space is usual between the syllables on both sides."""
        words, at = self.line.words, self.at
        before, after = ("".join(word.text for word in part) for part in (words[:at], words[at:]))
        return habit(before, after) >= _USUAL


def judge(lines: Sequence[PageLine]) -> None:
    """Take those spaces out of these lines that are none."""
    inside = Counter(
        ending for line in lines for word in line.words for ending in _INSIDE.findall(word.text)
    )
    by_size: dict[float, list[_Gap]] = defaultdict(list)
    for line in lines:
        for gap in _gaps(line):
            by_size[round(gap.height, 1)].append(gap)
    for same in by_size.values():
        _judge_size(same, inside)


def _gaps(line: PageLine) -> Iterator[_Gap]:
    """The gaps beside Burmese, each from the right edge of the cluster before it."""
    text, right = "", 0.0
    for at, (before, word) in enumerate(pairwise(line.words), start=1):
        right = max(right, before.right) if text.endswith(_STACKS) else before.right
        text = (text + before.text)[-_TAIL:]
        if _burmese(before.text[-1]) or _burmese(word.text[0]):
            yield _Gap(line, at, word.left - right, before.height, _endings(text))


def _endings(text: str) -> tuple[str, str]:
    """The last letter with what stands over and under it, and the signs alone; else the last sign."""
    match = _ENDING.search(text)
    if match:
        return match[0], (match[1] or "") + match[2]
    return text[-1], _LATIN if text[-1].isascii() and text[-1].isalpha() else ""


def _burmese(sign: str) -> bool:
    return "\u1000" <= sign <= "\u109f"


def _judge_size(gaps: list[_Gap], inside: Mapping[str, int]) -> None:
    space, latin = _space(gaps), _usual_width(gaps, _LATIN)
    offsets = _offsets(gaps, space)
    for gap in gaps:
        if gap.endings[1] == _LATIN and latin:
            found = gap.line.spaced[gap.at] and gap.width > _NO_SIGN * latin
        else:
            found = _is_space(gap, space, offsets, inside)
        gap.line.spaced[gap.at] = found and not gap.inside


def _is_space(
    gap: _Gap, space: float, offsets: Mapping[str, list[float]], inside: Mapping[str, int]
) -> bool:
    (whole, signs), said = gap.endings, gap.line.spaced[gap.at]
    if said and whole not in offsets and inside.get(whole) and gap.width > _VISIBLE * gap.height:
        return True
    known = [
        (abs(gap.width - offset - more), more > 0)
        for offset in offsets.get(whole) or offsets.get(signs) or ()
        for more in (0.0, space)
    ]
    distance, found = min(known, default=(space, False))
    if distance <= _SAME * space:
        return found
    share = gap.width / space
    if not said or share <= _DOUBTFUL:
        return share > _SURE
    return gap.usual if share < _SURE or signs == _STACKS else True


def _space(gaps: Sequence[_Gap]) -> float:
    """The width of a space: the commonest gap after what moves nothing, a bare letter, း or ာ."""
    return _usual_width(gaps, "", "း", "ာ") or 0.22 * gaps[0].height


def _usual_width(gaps: Sequence[_Gap], *endings: str) -> float:
    """The commonest gap to be seen after these signs, in justified text a narrow one; 0 for none."""
    seen = sorted(
        round(gap.width, 1)
        for gap in gaps
        if gap.width > _VISIBLE * gap.height and gap.endings[1][-1:] in endings
    )
    if not seen:
        return 0.0
    usual, _ = Counter(seen).most_common(1)[0]
    alike = sum(abs(width - usual) <= _NEAR * usual for width in seen)
    return usual if alike >= _MOST * len(seen) else seen[len(seen) // 10]


def _offsets(gaps: Sequence[_Gap], space: float) -> dict[str, list[float]]:
    """By how much an ending moves the gap after it, where gaps one space apart tell."""
    widths: dict[str, Counter[float]] = defaultdict(Counter)
    for gap in gaps:
        for ending in gap.endings:
            widths[ending][round(gap.width, 1)] += 1
    found = {ending: _moved(seen, space) for ending, seen in widths.items()}
    return {ending: offsets for ending, offsets in found.items() if offsets}


def _moved(seen: Counter[float], space: float) -> list[float]:
    """The widths that have another one space above them, those seen most often first."""
    pairs = sorted(
        (
            (seen[low] + seen[high], low)
            for low in seen
            for high in seen
            if low <= _DOUBTFUL * space and abs(high - low - space) <= _NEAR * space
        ),
        reverse=True,
    )
    found: list[float] = []
    for number, low in pairs:
        often = number >= _OFTEN * pairs[0][0]
        if often and all(abs(low - other) > _APART * space for other in found):
            found.append(low)
    return found
