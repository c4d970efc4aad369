"""Whether two runs of segments say the same, whoever made one bead of them.

`align` asks which beads a ladder has, and two right pairs are hardly ever one bead. A person who merges
them asks something else: whether all that stands on one side stands on the other. So counted are all
ladders that pass both ends of the bead and leave nothing alone in it, however they divide it.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from workbench.align.beads import IMPOSSIBLE, SHAPES, Floats, whole
from workbench.align.chances import Weighed
from workbench.align.search import backward, best_path, forward
from workbench.align.weights import shipped

Span = tuple[range, range]
"""The source and the target segments of a bead."""

_TWO = SHAPES.index((2, 2))
_PAIRED = np.array([bool(a and b) for a, b in SHAPES])


def held(weighed: Weighed, spans: Sequence[Span]) -> Iterator[tuple[float, float]]:
    """For each span the chance that its sides say the same (a side alone: that it is alone), and its
    content; the band must be whole.

    Raises ValueError for a span that no ladder divides, with more than four segments to one.
    """
    ahead = [forward(each, weighed.band) for each in weighed.weights]
    behind = [backward(each, weighed.band) for each in weighed.weights]
    for span in spans:
        (ours, theirs), chance = span, 0.0
        for n, share in enumerate(weighed.shares):
            inside, crossed = _sums(_within(weighed.weights[n], span))
            outside = ahead[n][ours.start, theirs.start] + behind[n][ours.stop, theirs.stop]
            chance += share * _raised(outside + inside - behind[n][0, 0], crossed - inside)
        yield chance, _content(weighed, span)


def _within(scores: Floats, span: Span) -> Floats:
    """The beads of a span, alone as a text of its own, without those of one side when it has two."""
    ours, theirs = span
    part = scores[:, ours.start : ours.stop + 1, theirs.start : theirs.stop + 1]
    return np.where(_PAIRED[:, None, None], part, IMPOSSIBLE) if ours and theirs else part


def _sums(weights: Floats) -> tuple[float, float]:
    """The log of the summed weights of the ladders of a span, plain and as people make beads.

    People merge two pairs that cross. No ladder within can show that these belong together, so the bead
    with two segments on each side is for people as usual as one with one. With more on one side than on
    the other a segment may well be alone, and nothing is added: that would hide what is missing.
    """
    band = whole(weights.shape[1] - 1, weights.shape[2] - 1)
    plain = float(forward(weights, band)[-1, -1])
    if (band.sources, band.targets) != SHAPES[_TWO]:
        return plain, plain
    usual = weights.copy()
    usual[_TWO, 2, 2] += shipped().shapes["1-1"] - shipped().shapes["2-2"]
    return plain, float(forward(usual, band)[-1, -1])


def _raised(chance: float, more: float) -> float:
    """A chance whose odds rise; the chance, and by how much, as logs.

    >>> round(_raised(-0.693147, 1.098612), 3)
    0.75
    """
    plain = min(float(np.exp(chance)), 1.0)
    raised = plain * float(np.exp(more))
    return raised / (raised + 1 - plain)


def _content(weighed: Weighed, span: Span) -> float:
    """The content of the likeliest beads that make up the span."""
    ours, theirs = span
    band = whole(len(ours), len(theirs))
    path = best_path(_within(weighed.weights[0], span), band)
    return sum(float(weighed.content[k, ours.start + i, theirs.start + j]) for k, i, j in path)
