"""Which types of one text may stand for which of the other: tables between their token numbers."""

from collections.abc import Iterable

import numpy as np

from workbench.align.beads import Floats, Ints
from workbench.align.lexicon import Lexicon, Words
from workbench.align.streams import NUMBERS, NUMERALS, WORDS, Translations
from workbench.align.tokens import values

Numbers = dict[tuple[int, str], int]
"""The number of each type of a text, which is a kind and a token."""
Columns = tuple[Ints, Ints, Floats]


def tables(
    numbers: tuple[Numbers, Numbers], lexicon: Lexicon | None
) -> tuple[Translations, Translations]:
    """What each type of one text may become in the other, both ways: the same, or by the lexicon."""
    ours, theirs = numbers
    same = [*_same(ours, theirs), *_same_values(ours, theirs)]
    pairs = np.array(same, dtype=np.int64).reshape(-1, 2)
    forth = [(pairs[:, 0], pairs[:, 1], np.ones(len(pairs)))]
    back = [(pairs[:, 1], pairs[:, 0], np.ones(len(pairs)))]
    if lexicon:
        forth.append(_translations(ours, theirs, lexicon.source, lexicon.target))
        back.append(_translations(theirs, ours, lexicon.target, lexicon.source))
    return _compressed(forth, len(ours)), _compressed(back, len(theirs))


def _same(ours: Numbers, theirs: Numbers) -> Iterable[tuple[int, int]]:
    """Tokens that are the same on both sides, but for words and numbers."""
    apart = (NUMBERS, NUMERALS, WORDS)
    return ((place, theirs[key]) for key, place in ours.items() if key[0] not in apart and key in theirs)


def _same_values(ours: Numbers, theirs: Numbers) -> set[tuple[int, int]]:
    """Numbers that may have the same value, be they written in digits or in words."""
    by_value: dict[str, list[int]] = {}
    for place, value in _valued(theirs):
        by_value.setdefault(value, []).append(place)
    return {(place, other) for place, value in _valued(ours) for other in by_value.get(value, ())}


def _valued(numbers: Numbers) -> Iterable[tuple[int, str]]:
    """Each number type with each value it may have."""
    for (kind, token), place in numbers.items():
        if kind in (NUMBERS, NUMERALS):
            yield from ((place, value) for value in values(token))


def _translations(given: Numbers, wanted: Numbers, words: Words, others: Words) -> Columns:
    """The lexicon's chances between the words of these two texts, in their own numbers."""
    ours = _places(given, words)
    theirs = _places(wanted, others)
    back = np.full(len(others.number) + 1, -1)
    back[[place for _, place in theirs]] = [number for number, _ in theirs]
    numbers, places = np.array(ours, dtype=np.int64).reshape(-1, 2).T
    starts = np.searchsorted(words.chances.given, places)
    counts = np.searchsorted(words.chances.given, places + 1) - starts
    entries = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    found = back[words.chances.words[entries]]
    keep = found >= 0
    return np.repeat(numbers, counts)[keep], found[keep], words.chances.chances[entries][keep]


def _places(numbers: Numbers, words: Words) -> list[tuple[int, int]]:
    """The word types of a text that the lexicon knows: their numbers here and there."""
    return [
        (number, words.number[token])
        for (kind, token), number in numbers.items()
        if kind == WORDS and token in words.number
    ]


def _compressed(parts: list[Columns], size: int) -> Translations:
    given, words, chances = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(given, kind="stable")
    return Translations(np.searchsorted(given[order], np.arange(size + 1)), words[order], chances[order])
