"""Blocks that stand elsewhere in the translation: proposed beside the ladder, never forced into it.

Segments that the ladder leaves alone are compared with each other in any order. Two that choose each
other, clearly better than any other, are a crossing: a list in another order, an address at the end.
"""

import numpy as np

from workbench.align.beads import SHAPES, Floats, whole
from workbench.align.evidence import CONTENT, Evidence
from workbench.align.pieces import Linked
from workbench.align.weights import Weights

MOST = 1_000_000
"""Pairs of lonely segments that are compared; a text with more has lost chapters on both sides."""
_ROWS = 32
"""Lonely source segments that are compared at a time, so that memory stays small."""
_SINGLE = SHAPES.index((1, 1))
_LEAST = 3.0
"""Log odds above the best other choice, and above no partner at all."""


def crossings(evidence: Evidence, links: list[Linked], weights: Weights) -> list[Linked]:
    """The pairs of lonely segments that belong together, by source, with their chances."""
    ours = np.array([link.source[0] for link in links if not link.target], dtype=np.int64)
    theirs = np.array([link.target[0] for link in links if not link.source], dtype=np.int64)
    if not 0 < len(ours) * len(theirs) <= MOST:
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
    return float(np.partition(values, -2)[-2]) if len(values) > 1 else 0.0


def _alone(evidence: Evidence, weights: Weights) -> tuple[Floats, Floats]:
    """What speaks for each pair of two single segments, (sources, targets): all, and words alone."""
    sources, targets = (np.arange(len(each)) for each in evidence.lengths)
    lengths = evidence.measured()
    form = {name: weight for name, weight in weights.features.items() if name != "blocks"}
    words = {name: weight for name, weight in form.items() if name in CONTENT}
    form = {name: weight for name, weight in form.items() if name not in CONTENT}
    every, content = [], []
    for first in range(0, len(sources), _ROWS):
        part = evidence.part(sources[first : first + _ROWS], targets)
        band = whole(len(part.lengths[0]), len(targets))
        told = part.scores(band, words, lengths, 1)[_SINGLE, 1:, 1:]
        content.append(told)
        every.append(told + part.scores(band, form, lengths, 1)[_SINGLE, 1:, 1:])
    return np.concatenate(every), np.concatenate(content)
