"""The door `align`: which evidence, which band, which ladder."""

from collections.abc import Sequence

import numpy as np

from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Floats, whole
from workbench.align.evidence import streams, text_lengths
from workbench.align.ladder import Bead, Ladder
from workbench.align.lengths import length_evidence, measured
from workbench.align.search import best_path, posteriors
from workbench.align.streams import source_explained, target_explained
from workbench.segment import Segment

VERSION = "1"
PRIORS = {
    (1, 1): 0.80, (1, 0): 0.05, (0, 1): 0.05, (1, 2): 0.04, (2, 1): 0.04, (2, 2): 0.005,
    (1, 3): 0.006, (3, 1): 0.006, (2, 3): 0.001, (3, 2): 0.001, (1, 4): 0.001, (4, 1): 0.001,
}  # fmt: skip


def align(source: Sequence[Segment], target: Sequence[Segment]) -> Ladder:
    """The ladder with the most right beads to be expected, each with its chance of being right."""
    signature = f"workbench {VERSION}"
    if not source or not target:
        alone = [Bead((i,), (), 1.0) for i in range(len(source))]
        return Ladder((*alone, *(Bead((), (j,), 1.0) for j in range(len(target)))), signature)
    band = whole(len(source), len(target))
    chances = posteriors(_scores(source, target, band), band)
    return Ladder(_beads(chances, band), signature)


def _scores(source: Sequence[Segment], target: Sequence[Segment], band: Band) -> Floats:
    ours, theirs, table = streams(source, target)
    lengths = (text_lengths(source), text_lengths(target))
    scores = np.log([PRIORS[each] for each in SHAPES])[:, None, None]
    scores = scores + length_evidence(measured(*lengths), *lengths, band)
    scores += 0.5 * target_explained(ours, theirs, table, band)
    scores += 0.5 * source_explained(ours, theirs, table, band)
    return np.where(band.legal(), scores, IMPOSSIBLE)


def _beads(chances: Floats, band: Band) -> tuple[Bead, ...]:
    """The beads whose chances sum to the most; an empty side counts a little, to break ties."""
    gain = chances.copy()
    for k, (a, b) in enumerate(SHAPES):
        gain[k] *= 1.0 if a and b else 0.3
    gain = np.where(band.legal(), gain, IMPOSSIBLE)
    return tuple(
        Bead(
            tuple(range(i - SHAPES[k][0], i)),
            tuple(range(j - SHAPES[k][1], j)),
            float(chances[k, i, j - band.starts[i]]),
        )
        for k, i, j in best_path(gain, band)
    )
