"""Both texts as streams of token numbers, and what the tokens of one side explain of the other.

A token is explained by the other side of its bead with a chance t (the same token: 1), shared among the
tokens there. It scores `log(trust * t / background + 1 - trust)`: much when it is explained, and never
worse than `log(1 - trust)`, so that nothing is a veto.
"""

from dataclasses import dataclass

import numpy as np

from workbench.align.beads import SHAPES, Band, Floats, Ints

_CHUNK = 48


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of one text: the type of each and where each segment's begin; and for each type its
    kind, how far it is trusted, how often it is met by chance, and the weight of its evidence.

    A token is explained by tokens of its own kind only, so they alone share the chance: `sizes` counts
    them, shape (segments, kinds).
    """

    types: Ints
    bounds: Ints
    sizes: Floats
    kind: Ints
    trust: Floats
    background: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Translations:
    """For each type of one side, the types of the other that it may become: rows in compressed form."""

    starts: Ints
    types: Ints
    chances: Floats


def offered(stream: Stream, segments: range, table: Translations, types: int) -> Floats:
    """The summed chance that each segment gives each type of the other side, (segments, types)."""
    bounds = stream.bounds[segments.start : segments.stop + 1]
    mine = stream.types[bounds[0] : bounds[-1]]
    owner = np.repeat(np.arange(len(segments)), np.diff(bounds))
    counts = table.starts[mine + 1] - table.starts[mine]
    skipped = np.repeat(table.starts[mine] - np.cumsum(counts) + counts, counts)
    entries = skipped + np.arange(len(skipped))
    place = np.repeat(owner, counts) * types + table.types[entries]
    summed = np.bincount(place, weights=table.chances[entries], minlength=len(segments) * types)
    return np.asarray(summed, dtype=float).reshape(len(segments), types)


def _sums(chances: Floats, sizes: Floats, stream: Stream, tokens: Ints) -> Floats:
    """Running sums of the tokens' scores under each explaining span, (spans, tokens + 1)."""
    trust, background = stream.trust[tokens], stream.background[tokens]
    share = chances / (np.maximum(sizes, 1.0)[:, stream.kind[tokens]] * background)
    scores = np.log1p(trust * (share - 1.0)) * stream.weight[tokens]
    return np.concatenate([np.zeros((len(scores), 1)), np.cumsum(scores, axis=1)], axis=1)


def _spans(single: Floats, sizes: Floats, widest: int) -> list[tuple[Floats, Floats]]:
    """Chances and sizes of the spans of 1, 2, ... segments that end at each segment."""
    spans, chances, size = [], np.zeros_like(single), np.zeros_like(sizes)
    for count in range(widest):
        chances, size = chances.copy(), size.copy()
        chances[count:] += single[: len(single) - count]
        size[count:] += sizes[: len(sizes) - count]
        spans.append((chances, size))
    return spans


_REACH = max(a for a, _ in SHAPES)


def target_explained(source: Stream, target: Stream, table: Translations, band: Band) -> Floats:
    """What the source explains of the target, for every bead of the band."""
    result = np.zeros((len(SHAPES), band.sources + 1, band.width))
    for first in range(0, band.sources, _CHUNK):
        last = min(first + _CHUNK, band.sources)
        early = max(first - _REACH + 1, 0)
        low = max(int(band.starts[first + 1]) - _REACH, 0)
        high = min(int(band.starts[last]) + band.width - 1, band.targets)
        tokens = target.types[target.bounds[low] : target.bounds[high]]
        single = offered(source, range(early, last), table, len(target.trust))[:, tokens]
        sizes = source.sizes[early:last]
        columns = np.clip(band.columns()[first + 1 : last + 1], low, high)
        for a, (chances, size) in enumerate(_spans(single, sizes, _REACH), start=1):
            sums = _sums(chances, size, target, tokens)[first - early :]
            for k in (k for k, (count, b) in enumerate(SHAPES) if count == a and b):
                begin = np.maximum(columns - SHAPES[k][1], low)
                ends, begins = (target.bounds[each] - target.bounds[low] for each in (columns, begin))
                result[k, first + 1 : last + 1] = np.take_along_axis(sums, ends, 1) - np.take_along_axis(
                    sums, begins, 1
                )
    return result


def source_explained(source: Stream, target: Stream, table: Translations, band: Band) -> Floats:
    """What the target explains of the source, for every bead of the band."""
    result = np.zeros((len(SHAPES), band.sources + 1, band.width))
    for first in range(0, band.sources, _CHUNK):
        last = min(first + _CHUNK, band.sources)
        early = max(first - _REACH + 1, 0)
        low = max(int(band.starts[first + 1]) - _REACH, 0)
        high = min(int(band.starts[last]) + band.width - 1, band.targets)
        tokens = source.types[source.bounds[early] : source.bounds[last]]
        single = offered(target, range(low, high), table, len(source.trust))[:, tokens]
        sizes = target.sizes[low:high]
        columns = np.clip(band.columns()[first + 1 : last + 1], low + 1, high) - low - 1
        rows = np.arange(first + 1, last + 1)
        for b, (chances, size) in enumerate(_spans(single, sizes, _REACH), start=1):
            sums = _sums(chances, size, source, tokens)
            for k in (k for k, (a, count) in enumerate(SHAPES) if count == b and a):
                begin = np.maximum(rows - SHAPES[k][0], early)
                ends, begins = (source.bounds[each] - source.bounds[early] for each in (rows, begin))
                result[k, first + 1 : last + 1] = (
                    sums[columns, ends[:, None]] - sums[columns, begins[:, None]]
                )
    return result
