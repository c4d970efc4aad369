"""Two lists of segments made comparable: their tokens as streams, their lengths and sentences."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.beads import Floats, Ints
from workbench.align.evidence import Evidence
from workbench.align.ladder import Side
from workbench.align.lengths import usual_ratio
from workbench.align.lexicon import Lexicon, Words
from workbench.align.sounds import Sounds, sounds
from workbench.align.streams import NUMBERS, NUMERALS, SHARED, WORDS, Stream, Translations
from workbench.align.tables import Numbers, tables
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
)
from workbench.segment import Segment

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
    forth, back = tables((ours.numbers, theirs.numbers), lexicon)
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
    """The tokens of a segment by their kinds, in the order of `TOKEN_KINDS`."""
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
