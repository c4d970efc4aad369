"""What the lengths of two texts say about their being translations of each other.

The log of the target's length is taken as normal around the source's, with a spread that shrinks as
the texts grow, and held against the spread of lengths in the document: log p(target | source) -
log p(target). Characters without white space are counted. Burmese news and health text has 1.40
characters for one English, the Bible 1.19: so the ratio is fitted to each document.
"""

from dataclasses import dataclass, replace

import numpy as np

from workbench.align.beads import SHAPES, Band, Floats

_SOFTENING = 8.0
"""Added to both lengths: a word more or less matters little, and an empty text stays finite."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """`ratio`: log of target to source length; `spread`: its deviation for long texts; `short`: how
    much is added to the variance for each character a text is short of infinity."""

    ratio: float = 0.34
    spread: float = 0.18
    short: float = 1.6
    centre: float = 4.8
    width: float = 0.6

    def evidence(self, source: Floats, target: Floats, segments: int) -> Floats:
        """Log odds of target lengths given source lengths, any broadcastable shapes."""
        ours, theirs = np.log(source + _SOFTENING), np.log(target + _SOFTENING)
        variance = self.spread**2 + self.short / (source + _SOFTENING)
        fitting = -0.5 * (theirs - ours - self.ratio) ** 2 / variance - 0.5 * np.log(variance)
        centre = self.centre + np.log(segments)
        chance = -0.5 * (theirs - centre) ** 2 / self.width**2 - np.log(self.width)
        return np.asarray(np.maximum(fitting - chance, -12.0))


def measured(source: Floats, target: Floats) -> Lengths:
    """A first guess: the ratio of the whole texts, and how long target segments are in this document."""
    theirs = np.log(target + _SOFTENING)
    ratio = float(np.log((target.sum() + 50) / (source.sum() + 50)))
    shrunk = 0.34 + (ratio - 0.34) * 0.5
    return Lengths(ratio=shrunk, centre=float(theirs.mean()), width=float(max(theirs.std(), 0.35)))


def refitted(lengths: Lengths, source: Floats, target: Floats, weight: Floats) -> Lengths:
    """The ratio and spread that the likely beads show, held by a prior worth ten beads."""
    difference = np.log(target + _SOFTENING) - np.log(source + _SOFTENING)
    ratio = (10 * lengths.ratio + (weight * difference).sum()) / (10 + weight.sum())
    extra = (difference - ratio) ** 2 - lengths.short / (source + _SOFTENING)
    variance = (10 * lengths.spread**2 + (weight * extra).sum()) / (10 + weight.sum())
    return replace(lengths, ratio=float(ratio), spread=float(np.sqrt(np.clip(variance, 0.01, 0.16))))


def bead_lengths(lengths: Floats, ends: np.ndarray, count: int) -> Floats:
    """The summed length of the `count` segments before each end."""
    summed = np.concatenate([[0.0], np.cumsum(lengths)])
    return np.asarray(summed[ends] - summed[np.maximum(ends - count, 0)])


def length_evidence(lengths: Lengths, source: Floats, target: Floats, band: Band) -> Floats:
    """The evidence for every bead of the band; nothing for beads with an empty side."""
    rows, columns = np.arange(band.sources + 1), np.minimum(band.columns(), band.targets)
    result = np.zeros((len(SHAPES), *columns.shape))
    for k, (a, b) in enumerate(SHAPES):
        if a and b:
            ours = bead_lengths(source, rows, a)[:, None]
            result[k] = lengths.evidence(ours, bead_lengths(target, columns, b), b)
    return result
