"""Whether a space stood where a Burmese line was broken: Burmese is broken between words without one.

Told by the syllables on both sides: how often a space stands between them elsewhere in the same text,
where it can be seen, and in the texts that `spaces.tsv` was counted from (`scripts/count_spaces.py`, see
NOTICE). Only ends of words count, for lines are broken nowhere else.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from workbench.text.words import syllables, words

TABLE = Path(__file__).with_name("spaces.tsv")

Key = tuple[str, str]
"""The syllable before and the one after; an empty one stands for any."""
Counts = Mapping[Key, tuple[int, int]]
"""How often there was no space, and how often there was one."""

LEAST = 0.09
"""From this chance on a space is kept: a lost one joins two phrases, one too many does little harm.

Of news and health texts in columns of 90 to 170 mm, printed by Chromium and LibreOffice in two fonts, it
keeps .991 of all spaces, .952 of what it keeps being right.
"""
_OWN_WEIGHT = 3  # the document's own habit against that of other texts
_STRENGTH = (2.0, 2.0, 1.0)
_REACH = 40  # letters and signs: more than any syllable has


def count(texts: Iterable[str]) -> dict[Key, tuple[int, int]]:
    """How often a space stands between two syllables, and after the one or before the other."""
    counts: dict[Key, list[int]] = defaultdict(lambda: [0, 0])
    for text in texts:
        for before, after, spaced in _ends_of_words(text):
            for key in (("", ""), (before, ""), ("", after), (before, after)):
                counts[key][spaced] += 1
    return {key: (without, with_one) for key, (without, with_one) in counts.items()}


def _ends_of_words(text: str) -> Iterator[tuple[str, str, bool]]:
    found = syllables(text)
    starts = {start for start, _ in words(text)}
    for (start, end), (begin, stop) in pairwise(found):
        if (begin > end or begin in starts) and between_words(text[:end], text[begin:]):
            yield text[start:end], text[begin:stop], begin > end


def between_words(before: str, after: str) -> bool:
    """Whether Burmese stands on both sides and no full stop or comma says that a space is due."""
    return _burmese(before[-1:]) and before[-1] not in "။၊" and _burmese(after[:1])


def _burmese(sign: str) -> bool:
    return "\u1000" <= sign <= "\u109f"


@cache
def shipped() -> Counts:
    """The counts of `spaces.tsv`: two syllables, how often without a space, how often with one."""
    counts = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        before, after, without, with_one = line.split("\t")
        counts[before, after] = int(without), int(with_one)
    return counts


class Spacing:
    """The habit of one document, learnt from its lines as they stand."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._own = count(lines)

    def spaced(self, before: str, after: str) -> bool:
        """Whether a space stood between two lines of a paragraph; outside Burmese always."""
        if not between_words(before, after):
            return True
        return self.chance(*_around(before, after)) >= LEAST

    def chance(self, last: str, first: str) -> float:
        """The chance of a space between two syllables at the end of a word."""
        of_left, of_right, of_pair = _STRENGTH
        base = self._share(("", ""), 0.4, 1)
        left, right = self._share((last, ""), base, of_left), self._share(("", first), base, of_right)
        together = 1 / (1 + math.exp(_odds(base) - _odds(left) - _odds(right)))
        return self._share((last, first), together, of_pair)

    def _share(self, key: Key, otherwise: float, strength: float) -> float:
        own, others = self._own.get(key, (0, 0)), shipped().get(key, (0, 0))
        without, with_one = (
            _OWN_WEIGHT * mine + theirs for mine, theirs in zip(own, others, strict=True)
        )
        return (with_one + strength * otherwise) / (without + with_one + strength)


def _around(before: str, after: str) -> Key:
    """The last syllable of one text and the first of another."""
    left, right = before[-_REACH:], after[:_REACH]
    return left[slice(*syllables(left)[-1])], right[slice(*syllables(right)[0])]


@cache
def _others() -> Spacing:
    return Spacing(())


def habit(before: str, after: str) -> float:
    """The chance of a space between two texts by the habit of other texts; 1 outside Burmese."""
    return _others().chance(*_around(before, after)) if between_words(before, after) else 1.0


def _odds(share: float) -> float:
    return math.log(share / (1 - share))
