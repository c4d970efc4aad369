"""Which beads of a piece are proposed, once the chance of each is known."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import IMPOSSIBLE, INSERTION, SHAPES, Band, Floats
from workbench.align.chances import judged
from workbench.align.evidence import Evidence, summed
from workbench.align.pieces import Found
from workbench.align.search import best_path
from workbench.align.weights import Weights

_GAIN = np.array([1.0 if a and b else 0.3 for a, b in SHAPES])
"""What a right bead is worth; one with an empty side only breaks ties."""
_COST = 0.35
"""What it costs to pair segments that may well stand alone. F1 is highest where nothing is proposed that
is less likely right than half of F1; this is a little more generous, as a doubtful pair is seen sooner
than a missing one."""
_MAY_BE_ALONE = 0.3
"""The chance of standing alone, over the segments of a bead, from which that cost is due. Where only the
partner is in doubt, as among lines that are all alike, their order says enough."""
_OMISSION = SHAPES.index((1, 0))


def solve(weights: Weights, evidence: Evidence, band: Band, legal: NDArray[np.bool_]) -> list[Found]:
    """The beads of a piece whose chances, less what they cost, sum to the most."""
    beads = judged(evidence, band, legal, weights)
    gain = beads.chances * _GAIN[:, None, None] - _costs(np.where(legal, beads.chances, 0.0), band)
    found = []
    for k, i, j in best_path(np.where(legal, gain, IMPOSSIBLE), band):
        place = (k, i, j - band.starts[i])
        found.append(Found(k, i, j, float(beads.chances[place]), float(beads.content[place])))
    return found


def _costs(chances: Floats, band: Band) -> Floats:
    """The cost of each bead, (shapes, rungs, width)."""
    targets = np.minimum(band.columns(), band.targets).ravel()
    ours = chances[_OMISSION].sum(axis=1)[1:]
    theirs = np.bincount(targets, chances[INSERTION].ravel(), minlength=band.targets + 1)[1:]

    def cost(k: int, source: Floats, target: Floats) -> Floats:
        return np.where(source + target > _MAY_BE_ALONE * sum(SHAPES[k]), _COST, 0.0)

    return summed((ours, theirs.astype(float)), band, cost)
