"""A lexicon: how often words stand for each other, and how far a word is to be trusted.

The one in the package is a table of figures made by `scripts/make_lexicon.py`; a project's own is
learnt from its confirmed pairs and laid over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from workbench.align.beads import Floats, Ints
from workbench.align.model1 import Chances, numbered, pruned, train
from workbench.align.tokens import lexical_words, number_tokens

SHIPPED = Path(__file__).with_name("lexicon.npz")
LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: number, count, how far each is trusted to be explained when the
    other side holds its translation, and the chances of the other language's words given each."""

    number: dict[str, int]
    counts: Floats
    trust: Floats
    chances: Chances


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Two languages' words, `source` first."""

    languages: tuple[str, str]
    source: Words
    target: Words

    def turned(self) -> "Lexicon":
        """The same lexicon, read the other way."""
        return Lexicon(self.languages[::-1], self.target, self.source)


def from_pairs(pairs: Sequence[tuple[str, str]], languages: tuple[str, str]) -> Lexicon:
    """The lexicon that these pairs of texts teach; trust is found by testing each half on the other."""
    texts = texts_in_words(pairs, languages)
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    sets = [numbered(texts[side], numbers[side]) for side in (0, 1)]
    sizes = (len(numbers[0]), len(numbers[1]))
    tables = _both_ways(sets, sizes)
    trusts = _trusts(sets, sizes)
    counts = [_counts(sets[side], sizes[side]) for side in (0, 1)]
    sides = [Words(numbers[side], counts[side], trusts[side], tables[side]) for side in (0, 1)]
    return Lexicon(languages, sides[0], sides[1])


def texts_in_words(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str]
) -> tuple[list[list[str]], list[list[str]]]:
    """The words and numbers of both sides of the pairs."""
    source, target = (
        [[*lexical_words(pair[side], languages[side]), *number_tokens(pair[side])] for pair in pairs]
        for side in (0, 1)
    )
    return source, target


def _both_ways(sets: Sequence[list[Ints]], sizes: tuple[int, int]) -> tuple[Chances, Chances]:
    forth = train(sets[0], sets[1], sizes)
    back = train(sets[1], sets[0], sizes[::-1])
    return pruned(forth, LEAST, sizes[0]), pruned(back, LEAST, sizes[1])


def _counts(sets: list[Ints], size: int) -> Floats:
    return np.bincount(np.concatenate(sets), minlength=size).astype(float)


def _trusts(sets: Sequence[list[Ints]], sizes: tuple[int, int]) -> tuple[Floats, Floats]:
    """For each side's words the share of texts in which the other half's lexicon explains them."""
    found: tuple[list[tuple[Ints, Floats]], list[tuple[Ints, Floats]]] = ([], [])
    for half in (0, 1):
        here = [each[half::2] for each in sets]
        there = [each[1 - half :: 2] for each in sets]
        tables = _both_ways(here, sizes)
        for side in (0, 1):
            counts = _counts(here[side], sizes[side])
            found[side].append(
                _ratios(there[1 - side], there[side], tables[1 - side], counts, sizes[1 - side])
            )
    return _trust(found[0], sizes[0]), _trust(found[1], sizes[1])


def _ratios(
    given: list[Ints], words: list[Ints], table: Chances, counts: Floats, size: int
) -> tuple[Ints, Floats]:
    """How much likelier than by chance each known word is beside the other text."""
    starts = np.searchsorted(table.given, np.arange(size + 1))
    known = np.zeros(len(counts), dtype=bool)
    known[table.words] = True
    background = np.maximum(counts, 0.5) / counts.sum()
    seen, ratios = [], []
    for ours, theirs in zip(given, words, strict=True):
        chance = np.zeros(len(counts))
        for word in ours:
            here = slice(starts[word], starts[word + 1])
            chance[table.words[here]] += table.chances[here]
        theirs = theirs[known[theirs]]
        seen.append(theirs)
        ratios.append(chance[theirs] / max(len(ours), 1) / background[theirs])
    return np.concatenate(seen), np.concatenate(ratios)


def _trust(found: list[tuple[Ints, Floats]], size: int) -> Floats:
    """EM for the weight of "explained" against "by chance", word by word, held by four examples."""
    seen, ratios = (np.concatenate(column) for column in zip(*found, strict=True))
    usual, trust = 0.4, np.full(size, 0.4)
    for _ in range(15):
        odds = trust[seen] * ratios
        explained = odds / (odds + 1 - trust[seen])
        usual = float(explained.mean()) if len(explained) else usual
        trust = (np.bincount(seen, explained, minlength=size) + 4 * usual) / (
            np.bincount(seen, minlength=size) + 4
        )
    return np.asarray(np.minimum(trust, 0.95))


def save(lexicon: Lexicon, path: Path) -> None:
    """The lexicon as one compressed table of figures."""
    table: dict[str, np.ndarray] = {"languages": np.array(lexicon.languages)}
    for side, words in (("source", lexicon.source), ("target", lexicon.target)):
        table[f"{side}_words"] = np.frombuffer("\n".join(words.number).encode(), dtype=np.uint8)
        table[f"{side}_counts"] = words.counts.astype(np.uint16)
        table[f"{side}_trust"] = (words.trust * 255).round().astype(np.uint8)
        table[f"{side}_given"] = words.chances.given.astype(np.uint16)
        table[f"{side}_pairs"] = words.chances.words.astype(np.uint16)
        table[f"{side}_chances"] = words.chances.chances.astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **table)


def load(path: Path) -> Lexicon:
    """The lexicon of a table that `save` wrote."""
    with np.load(path, allow_pickle=False) as table:
        sides = [_words(table, side) for side in ("source", "target")]
        first, second = (str(each) for each in table["languages"])
    return Lexicon((first, second), sides[0], sides[1])


def _words(table: "np.lib.npyio.NpzFile", side: str) -> Words:
    listed = table[f"{side}_words"].tobytes().decode().split("\n")
    columns = (table[f"{side}_given"].astype(np.int64), table[f"{side}_pairs"].astype(np.int64))
    return Words(
        {word: place for place, word in enumerate(listed)},
        table[f"{side}_counts"].astype(float),
        table[f"{side}_trust"] / 255,
        Chances(*columns, table[f"{side}_chances"].astype(float)),
    )


@cache
def shipped() -> Lexicon:
    """The English and Burmese lexicon of the package."""
    return load(SHIPPED)
