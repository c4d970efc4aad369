"""The shapes a bead can have, and the band of rungs in which a ladder is sought.

A rung (i, j) lies after i source and j target segments. The band keeps, for each i, the `width` rungs
from `starts[i]`; a bead is filed under the rung where it ends: `values[shape, i, j - starts[i]]`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SHAPES = (
    (1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2),
    (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1),
)  # fmt: skip
"""Source and target segments of a bead; (0, 1) must stay the only shape without source."""

INSERTION = SHAPES.index((0, 1))
WIDEST = 4
IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Band:
    """Which rungs are looked at: `starts` has one entry for each source rung, rising."""

    starts: Ints
    width: int
    targets: int

    @property
    def sources(self) -> int:
        """How many source segments there are."""
        return len(self.starts) - 1

    def columns(self) -> Ints:
        """The j of each rung, shape (sources + 1, width); may run past the last target."""
        return self.starts[:, None] + np.arange(self.width)

    def legal(self, holes: Ints | None = None) -> NDArray[np.bool_]:
        """Which beads stay inside both texts and reach over no hole, (shapes, sources + 1, width)."""
        columns, rows = self.columns(), np.arange(len(self.starts))[:, None]
        inside = np.zeros(self.targets + 1, dtype=np.int64)
        inside[[] if holes is None else holes] = 1
        holes_before = np.cumsum(inside)
        result = [(rows >= a) & (columns >= b) & (columns <= self.targets) for a, b in SHAPES]
        if holes is not None and len(holes):
            ends = np.clip(columns - 1, 0, self.targets)
            for k, (_, b) in enumerate(SHAPES):
                if b > 1:
                    result[k] &= (
                        holes_before[ends] == holes_before[np.clip(columns - b, 0, self.targets)]
                    )
        return np.stack(result)


def whole(sources: int, targets: int) -> Band:
    """The band that holds every rung."""
    return Band(np.zeros(sources + 1, dtype=np.int64), targets + 1, targets)


def around(path: Ints, targets: int, reach: int) -> Band:
    """The band of `reach` rungs on both sides of a rising path (one j for each source rung).

    Where the path jumps, the rows before it are bent so that neighbours still overlap.
    """
    sources = len(path) - 1
    if not targets:
        return whole(sources, 0)
    reach = max(reach, -(-targets // sources))
    width = 2 * reach + 1
    if width > targets:
        return whole(sources, targets)
    slope = reach * np.arange(sources + 1)
    starts = np.clip(path - reach, 0, np.minimum(slope, targets + 1 - width))
    starts[-1] = targets + 1 - width
    bent = np.maximum.accumulate((starts - slope)[::-1])[::-1] + slope
    return Band(np.maximum.accumulate(np.maximum(bent, 0)), width, targets)
