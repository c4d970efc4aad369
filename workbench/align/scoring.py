"""A ladder held against the gold ladder: strict and lax precision, recall and F1."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.align.ladder import Bead

Link = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Hits:
    """How many links were found, wanted, and right both ways."""

    found: int
    wanted: int
    right_found: int
    right_wanted: int

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """All four, to be summed over documents."""
        return self.found, self.wanted, self.right_found, self.right_wanted

    @property
    def precision(self) -> float:
        """The share of found links that are right."""
        return self.right_found / max(self.found, 1)

    @property
    def recall(self) -> float:
        """The share of wanted links that were found."""
        return self.right_wanted / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def _links(beads: Iterable[Bead]) -> list[Link]:
    return [(bead.source, bead.target) for bead in beads if bead.source and bead.target]


def strict(found: Sequence[Bead], wanted: Sequence[Bead]) -> Hits:
    """A hit is the same link; links with an empty side are left out on both sides.

    >>> strict([Bead((0,), (0,)), Bead((1,), (1,))], [Bead((0,), (0,)), Bead((1,), (1, 2))]).f1
    0.5
    """
    ours, theirs = set(_links(found)), set(_links(wanted))
    both = len(ours & theirs)
    return Hits(len(ours), len(theirs), both, both)


def lax(found: Sequence[Bead], wanted: Sequence[Bead]) -> Hits:
    """A hit shares a pair of segments with a link of the other ladder."""
    ours, theirs = _links(found), _links(wanted)
    return Hits(len(ours), len(theirs), _touching(ours, theirs), _touching(theirs, ours))


def _touching(links: list[Link], others: list[Link]) -> int:
    cells = {(i, j) for source, target in others for i in source for j in target}
    return sum(any((i, j) in cells for i in source for j in target) for source, target in links)


def by_type(found: Sequence[Bead], wanted: Sequence[Bead]) -> dict[str, Hits]:
    """Strict hits for each type of bead that either ladder has, the commonest first."""
    sides = [{(bead.source, bead.target) for bead in beads} for beads in (found, wanted)]
    counts = [Counter(f"{len(a)}-{len(b)}" for a, b in side) for side in (*sides, sides[0] & sides[1])]
    types = sorted(counts[0] | counts[1], key=lambda each: (-counts[1][each], each))
    return {
        each: Hits(counts[0][each], counts[1][each], counts[2][each], counts[2][each]) for each in types
    }
