"""What a ladder that people changed is worth now: the score and the reasons of each of its beads."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.align.beads import SHAPES, whole
from workbench.align.chances import judged
from workbench.align.gathering import gather
from workbench.align.hints import hints
from workbench.align.ladder import Bead, Side
from workbench.align.learning import lexicon_for
from workbench.align.reasons import explained
from workbench.align.ties import as_one, tie
from workbench.align.weights import shipped


def rescored(beads: Sequence[Bead], source: Side, target: Side) -> list[Bead]:
    """The same beads with the scores and reasons that `align` would have given them, nothing moved.

    A few beads are enough: those that changed, and one on each side of them to compare with. A bead
    wider than any shape counts as one segment on each side.
    """
    if not source or not target:
        return [replace(each, score=1.0) for each in beads]
    weights, words = shipped(), lexicon_for(source[0].language, target[0].language)
    wide = [each for each in beads if (len(each.source), len(each.target)) not in SHAPES]
    ours, theirs, _ties = tie(wide, (), (len(source), len(target)))
    texts = [as_one(source, group) for group in ours], [as_one(target, group) for group in theirs]
    evidence = gather(*texts, words, hints(*texts, {}))
    band = whole(len(ours), len(theirs))
    chances = judged(evidence, band, band.legal(), weights)
    scored, i, j = [], 0, 0
    for bead in beads:
        sides = len(bead.source), len(bead.target)
        shape = (min(sides[0], 1), min(sides[1], 1)) if bead in wide else sides
        i, j = i + shape[0], j + shape[1]
        place = (SHAPES.index(shape), i, j)
        chance = float(chances.chances[place])
        score = weights.score(chance, float(chances.content[place])) if all(shape) else chance
        told = explained(bead, source, target, words, evidence.measured())
        scored.append(replace(told, score=round(score, 4)))
    return scored
