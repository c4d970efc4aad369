"""What the tokens of one side of a bead explain of the other side.

A token is explained by the other side with a chance t (the same token: 1), shared among the tokens of
its kind there. It scores `log(trust * t / background + 1 - trust)`: much when it is explained, and never
worse than `log(1 - trust)`, so that nothing is a veto. Rows of the band are taken together, some at a
time, as one matrix of explaining segments by explained tokens.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import SHAPES, WIDEST, Band, Floats, Ints
from workbench.align.streams import Stream, Translations, offered

_CHUNK = 40
_Singles = NDArray[np.float32]


def target_explained(
    source: Stream, target: Stream, table: Translations, band: Band, widest: int = WIDEST
) -> Floats:
    """What the source explains of the (weighed) target, for every bead of the band.

    `widest`: beads with more source segments are left out.
    """
    result = np.zeros((len(SHAPES), band.sources + 1, band.width))
    for first, last, early, low, high in _chunks(band):
        columns = np.clip(band.columns()[first + 1 : last + 1], low, high)
        spans = _running_sums(source, range(early, last), target, range(low, high), table, widest)
        for a, all_sums in spans:
            sums = all_sums[first - early :]
            ends = np.take_along_axis(sums, _offsets(target, columns, low), 1)
            for k in (k for k, (count, b) in enumerate(SHAPES) if count == a and b):
                begins = _offsets(target, np.maximum(columns - SHAPES[k][1], low), low)
                result[k, first + 1 : last + 1] = ends - np.take_along_axis(sums, begins, 1)
    return result


def source_explained(
    source: Stream, target: Stream, table: Translations, band: Band, widest: int = WIDEST
) -> Floats:
    """What the target explains of the (weighed) source, for every bead of the band.

    `widest`: beads with more target segments are left out.
    """
    result = np.zeros((len(SHAPES), band.sources + 1, band.width))
    for first, last, early, low, high in _chunks(band):
        columns = np.clip(band.columns()[first + 1 : last + 1], low + 1, high) - low - 1
        rows = np.arange(first + 1, last + 1)[:, None]
        spans = _running_sums(target, range(low, high), source, range(early, last), table, widest)
        for b, sums in spans:
            ends = sums[columns, _offsets(source, rows, early)]
            for k in (k for k, (a, count) in enumerate(SHAPES) if count == b and a):
                begins = _offsets(source, np.maximum(rows - SHAPES[k][0], early), early)
                result[k, first + 1 : last + 1] = ends - sums[columns, begins]
    return result


def _chunks(band: Band) -> Iterator[tuple[int, int, int, int, int]]:
    """Some rows at a time: first and last, with the source and target segments their beads can hold."""
    for first in range(0, band.sources if band.targets else 0, _CHUNK):
        last = min(first + _CHUNK, band.sources)
        low = max(int(band.starts[first + 1]) - WIDEST, 0)
        high = min(int(band.starts[last]) + band.width - 1, band.targets)
        yield first, last, max(first - WIDEST + 1, 0), low, high


def _offsets(stream: Stream, rungs: Ints, first: int) -> Ints:
    return np.asarray(stream.bounds[rungs] - stream.bounds[first])


def _running_sums(
    giving: Stream,
    givers: range,
    stream: Stream,
    segments: range,
    table: Translations,
    widest: int,
) -> Iterator[tuple[int, _Singles]]:
    """For spans of 1 to `widest` givers, the running sum of the tokens' scores, (givers, tokens + 1).

    A span is filed under the giver where it ends.
    """
    tokens = stream.types[stream.bounds[segments.start] : stream.bounds[segments.stop]]
    trust, kind = stream.trust[tokens], stream.kind[tokens]
    odds = (trust / stream.background[tokens]).astype(np.float32)
    single = offered(giving, givers, table, len(stream.trust)).astype(np.float32)[:, tokens] * odds
    sizes = giving.sizes[givers.start : givers.stop].astype(np.float32)
    unexplained = (1 - trust).astype(np.float32)
    weight = stream.weight[tokens].astype(np.float32)
    chances, size = single.copy(), sizes.copy()
    for count in range(1, widest + 1):
        if count > 1:
            chances[count - 1 :] += single[: len(single) - count + 1]
            size[count - 1 :] += sizes[: len(sizes) - count + 1]
        scores = np.log(chances / np.maximum(size, 1)[:, kind] + unexplained) * weight
        sums = np.zeros((len(scores), len(tokens) + 1), dtype=np.float32)
        np.cumsum(scores, axis=1, out=sums[:, 1:])
        yield count, sums
