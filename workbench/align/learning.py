"""What confirmed pairs teach: their words, laid over a lexicon that was there before."""

from collections.abc import Sequence

import numpy as np

from workbench.align.ladder import Bead, Side
from workbench.align.lexicon import LEAST, Lexicon, Words, shipped, texts_in_words
from workbench.align.model1 import Chances, numbered, pruned, train
from workbench.align.ties import as_one

TRUST = 0.5
"""How far a word is trusted that only the confirmed pairs hold."""

Pairs = Sequence[tuple[str, str]]


def lexicon_for(source: str, target: str) -> Lexicon | None:
    """The lexicon of the package, the way round that these languages need; None when it has neither."""
    asked = (source.split("-")[0], target.split("-")[0])
    if sorted(asked) != sorted(shipped().languages):
        return None
    return shipped() if asked == shipped().languages else shipped().turned()


def learn(pairs: Pairs, languages: tuple[str, str] = ("en", "my")) -> Lexicon | None:
    """The lexicon of the package for these languages with what the pairs teach: a project's own."""
    return _extended(lexicon_for(*languages), pairs, languages)


def taught(lexicon: Lexicon | None, fixed: Sequence[Bead], source: Side, target: Side) -> Lexicon | None:
    """The lexicon with the words of the fixed beads."""
    pairs = [
        (as_one(source, bead.source).text, as_one(target, bead.target).text)
        for bead in fixed
        if bead.source and bead.target
    ]
    return _extended(lexicon, pairs, (source[0].language, target[0].language))


def _extended(lexicon: Lexicon | None, pairs: Pairs, languages: tuple[str, str]) -> Lexicon | None:
    if not pairs:
        return lexicon
    sides = (lexicon.source, lexicon.target) if lexicon else (_nothing(), _nothing())
    texts = texts_in_words(pairs, languages)
    numbers = (dict(sides[0].number), dict(sides[1].number))
    sets = [numbered(texts[side], numbers[side]) for side in (0, 1)]
    sizes = (len(numbers[0]), len(numbers[1]))
    tables = [
        pruned(
            train(sets[side], sets[1 - side], (sizes[side], sizes[1 - side]), sides[side].chances),
            LEAST,
            sizes[side],
        )
        for side in (0, 1)
    ]
    return Lexicon(languages, *(_laid_over(sides[n], tables[n], sets[n], numbers[n]) for n in (0, 1)))


def _nothing() -> Words:
    none = np.zeros(0, dtype=np.int64)
    return Words({}, np.zeros(0), np.zeros(0), Chances(none, none, np.zeros(0)))


def _laid_over(old: Words, new: Chances, sets: list[np.ndarray], numbers: dict[str, int]) -> Words:
    """Old and new chances of each word, weighed by how often each was seen."""
    size = len(numbers)
    seen = np.bincount(np.concatenate(sets), minlength=size).astype(float)
    before = np.concatenate([old.counts, np.zeros(size - len(old.counts))])
    share = seen / np.maximum(seen + before, 1)
    given = np.concatenate([old.chances.given, new.given])
    words = np.concatenate([old.chances.words, new.words])
    chances = np.concatenate(
        [old.chances.chances * (1 - share[old.chances.given]), new.chances * share[new.given]]
    )
    width = int(words.max(initial=0)) + 1
    keys, place = np.unique(given * width + words, return_inverse=True)
    summed = np.bincount(place, chances, minlength=len(keys)).astype(float)
    trust = np.concatenate([old.trust, np.full(size - len(old.trust), TRUST)])
    return Words(numbers, before + seen, trust, Chances(keys // width, keys % width, summed))
