"""The sums and the best ladder over all beads in a band, row by row in numpy.

Within a row only insertions (0-1) lead from rung to rung, and they are summed by one `accumulate`;
every other bead comes from an earlier row. So a row costs a handful of array calls.
"""

import numpy as np

from workbench.align.beads import IMPOSSIBLE, INSERTION, SHAPES, WIDEST, Band, Floats

_CARRIED = tuple(k for k in range(len(SHAPES)) if k != INSERTION)


class _Table:
    """Values of all rungs, with an impossible margin so that every look back is a legal place."""

    def __init__(self, band: Band):
        self.band = band
        self.stride = 2 * band.width + WIDEST
        self.cells = np.full((band.sources + 1 + WIDEST, self.stride), IMPOSSIBLE)
        self.flat = self.cells.reshape(-1)
        source = np.array([SHAPES[k][0] for k in _CARRIED])
        target = np.array([SHAPES[k][1] for k in _CARRIED])
        rows = np.arange(band.sources + 1)[:, None]
        before = np.maximum(rows - source, 0)
        shift = np.clip(band.starts[rows] - band.starts[before] - target, -WIDEST, band.width)
        self.origins = (rows - source + WIDEST) * self.stride + WIDEST + shift
        self.reach = np.arange(band.width)

    def row(self, i: int) -> Floats:
        """The values of rung row i, to read or write."""
        return self.cells[i + WIDEST, WIDEST : WIDEST + self.band.width]

    def arrivals(self, i: int) -> Floats:
        """What each carried shape would come from, shape (shapes - 1, width)."""
        return np.asarray(self.flat[self.origins[i][:, None] + self.reach])


def _log_sum(values: Floats) -> Floats:
    top = values.max(axis=0)
    return np.asarray(top + np.log(np.exp(values - top).sum(axis=0)))


def forward(scores: Floats, band: Band) -> Floats:
    """The log of the summed weights of all ladders up to each rung, shape (sources + 1, width)."""
    table = _Table(band)
    carried = scores[list(_CARRIED)]
    for i in range(band.sources + 1):
        entering = _log_sum(table.arrivals(i) + carried[:, i])
        if i == 0:
            entering[0] = 0.0
        steps = np.cumsum(np.maximum(scores[INSERTION, i], -1e5))
        summed = steps + np.logaddexp.accumulate(entering - steps)
        table.row(i)[:] = np.maximum(summed, IMPOSSIBLE)
    return table.cells[WIDEST:, WIDEST : WIDEST + band.width]


def mirrored(scores: Floats, band: Band) -> tuple[Floats, Band]:
    """The same beads read from the end of both texts: each filed under the rung where it begins."""
    count, width = band.sources + 1, band.width
    turned = Band((band.targets - (band.starts + width - 1))[::-1], width, band.targets)
    flipped = np.full_like(scores, IMPOSSIBLE)
    rows = np.arange(count)[:, None]
    columns = turned.columns()
    for k, (a, b) in enumerate(SHAPES):
        ends_row = count - 1 - rows + a
        ends_column = band.targets - columns + b
        place = ends_column - band.starts[np.minimum(ends_row, count - 1)]
        inside = (ends_row < count) & (place >= 0) & (place < width)
        values = scores[k, np.minimum(ends_row, count - 1), np.clip(place, 0, width - 1)]
        flipped[k] = np.where(inside, values, IMPOSSIBLE)
    return flipped, turned


def backward(scores: Floats, band: Band) -> Floats:
    """The log of the summed weights of all ladders from each rung on, shape (sources + 1, width)."""
    return forward(*mirrored(scores, band))[::-1, ::-1]


def posteriors(scores: Floats, band: Band) -> Floats:
    """The chance of each bead under the weights `exp(score)`, same shape as `scores`."""
    ahead = forward(scores, band)
    behind = backward(scores, band)
    total = ahead[-1, band.targets - band.starts[-1]]
    result = np.empty_like(scores)
    rows = np.arange(band.sources + 1)[:, None]
    columns = band.columns()
    for k, (a, b) in enumerate(SHAPES):
        before = np.maximum(rows - a, 0)
        place = columns - b - band.starts[before]
        known = (rows >= a) & (place >= 0) & (place < band.width)
        start = np.where(known, ahead[before, np.clip(place, 0, band.width - 1)], IMPOSSIBLE)
        result[k] = np.exp(np.minimum(start + scores[k] + behind - total, 0.0))
    return result


def best_path(scores: Floats, band: Band) -> list[tuple[int, int, int]]:
    """The beads of the heaviest ladder as (shape, i, j) of the rung where each ends, in order.

    Raises ValueError when every ladder holds an impossible bead.
    """
    table = _Table(band)
    carried = scores[list(_CARRIED)]
    choices = np.empty((band.sources + 1, band.width), dtype=np.int8)
    for i in range(band.sources + 1):
        options = table.arrivals(i) + carried[:, i]
        choices[i] = np.asarray(_CARRIED)[options.argmax(axis=0)]
        entering = options.max(axis=0)
        if i == 0:
            entering[0] = 0.0
        steps = np.cumsum(np.maximum(scores[INSERTION, i], -1e5))
        lead = np.maximum.accumulate(entering - steps)
        choices[i, lead > entering - steps] = INSERTION
        table.row(i)[:] = np.maximum(steps + lead, IMPOSSIBLE)
    if table.row(band.sources)[band.targets - band.starts[-1]] < IMPOSSIBLE / 2:
        raise ValueError("no ladder keeps all that is fixed")
    return _walk(choices, band)


def _walk(choices: np.ndarray, band: Band) -> list[tuple[int, int, int]]:
    i, j = band.sources, band.targets
    path = []
    while (i, j) != (0, 0):
        shape = int(choices[i, j - band.starts[i]])
        path.append((shape, i, j))
        i, j = i - SHAPES[shape][0], j - SHAPES[shape][1]
    return path[::-1]
