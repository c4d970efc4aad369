"""Blocks that stand elsewhere in the translation: proposed beside the ladder, never forced into it.

Segments that the ladder leaves alone are compared with each other in any order. Two that choose each
other, clearly better than any other, are a crossing: a list in another order, an address at the end.
"""

import numpy as np

from workbench.align.beads import SHAPES, Floats, whole
from workbench.align.evidence import CONTENT, Evidence
from workbench.align.pieces import Linked
from workbench.align.weights import Weights

MOST = 400
"""Lonely segments a side that are compared; a text with more has lost a chapter, not moved a block."""
_LEAST = 3.0
"""Log odds above the best other choice, and above no partner at all."""


def crossings(evidence: Evidence, links: list[Linked], weights: Weights) -> list[Linked]:
    """The pairs of lonely segments that belong together, by source, with their chances."""
    ours = np.array([link.source[0] for link in links if not link.target], dtype=np.int64)
    theirs = np.array([link.target[0] for link in links if not link.source], dtype=np.int64)
    if not 0 < len(ours) <= MOST or not 0 < len(theirs) <= MOST:
        return []
    scores, content = _alone(evidence.part(ours, theirs), weights)
    # A partner anywhere is one of many: the more there are, the more must speak for it.
    scores = scores - np.log(scores.shape[0] * scores.shape[1])
    found = []
    for i, j in enumerate(scores.argmax(axis=1)):
        others = max(_second(scores[i]), _second(scores[:, j]), 0.0)
        lead = float(scores[i, j]) - others
        if scores[:, j].argmax() == i and lead > _LEAST and content[i, j] > _LEAST:
            chance = float(1 / (1 + np.exp(-lead)))
            found.append(Linked((int(ours[i]),), (int(theirs[j]),), chance, float(content[i, j])))
    return found


def _second(values: Floats) -> float:
    return float(np.sort(values)[-2]) if len(values) > 1 else 0.0


def _alone(evidence: Evidence, weights: Weights) -> tuple[Floats, Floats]:
    """What speaks for each pair of two single segments, (sources, targets): all, and words alone."""
    band = whole(*(len(each) for each in evidence.lengths))
    features = {name: weight for name, weight in weights.features.items() if name != "blocks"}
    words = {name: weight for name, weight in features.items() if name in CONTENT}
    shape = SHAPES.index((1, 1))
    every, content = (
        evidence.scores(band, each, evidence.measured())[shape, 1:, 1:] for each in (features, words)
    )
    return every, content
