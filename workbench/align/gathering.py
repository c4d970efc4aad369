"""Two lists of segments made comparable: their tokens as streams, and the tables between them."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.beads import Floats, Ints
from workbench.align.evidence import Evidence
from workbench.align.ladder import Side
from workbench.align.lengths import usual_ratio
from workbench.align.lexicon import Lexicon, Words
from workbench.align.sounds import Sounds, sounds
from workbench.align.streams import Stream, Translations
from workbench.align.tokens import (
    DOUBTFUL,
    amount_tokens,
    characters,
    date_tokens,
    label_token,
    latin_tokens,
    lexical_words,
    number_tokens,
    numeral_tokens,
    sentences_in,
    values,
)
from workbench.segment import Segment

NUMBERS, NUMERALS, DATES, SHARED, WORDS, LABELS, KINDS = range(7)
TRUST = np.array([0.6, 0.5, 0.6, 0.6, 0.0, 0.9, 0.5])
"""How far a token of each kind is expected on the other side of its bead; words have their own."""
WORD_TRUST = 0.8
"""The lexicon's trust comes from text like its own; other text keeps this share of it."""
_CORPUS = 1000.0
"""The lexicon's counts weigh as much as a text of so many words when chance is reckoned."""
FEW = np.array([500.0, 500.0, 500.0, 500.0, 500.0, 500.0, 1.0])
"""A short text is taken to hold so many tokens of a kind, so that what it has once is still rare; not
so with kinds of block: where all are paragraphs, that says nothing."""

Tokens = Sequence[Sequence[str]]
Numbers = dict[tuple[int, str], int]
Columns = tuple[Ints, Ints, Floats]


@dataclass(frozen=True, slots=True)
class _Side:
    """One text's tokens: the number of each (kind, token), and per segment their numbers by kind.

    `foreign`: the text is not written in Latin letters.
    """

    numbers: Numbers
    types: Ints
    sizes: Ints
    foreign: bool

    def kinds(self) -> Ints:
        """The kind of each number."""
        return np.array([kind for kind, _ in self.numbers], dtype=np.int64)


def gather(
    source: Side,
    target: Side,
    lexicon: Lexicon | None,
    shared: tuple[Tokens, Tokens] | None = None,
) -> Evidence:
    """Both texts made comparable. `shared`: more tokens of each segment that both sides may have."""
    ours, theirs = _side(source, shared and shared[0]), _side(target, shared and shared[1])
    forth, back = _tables((ours.numbers, theirs.numbers), lexicon)
    return Evidence(
        (
            _stream(ours, lexicon.source if lexicon else None, back),
            _stream(theirs, lexicon.target if lexicon else None, forth),
        ),
        (forth, back),
        (_characters(source), _characters(target)),
        (_sentence_counts(source), _sentence_counts(target)),
        (np.array([each.block for each in source]), np.array([each.block for each in target])),
        _sounds(source, target, (ours.foreign, theirs.foreign)),
        usual_ratio(source[0].language, target[0].language),
    )


def _side(segments: Side, more: Tokens | None) -> _Side:
    numbers: Numbers = {}
    types, sizes = array("q"), array("q")
    for n, segment in enumerate(segments):
        for kind, tokens in enumerate(_by_kind(segment, more[n] if more else ())):
            types.extend(numbers.setdefault((kind, token), len(numbers)) for token in tokens)
            sizes.append(len(tokens))
    return _Side(
        numbers, np.array(types), np.array(sizes).reshape(-1, len(TRUST)), _is_foreign(segments)
    )


def _sounds(source: Side, target: Side, foreign: tuple[bool, bool]) -> tuple[Sounds, Sounds]:
    """How names sound, where the two texts are in different scripts; otherwise their letters tell."""
    if foreign[0] == foreign[1]:
        return np.full(len(source), "", dtype=object), np.full(len(target), "", dtype=object)
    return sounds(source, not foreign[0]), sounds(target, not foreign[1])


def _is_foreign(segments: Side) -> bool:
    letters = "".join(each.text for each in segments[:200])
    return sum(map(str.isascii, letters)) * 2 < len(letters)


def _by_kind(segment: Segment, more: Sequence[str]) -> tuple[Sequence[str], ...]:
    text = segment.text
    label = label_token(segment.label or "")
    return (
        amount_tokens(text),
        numeral_tokens(text),
        date_tokens(text),
        [*latin_tokens(text), *more],
        [*lexical_words(text, segment.language), *number_tokens(text)],
        [label] if label else [],
        [segment.kind],
    )


def _tables(
    numbers: tuple[Numbers, Numbers], lexicon: Lexicon | None
) -> tuple[Translations, Translations]:
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
    return [
        (number, words.number[token])
        for (kind, token), number in numbers.items()
        if kind == WORDS and token in words.number
    ]


def _compressed(parts: list[Columns], size: int) -> Translations:
    given, words, chances = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(given, kind="stable")
    return Translations(np.searchsorted(given[order], np.arange(size + 1)), words[order], chances[order])


def _stream(side: _Side, words: Words | None, explaining: Translations) -> Stream:
    kind = side.kinds()
    counts = np.bincount(side.types, minlength=len(kind)).astype(float)
    totals = np.bincount(kind, counts, minlength=len(TRUST))
    trust, background = TRUST[kind], np.maximum(counts, 1) / np.maximum(totals, FEW)[kind]
    if words:
        places = np.array([words.number.get(token, -1) for _, token in side.numbers], dtype=np.int64)
        usual = np.append(words.counts, 0.5)[places] / words.counts.sum()
        mixed = (_CORPUS * usual + counts) / (_CORPUS + totals[WORDS])
        trust = np.where(kind == WORDS, WORD_TRUST * np.append(words.trust, 0.0)[places], trust)
        background = np.where(kind == WORDS, mixed, background)
    explained = np.zeros(len(kind), dtype=bool)
    explained[explaining.types] = True
    # A number, or a Latin word in a text of another script, is expected on the other side in any case.
    explained |= (kind == NUMBERS) | ((kind == SHARED) & side.foreign)
    bounds = np.concatenate([[0], np.cumsum(side.sizes.sum(axis=1))])
    doubtful = [each == NUMERALS and token.startswith(DOUBTFUL) for each, token in side.numbers]
    trust = np.where(explained & ~np.array(doubtful, dtype=bool), trust, 0.0)
    return Stream(
        side.types, bounds, side.sizes.astype(float), kind, trust, background, np.ones(len(kind))
    )


def _characters(segments: Side) -> Floats:
    """Characters of each segment without white space."""
    return np.array([characters(each.text) for each in segments], dtype=float)


def _sentence_counts(segments: Side) -> Floats:
    return np.array([sentences_in(each) for each in segments], dtype=float)
