"""The chance of every bead, with what is peculiar to the document fitted on the way.

How often sentences stand alone differs from text to text more than anything else. So the chances are
reckoned for a quiet, a usual and a damaged text and mixed by how well each accounts for the whole. The
lengths are then refitted to the likely beads, and the chances reckoned once more.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Floats
from workbench.align.evidence import CONTENT, Evidence
from workbench.align.lengths import Lengths, bead_lengths, length_evidence, refitted
from workbench.align.search import forward, posteriors
from workbench.align.weights import Weights

ALONE = (0.005, 0.03, 0.2)
"""Shares of beads with an empty side: in a quiet, a usual and a damaged text."""
USUAL = {"1-0": 0.09, "0-1": 0.09, "1-1": 0.68, "1-2": 0.05, "2-1": 0.05, "1-3": 0.01, "3-1": 0.01}
"""Shares of the shapes in the documents that the weights were fitted to; the others are rarer still."""
_RARE = 0.002
_LIKELY = 0.3
_NEGLIGIBLE = 0.02


@dataclass(frozen=True, slots=True)
class Judged:
    """For every bead of a band its chance, and what words, names and numbers alone say of it."""

    chances: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """The log weight and the content of every bead of a band, the weight for each level of damage that
    counts: `alone` is its share of beads with an empty side, `shares` how much it counts."""

    alone: tuple[float, ...]
    shares: tuple[float, ...]
    weights: tuple[Floats, ...]
    content: Floats
    band: Band

    def chances(self) -> Floats:
        """The chance of each bead, mixed over the levels."""
        mixed = zip(self.shares, self.weights, strict=True)
        return np.asarray(sum(share * posteriors(each, self.band) for share, each in mixed))


def judged(evidence: Evidence, band: Band, legal: NDArray[np.bool_], weights: Weights) -> Judged:
    """The chance of each bead of the band, (shapes, rungs, width)."""
    known = weighed(evidence, band, legal, weights)
    return Judged(known.chances(), known.content)


def weighed(evidence: Evidence, band: Band, legal: NDArray[np.bool_], weights: Weights) -> Weighed:
    """What each bead of the band weighs, (shapes, rungs, width), once the document is known."""
    features = weights.features
    form = {name: features[name] for name in features if name not in (*CONTENT, "lengths")}
    lengths, weight = evidence.measured(), features.get("lengths", 0.0)
    content = evidence.scores(band, {name: features.get(name, 0.0) for name in CONTENT}, lengths)
    fixed = content + evidence.scores(band, form, lengths) + weights.priors()[:, None, None]
    scores = _legal(fixed, weight, lengths, evidence, band, legal)
    first = _damaged(scores, ALONE, content, band)
    lengths, levels = _refitted(lengths, first.chances(), evidence, band), first.alone
    del first
    scores = _legal(fixed, weight, lengths, evidence, band, legal)
    return _damaged(scores, levels, content, band)


def _damaged(scores: Floats, levels: tuple[float, ...], content: Floats, band: Band) -> Weighed:
    """The weights at each level of damage that accounts well enough for the whole to count."""
    shifted = [scores + _shift(level)[:, None, None] for level in levels]
    ends = [forward(each, band)[-1, band.targets - band.starts[-1]] for each in shifted]
    shares = np.exp(np.array(ends) - max(ends))
    kept = [n for n, share in enumerate(shares / shares.sum()) if share > _NEGLIGIBLE]
    total = shares[kept].sum()
    return Weighed(
        tuple(levels[n] for n in kept),
        tuple(float(shares[n] / total) for n in kept),
        tuple(shifted[n] for n in kept),
        content,
        band,
    )


def _legal(
    fixed: Floats,
    weight: float,
    lengths: Lengths,
    evidence: Evidence,
    band: Band,
    legal: NDArray[np.bool_],
) -> Floats:
    scores = fixed + weight * length_evidence(lengths, *evidence.lengths, band) if weight else fixed
    return np.where(legal, scores, IMPOSSIBLE)


def _shift(alone: float) -> Floats:
    """What a share of lonely segments adds to the weight of each shape; 1-1 gives or takes the rest."""
    usual = np.array([USUAL.get(f"{a}-{b}", _RARE) for a, b in SHAPES])
    usual /= usual.sum()
    empty = np.array([not (a and b) for a, b in SHAPES])
    single = np.array([a == b == 1 for a, b in SHAPES])
    here = np.where(empty, usual * alone / usual[empty].sum(), usual)
    here[single] = 1 - here[~single].sum()
    return np.asarray(np.log(here / usual))


def _refitted(lengths: Lengths, chances: Floats, evidence: Evidence, band: Band) -> Lengths:
    """The lengths that the likely beads show."""
    ours, theirs, weights = [], [], []
    columns = np.minimum(band.columns(), band.targets)
    for k, (a, b) in enumerate(SHAPES):
        if a and b:
            rows, places = np.nonzero(chances[k] > _LIKELY)
            ours.append(bead_lengths(evidence.lengths[0], rows, a))
            theirs.append(bead_lengths(evidence.lengths[1], columns[rows, places], b))
            weights.append(chances[k][rows, places])
    return refitted(lengths, *(np.concatenate(each) for each in (ours, theirs, weights)))
