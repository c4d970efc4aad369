"""Documents with a known ladder, made out of pairs of sentences: merged, left out, added, in blocks.

How much of each befalls a document is drawn anew for every one, so that what is fitted to them holds
for quiet and for damaged texts.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.align import Bead
from workbench.segment import Segment

Pair = tuple[str, str]
_LENGTHS = (6, 10, 15, 20, 30, 40)


@dataclass(frozen=True, slots=True)
class Made:
    """Two texts and their ladder; segments without a partner stand alone in it."""

    source: list[Segment]
    target: list[Segment]
    gold: list[Bead]


@dataclass(frozen=True, slots=True)
class Damage:
    """The chances that a group of sentences is merged, loses a side, or has a stranger before it."""

    merged: float
    merged_three: float
    lost: float
    added: float
    blocks: bool

    @classmethod
    def drawn(cls, rng: random.Random) -> "Damage":
        """Anything from a clean text to one in which a third of all sentences stand alone."""
        level = rng.random()
        return cls(
            rng.uniform(0.02, 0.14),
            rng.uniform(0, 0.04) * level,
            rng.uniform(0.01, 0.16 * level + 0.03),
            rng.uniform(0, 0.14 * level),
            rng.random() < 0.5,
        )


def make(pairs: Sequence[Pair], strangers: Sequence[Pair], damage: Damage, rng: random.Random) -> Made:
    """One document out of neighbouring pairs; strangers are drawn from the others."""
    sides: tuple[list[str], list[str]] = ([], [])
    gold: list[Bead] = []
    for group in _groups(pairs, damage, rng):
        texts = [[pair[side] for pair in group] for side in (0, 1)]
        if len(group) > 1:
            merged = rng.randrange(2)
            texts[merged] = [" ".join(texts[merged])]
        if rng.random() < 2 * damage.lost:
            texts[rng.randrange(2)] = []
        while rng.random() < damage.added:
            side = rng.randrange(2)
            gold += _alone(sides, side, [rng.choice(strangers)[side]])
        if all(texts):
            gold.append(Bead(*(_added(sides[side], texts[side]) for side in (0, 1))))
        else:
            side = 0 if texts[0] else 1
            gold += _alone(sides, side, texts[side])
    return _in_blocks(sides, gold, damage.blocks, rng)


def documents(pairs: Sequence[Pair], strangers: Sequence[Pair], count: int, seed: int) -> list[Made]:
    """So many documents, each from a run of pairs that begins anywhere."""
    rng = random.Random(seed)
    made: list[Made] = []
    while len(made) < count:
        length = rng.choice(_LENGTHS)
        first = rng.randrange(max(1, len(pairs) - length))
        document = make(pairs[first : first + length], strangers, Damage.drawn(rng), rng)
        made += [document] if document.source and document.target else []
    return made


def _groups(pairs: Sequence[Pair], damage: Damage, rng: random.Random) -> list[Sequence[Pair]]:
    groups, at = [], 0
    while at < len(pairs):
        draw = rng.random()
        size = (
            3 if draw < damage.merged_three else 2 if draw < damage.merged_three + damage.merged else 1
        )
        groups.append(pairs[at : at + size])
        at += size
    return groups


def _added(side: list[str], texts: list[str]) -> tuple[int, ...]:
    side += texts
    return tuple(range(len(side) - len(texts), len(side)))


def _alone(sides: tuple[list[str], list[str]], side: int, texts: list[str]) -> list[Bead]:
    places = _added(sides[side], texts)
    return [Bead((place,), ()) if side == 0 else Bead((), (place,)) for place in places]


def _in_blocks(
    sides: tuple[list[str], list[str]], gold: list[Bead], blocks: bool, rng: random.Random
) -> Made:
    """Both sides begin a new block at the same bead, but for one bead in twenty on either side."""
    numbers: tuple[list[int], list[int]] = ([], [])
    block = [0, 0]
    for bead in gold:
        begins = blocks and rng.random() < 0.35
        for side, places in enumerate((bead.source, bead.target)):
            block[side] += begins != (blocks and rng.random() < 0.05)
            numbers[side].extend(block[side] for _ in places)
    segments = [
        [
            Segment(text, number, language=tag)
            for text, number in zip(sides[side], numbers[side], strict=True)
        ]
        for side, tag in ((0, "en"), (1, "my"))
    ]
    return Made(segments[0], segments[1], gold)
