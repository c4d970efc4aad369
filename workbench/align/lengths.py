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
_ENGLISH_TO_BURMESE = 0.34
"""log(1.40), of news and health text; a text may lie off by `_FARTHEST` at first."""
_FARTHEST = 0.25


@dataclass(frozen=True, slots=True)
class Lengths:
    """`ratio`: log of target to source length; `spread`: its deviation for long texts; `short`: how
    much is added to the variance for each character a text is short of infinity."""

    ratio: float = _ENGLISH_TO_BURMESE
    spread: float = 0.18
    short: float = 1.6
    centre: float = 4.8
    width: float = 0.6

    def deviation(self, source: Floats, target: Floats) -> Floats:
        """How many standard deviations the target is too long (or, below nought, too short)."""
        ours, theirs = np.log(source + _SOFTENING), np.log(target + _SOFTENING)
        variance = self.spread**2 + self.short / (source + _SOFTENING)
        return np.asarray((theirs - ours - self.ratio) / np.sqrt(variance))

    def evidence(self, source: Floats, target: Floats, segments: int) -> Floats:
        """Log odds of target lengths given source lengths, any broadcastable shapes."""
        variance = self.spread**2 + self.short / (source + _SOFTENING)
        fitting = -0.5 * self.deviation(source, target) ** 2 - 0.5 * np.log(variance)
        centre = self.centre + np.log(segments)
        chance = -0.5 * ((np.log(target + _SOFTENING) - centre) / self.width) ** 2 - np.log(self.width)
        return np.asarray(np.maximum(fitting - chance, -12.0))


def measured(source: Floats, target: Floats, usual: float | None = None) -> Lengths:
    """A first guess: between the usual ratio and that of the whole texts (None: the texts' alone), and
    how long target segments are in this document."""
    theirs = np.log((target if len(target) else np.ones(1)) + _SOFTENING)
    ratio = float(np.log((target.sum() + 50) / (source.sum() + 50)))
    if usual is not None:
        ratio = usual + float(np.clip((ratio - usual) / 2, -_FARTHEST, _FARTHEST))
    return Lengths(ratio=ratio, centre=float(theirs.mean()), width=float(max(theirs.std(), 0.35)))


def usual_ratio(source: str, target: str) -> float | None:
    """The log ratio of lengths that texts in these languages usually have; None when not measured.

    >>> usual_ratio("en", "my"), usual_ratio("en", "th")
    (0.34, None)
    """
    pair = (source.split("-")[0], target.split("-")[0])
    return {("en", "my"): _ENGLISH_TO_BURMESE, ("my", "en"): -_ENGLISH_TO_BURMESE}.get(pair)


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
