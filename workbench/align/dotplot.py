"""A coarse look at two long texts: which stretches share rare words, and one rising path through them.

Both texts are cut into stretches of a few segments. Each pair of stretches gets a dot as dark as the
rare tokens they share beyond chance; the path with the darkest dots survives a missing chapter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import Floats, Ints
from workbench.align.evidence import Evidence
from workbench.align.gathering import gather
from workbench.align.learning import lexicon_for
from workbench.align.lexicon import Lexicon
from workbench.align.streams import Stream, offered
from workbench.segment import Segment

STRETCHES = 2200
"""At most so many stretches a side, so that the plot stays small."""
CLOUDS = 240
"""At most so many stretches a side in what is drawn for people."""
DRAWN = 12_000
_SHORTEST = 5
_SMALLEST = 3
_DARKEST = 2
_FULL = 0.7
"""The share of dots that are drawn lighter than full."""
_MARGIN = 18
_TYPES = 4096
_COMMON = 0.2
_DOUBT = 2.0
"""Deviations above chance that a dot needs."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A stretch of the source from segment i and one of the target from j that share rare words.

    `darkness` is how far beyond chance, from 0 to 1.
    """

    i: int
    j: int
    stretch: int
    darkness: float


@dataclass(frozen=True, slots=True)
class Path:
    """Places (i, j) that the path is sure of, rising, with both ends; segments of a stretch."""

    places: Ints
    stretch: int

    @property
    def reach(self) -> int:
        """How far on both sides of the path the ladder may lie."""
        return _MARGIN + self.stretch

    def rungs(self) -> Ints:
        """One j for each source rung, straight between the places."""
        rows = np.arange(self.places[-1, 0] + 1)
        return np.asarray(
            np.rint(np.interp(rows, self.places[:, 0], self.places[:, 1])).astype(np.int64)
        )

    def kept_targets(self) -> NDArray[np.bool_]:
        """Which target segments can have a partner: not the middle of a chapter that the path leaps."""
        kept = np.ones(self.places[-1, 1], dtype=bool)
        for (i, j), (next_i, next_j) in pairwise(self.places):
            near = self.reach // 2 + 2 * (next_i - i)
            if next_j - j > 2 * near + self.reach:
                kept[j + near : next_j - near] = False
        return kept

    def without(self, kept: NDArray[np.bool_]) -> "Path":
        """The same path when only these target segments are counted."""
        before = np.concatenate([[0], np.cumsum(kept)])
        return Path(np.column_stack([self.places[:, 0], before[self.places[:, 1]]]), self.stretch)


def cloud(
    source: Sequence[Segment], target: Sequence[Segment], lexicon: Lexicon | None = None
) -> list[Dot]:
    """Where two texts share rare words beyond chance, in whatever order: the darkest dots of each place.

    Both are cut into at most `CLOUDS` stretches; `lexicon` takes the place of the one in the package.
    Texts of more than `DRAWN` segments have no dots: it would take too long for one who waits.
    """
    longest = max(len(source), len(target))
    if not source or not target or longest > DRAWN:
        return []
    words = lexicon or lexicon_for(source[0].language, target[0].language)
    stretch = max(_SMALLEST, -(-longest // CLOUDS))
    dots = _dots(gather(source, target, words), stretch)
    dark = (dots > 0) & ((dots >= _darkest(dots, 1)) | (dots >= _darkest(dots, 0)))
    full = float(np.quantile(dots[dark], _FULL)) if dark.any() else 1.0
    return [
        Dot(int(i) * stretch, int(j) * stretch, stretch, round(min(float(dots[i, j]) / full, 1.0), 2))
        for i, j in zip(*np.nonzero(dark), strict=True)
    ]


def _darkest(dots: NDArray[np.floating], axis: int) -> NDArray[np.floating]:
    """The dot of each row, or column, that only a few others are darker than."""
    kept = min(_DARKEST, dots.shape[axis])
    place = dots.shape[axis] - kept
    return np.take(np.partition(dots, place, axis=axis), [place], axis=axis)


def coarse_path(evidence: Evidence, points: Ints) -> Path:
    """The rising path through the dots, from (0, 0) to the end of both texts and through the points."""
    sizes = tuple(len(each) for each in evidence.lengths)
    stretch = max(_SHORTEST, -(-max(sizes) // STRETCHES))
    dots = _dots(evidence, stretch)
    ends = np.array([[0, 0], list(sizes)], dtype=np.int64)
    middle = _best_chain(dots) * stretch + stretch // 2
    middle = middle[(middle < ends[1]).all(axis=1)]
    # What does not lie between the same two points on both sides would cross one.
    before = [np.searchsorted(points[:, side], middle[:, side], side="right") for side in (0, 1)]
    places = np.concatenate([ends[:1], middle[before[0] == before[1]], points, ends[1:]])
    return Path(places[np.lexsort((places[:, 1], places[:, 0]))], stretch)


def _dots(evidence: Evidence, stretch: int) -> NDArray[np.floating]:
    """How many deviations above chance two stretches agree, above the doubt."""
    source, target = evidence.streams
    here = _presence(target, stretch)
    rarity, chosen = _rare(here)
    given = _offered(source, evidence, stretch, len(target.trust))[:, chosen]
    given = np.minimum(given, 1.0) * (rarity[chosen] * (target.trust[chosen] > 0)).astype(np.float32)
    agreement = given @ here[:, chosen].T
    chance = np.outer(agreement.mean(axis=1), agreement.mean(axis=0)) / max(
        float(agreement.mean()), 1e-9
    )
    return np.maximum((agreement - chance) / np.sqrt(chance * 3 + 4) - _DOUBT, 0.0)


def _presence(stream: Stream, stretch: int) -> NDArray[np.float32]:
    starts = np.arange(0, len(stream.bounds) - 1, stretch)
    result = np.zeros((len(starts), len(stream.trust)), dtype=np.float32)
    owner = np.repeat(np.arange(len(stream.bounds) - 1) // stretch, np.diff(stream.bounds))
    result[owner, stream.types] = 1.0
    return result


def _offered(stream: Stream, evidence: Evidence, stretch: int, types: int) -> NDArray[np.float32]:
    segments = len(stream.bounds) - 1
    rows = [
        offered(stream, range(first, min(first + stretch, segments)), evidence.tables[0], types).sum(
            axis=0
        )
        for first in range(0, segments, stretch)
    ]
    return np.asarray(rows, dtype=np.float32)


def _rare(here: NDArray[np.float32]) -> tuple[Floats, Ints]:
    """The log rarity of each type, and the rarest types that are met at all."""
    met = here.sum(axis=0)
    rarity = np.log(len(here) / np.maximum(met, 1.0))
    order = np.argsort(met, kind="stable")
    order = order[(met[order] > 0) & (met[order] <= max(_COMMON * len(here), 1))]
    return rarity, order[:_TYPES]


def _best_chain(dots: NDArray[np.floating]) -> Ints:
    """The dots (row, column) of the rising path that gathers the most."""
    rows, columns = dots.shape
    best = np.zeros((rows + 1, columns + 1), dtype=np.float32)
    for i in range(rows):
        taken = best[i, :-1] + dots[i]
        best[i + 1, 1:] = np.maximum.accumulate(np.maximum(taken, best[i, 1:]))
    chain, i, j = [], rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j))
    return np.array(chain[::-1], dtype=np.int64).reshape(-1, 2)
