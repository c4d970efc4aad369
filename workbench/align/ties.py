"""What a person has decided: beads that stay as they are, and pairs of segments that belong together.

A fixed bead becomes one segment on each side, so that any bead, however wide, is a single tie.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import SHAPES, Band, Ints
from workbench.align.ladder import Bead, Side
from workbench.segment import Segment

FREE, ALONE = -1, -2
_ONE, _LEFT, _ADDED = (SHAPES.index(shape) for shape in ((1, 1), (1, 0), (0, 1)))

Pin = tuple[int, int]
Groups = list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Ties:
    """For each source segment its fixed partner, FREE or ALONE; for targets whether they are fixed, and
    alone; and pins, pairs that must share a bead."""

    partner: Ints
    taken: NDArray[np.bool_]
    alone: NDArray[np.bool_]
    pins: tuple[Pin, ...] = ()

    def part(self, rows: Ints, kept: Ints) -> "Ties":
        """The same ties for some of the source and target segments."""
        place = np.full(len(self.taken) + 2, ALONE)
        place[kept] = np.arange(len(kept))
        place[FREE] = FREE
        row = {int(i): n for n, i in enumerate(rows)}
        column = {int(j): n for n, j in enumerate(kept)}
        pins = tuple((row[i], column[j]) for i, j in self.pins if i in row and j in column)
        return Ties(place[self.partner[rows]], self.taken[kept], self.alone[kept], pins)

    def points(self) -> Ints:
        """The places (i, j) the ladder must pass, rising."""
        tied = np.flatnonzero(self.partner >= 0)
        fixed = np.column_stack([tied, self.partner[tied]])
        places = np.concatenate([fixed, np.array(self.pins, dtype=np.int64).reshape(-1, 2)])
        return np.asarray(places[np.argsort(places[:, 0], kind="stable")])

    def allow(self, legal: NDArray[np.bool_], band: Band) -> NDArray[np.bool_]:
        """The legal beads that respect the ties, (shapes, rungs, width)."""
        rows, columns = np.arange(band.sources + 1)[:, None], band.columns()
        allowed = np.array(legal)
        tied, taken = (
            np.concatenate([[0], np.cumsum(each)]) for each in (self.partner != FREE, self.taken)
        )
        for k, (a, b) in enumerate(SHAPES):
            free = tied[rows] == tied[np.maximum(rows - a, 0)]
            ends = np.minimum(columns, band.targets)
            allowed[k] &= free & (taken[ends] == taken[np.maximum(ends - b, 0)])
            for i, j in self.pins:
                with_source = (rows > i) & (rows <= i + a)
                with_target = (columns > j) & (columns <= j + b)
                allowed[k] &= with_source == with_target
        self._restore(allowed, legal, band)
        return allowed

    def _restore(self, allowed: NDArray[np.bool_], legal: NDArray[np.bool_], band: Band) -> None:
        before = np.append(self.partner, FREE)[np.arange(band.sources + 1) - 1]
        columns = band.columns()
        allowed[_ONE] |= legal[_ONE] & (before >= 0)[:, None] & (columns == before[:, None] + 1)
        allowed[_LEFT] |= legal[_LEFT] & (before == ALONE)[:, None]
        alone = np.concatenate([[False], self.alone])[np.minimum(columns, band.targets)]
        allowed[_ADDED] |= legal[_ADDED] & alone


def untied(sources: int, targets: int) -> Ties:
    """No ties at all."""
    return Ties(np.full(sources, FREE), np.zeros(targets, dtype=bool), np.zeros(targets, dtype=bool))


def grouped(count: int, runs: Sequence[tuple[int, ...]]) -> Groups:
    """All segments 0 .. count - 1 in order, each run of them as one group.

    >>> grouped(4, [(1, 2)])
    [(0,), (1, 2), (3,)]
    """
    inside = set(chain.from_iterable(runs))
    singles = [(n,) for n in range(count) if n not in inside]
    return sorted([*singles, *(run for run in runs if run)])


def tie(
    fixed: Sequence[Bead], pins: Sequence[Pin], sizes: tuple[int, int]
) -> tuple[Groups, Groups, Ties]:
    """Both sides in groups, each fixed bead one group a side, and the ties between the groups.

    Raises ValueError when fixed beads or pins overlap, cross or leave the texts.
    """
    _refuse_disorder(fixed, pins, sizes)
    ours = grouped(sizes[0], [bead.source for bead in fixed])
    theirs = grouped(sizes[1], [bead.target for bead in fixed])
    row, column = (
        {segment: n for n, group in enumerate(side) for segment in group} for side in (ours, theirs)
    )
    ties = untied(len(ours), len(theirs))
    for bead in fixed:
        if bead.source:
            ties.partner[row[bead.source[0]]] = column[bead.target[0]] if bead.target else ALONE
        if bead.target:
            ties.taken[column[bead.target[0]]] = True
            ties.alone[column[bead.target[0]]] = not bead.source
    tied = {row[i] for bead in fixed for i in bead.source}
    kept = tuple((row[i], column[j]) for i, j in pins if row[i] not in tied)
    return ours, theirs, Ties(ties.partner, ties.taken, ties.alone, kept)


def _refuse_disorder(fixed: Sequence[Bead], pins: Sequence[Pin], sizes: tuple[int, int]) -> None:
    places = [*((bead.source, bead.target) for bead in fixed), *(((i,), (j,)) for i, j in pins)]
    for side in (0, 1):
        used = [segment for bead in fixed for segment in (bead.source, bead.target)[side]]
        runs = [place[side] for place in places if place[side]]
        if len(used) != len(set(used)) or any(run != tuple(range(run[0], run[-1] + 1)) for run in runs):
            raise ValueError("fixed beads overlap or have gaps")
        if any(not 0 <= segment < sizes[side] for run in runs for segment in run):
            raise ValueError("a fixed bead or pin lies outside the texts")
    both = sorted((source[0], target[0]) for source, target in places if source and target)
    if [target for _, target in both] != sorted(target for _, target in both):
        raise ValueError("fixed beads or pins cross")


def as_one(segments: Side, group: tuple[int, ...]) -> Segment:
    """The segments of a group as one, with the block and label of the first."""
    if len(group) == 1:
        return segments[group[0]]
    first = segments[group[0]]
    text = " ".join(segments[n].text for n in group)
    return Segment(text, first.block, first.kind, first.label, first.language)
