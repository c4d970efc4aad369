"""IBM Model 1: which words of one language stand for which of the other, from pairs of texts.

Brown et al. 1993, The Mathematics of Statistical Machine Translation. Each word counts once a pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.beads import Floats, Ints

Sets = Sequence[Ints]
"""The word numbers of each text, each number once."""

_DOUBT = 0.3
"""Taken from every word's count at the end: a word seen once proves little."""


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance of each other word given each word, as three columns sorted by both."""

    given: Ints
    words: Ints
    chances: Floats


def numbered(texts: Sequence[Sequence[str]], number: dict[str, int]) -> list[Ints]:
    """The texts as word numbers; new words are added to `number`."""
    return [
        np.array(sorted({number.setdefault(w, len(number)) for w in text}), dtype=np.int64)
        for text in texts
    ]


def train(
    given: Sets, words: Sets, sizes: tuple[int, int], start: Chances | None = None, rounds: int = 6
) -> Chances:
    """The chance of each word of `words` for each of `given`, after some rounds of EM.

    The empty word has the number `sizes[0]`. `start` gives chances to begin with; pairs it does not know
    begin low.
    """
    empty, width = sizes
    with_empty = [np.append(each, empty) for each in given]
    keys = np.concatenate(
        [(a[:, None] * width + b).ravel() for a, b in zip(with_empty, words, strict=True)]
    )
    offsets = np.cumsum([0, *(len(each) for each in words)])
    slots = np.concatenate(
        [
            np.tile(np.arange(at, at + len(b)), len(a))
            for at, a, b in zip(offsets, with_empty, words, strict=False)
        ]
    )
    pairs, pair = np.unique(keys, return_inverse=True)
    owner = pairs // width
    chances = _begin(pairs, start, width)
    for last in (*[False] * (rounds - 1), True):
        weight = chances[pair]
        share = weight / np.bincount(slots, weight, minlength=offsets[-1])[slots]
        counts = np.bincount(pair, share, minlength=len(pairs))
        total = np.bincount(owner, counts, minlength=empty + 1) + (_DOUBT if last else 0.0)
        chances = counts / total[owner]
    return Chances(owner, pairs % width, chances)


def _begin(pairs: Ints, start: Chances | None, width: int) -> Floats:
    if start is None or not len(start.given):
        return np.ones(len(pairs))
    keys = start.given * width + start.words
    place = np.minimum(np.searchsorted(keys, pairs), len(keys) - 1)
    return np.where(keys[place] == pairs, start.chances[place], 0.01)


def pruned(chances: Chances, least: float, words: int) -> Chances:
    """Only the pairs above `least`, without those of the empty word (numbers from `words` on)."""
    keep = (chances.chances > least) & (chances.given < words)
    return Chances(chances.given[keep], chances.words[keep], chances.chances[keep])
