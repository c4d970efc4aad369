"""The door `align`: which evidence, which band, which ladder."""

from collections.abc import Sequence

import numpy as np

from workbench.align import lexicon as lexicons
from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Floats, whole
from workbench.align.gathering import gather
from workbench.align.ladder import Bead, Ladder
from workbench.align.search import best_path, posteriors
from workbench.align.weights import Weights, shipped
from workbench.segment import Segment

VERSION = "1"


def align(source: Sequence[Segment], target: Sequence[Segment]) -> Ladder:
    """The ladder with the most right beads to be expected, each with its chance of being right."""
    signature = f"workbench {VERSION}"
    if not source or not target:
        alone = [Bead((i,), (), 1.0) for i in range(len(source))]
        return Ladder((*alone, *(Bead((), (j,), 1.0) for j in range(len(target)))), signature)
    band = whole(len(source), len(target))
    chances = posteriors(_scores(source, target, band, shipped()), band)
    return Ladder(_beads(chances, band), signature)


def _scores(
    source: Sequence[Segment], target: Sequence[Segment], band: Band, weights: Weights
) -> Floats:
    evidence = gather(source, target, _lexicon(source[0].language, target[0].language))
    scores = evidence.scores(band, weights.features, evidence.measured())
    return np.where(band.legal(), scores + weights.priors()[:, None, None], IMPOSSIBLE)


def _lexicon(source: str, target: str) -> lexicons.Lexicon | None:
    """The lexicon of the package, the way round that the texts need it."""
    asked = (source.split("-")[0], target.split("-")[0])
    if sorted(asked) != ["en", "my"]:
        return None
    return lexicons.shipped() if asked == ("en", "my") else lexicons.shipped().turned()


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
