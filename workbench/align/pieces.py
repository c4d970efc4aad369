"""A long document in pieces, so that memory stays small and time grows with its length only.

Each piece is solved a little beyond its end and cut at a sure rung before it; the next begins there.
Target segments in the middle of a chapter that the source has not are left out of every piece.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import SHAPES, Band, Ints, around, whole
from workbench.align.dotplot import Path, coarse_path
from workbench.align.evidence import Evidence
from workbench.align.ties import Ties

SMALL = 60_000
"""Up to so many rungs all are looked at; beyond, those near the coarse path."""
ROWS = 2048
_BEYOND = 64
_SURE = 0.95


class Found(NamedTuple):
    """A bead of a piece: its shape, the rung where it ends, its chance, and what its words say."""

    shape: int
    i: int
    j: int
    chance: float
    content: float


class Linked(NamedTuple):
    """A bead of the document: its segments, its chance, and what its words say."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    chance: float
    content: float = 0.0


Solve = Callable[[Evidence, Band, NDArray[np.bool_]], list[Found]]
"""From a piece, its band and the beads that are legal there, to its ladder."""


def solve_in_pieces(evidence: Evidence, ties: Ties, solve: Solve) -> list[Linked]:
    """The beads of a whole document, in order; each side covered once."""
    sources, targets = (len(each) for each in evidence.lengths)
    if sources * targets <= SMALL:
        band = whole(sources, targets)
        return _linked(solve(evidence, band, ties.allow(band.legal(), band)), 0, np.arange(targets))
    path = coarse_path(evidence, ties.points())
    kept = np.flatnonzero(path.kept_targets() | ties.taken)
    links: list[Linked] = []
    i = j = 0
    while i < sources:
        last = min(i + ROWS, sources)
        end = targets if last == sources else int(path.rungs()[last])
        here, rows = kept[(kept >= j) & (kept < end)], np.arange(i, last)
        band = _band(path, i, last, here)
        legal = ties.part(rows, here).allow(band.legal(_holes(here)), band)
        found = solve(evidence.part(rows, here), band, legal)
        found = found if last == sources else _sure_part(found, last - i - _BEYOND)
        links += _linked(found, i, here)
        i += found[-1].i
        j = int(here[found[-1].j - 1]) + 1 if found[-1].j else j
    return _filled(links, targets)


def _band(path: Path, first: int, last: int, targets: Ints) -> Band:
    places = np.searchsorted(targets, path.rungs()[first : last + 1])
    return around(places, len(targets), path.reach)


def _holes(targets: Ints) -> Ints:
    return np.flatnonzero(np.diff(targets) > 1) + 1


def _sure_part(found: list[Found], before: int) -> list[Found]:
    """The beads up to the last sure one that ends before this row."""
    ends = [n for n, bead in enumerate(found) if 0 < bead.i <= before]
    sure = [n for n in ends if found[n].chance > _SURE and all(SHAPES[found[n].shape])]
    return found[: max(sure or ends) + 1]


def _linked(found: list[Found], first: int, targets: Ints) -> list[Linked]:
    return [
        Linked(
            tuple(range(first + i - SHAPES[shape][0], first + i)),
            tuple(targets[j - SHAPES[shape][1] : j].tolist()),
            chance,
            content,
        )
        for shape, i, j, chance, content in found
    ]


def _filled(links: list[Linked], targets: int) -> list[Linked]:
    """The beads with those target segments in their places that no piece had."""
    result, after = [], 0
    for link in [*links, Linked((), (targets,), 1.0)]:
        first = link.target[0] if link.target else after
        result += [Linked((), (j,), _SURE) for j in range(after, first)]
        result.append(link)
        after = link.target[-1] + 1 if link.target else after
    return result[:-1]
