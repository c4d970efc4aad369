"""The door `align`: which evidence, which band, which ladder."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from workbench.align import lexicon as lexicons
from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Ints
from workbench.align.chances import bead_chances
from workbench.align.evidence import Evidence
from workbench.align.gathering import gather
from workbench.align.ladder import Bead, Ladder
from workbench.align.pieces import Found, solve_in_pieces
from workbench.align.search import best_path
from workbench.align.weights import Weights, shipped
from workbench.segment import Segment

VERSION = "1"
_GAIN = np.array([1.0 if a and b else 0.3 for a, b in SHAPES])
"""What a right bead is worth; one with an empty side only breaks ties."""


def align(source: Sequence[Segment], target: Sequence[Segment]) -> Ladder:
    """The ladder with the most right beads to be expected, each with its chance of being right."""
    signature = f"workbench {VERSION}"
    if not source or not target:
        alone = [Bead((i,), (), 1.0) for i in range(len(source))]
        return Ladder((*alone, *(Bead((), (j,), 1.0) for j in range(len(target)))), signature)
    evidence = gather(source, target, _lexicon(source[0].language, target[0].language))
    links = solve_in_pieces(evidence, partial(_solve, shipped()))
    return Ladder(tuple(Bead(*link) for link in links), signature)


def _solve(weights: Weights, evidence: Evidence, band: Band, holes: Ints) -> list[Found]:
    """The beads of a piece whose chances sum to the most."""
    legal = band.legal(holes)
    chances = bead_chances(evidence, band, legal, weights)
    gain = np.where(legal, chances * _GAIN[:, None, None], IMPOSSIBLE)
    return [
        Found(k, i, j, float(chances[k, i, j - band.starts[i]])) for k, i, j in best_path(gain, band)
    ]


def _lexicon(source: str, target: str) -> lexicons.Lexicon | None:
    """The lexicon of the package, the way round that the texts need it."""
    asked = (source.split("-")[0], target.split("-")[0])
    if sorted(asked) != ["en", "my"]:
        return None
    return lexicons.shipped() if asked == ("en", "my") else lexicons.shipped().turned()
