"""What a ladder that people changed is worth now: the score and the reasons of each of its beads."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.align.beads import WIDEST, whole
from workbench.align.chances import weighed
from workbench.align.gathering import gather
from workbench.align.hints import hints
from workbench.align.holding import Span, held
from workbench.align.ladder import Bead, Side
from workbench.align.learning import lexicon_for
from workbench.align.reasons import explained
from workbench.align.ties import as_one, tie
from workbench.align.weights import shipped

MOST = 40
"""Segments on a side up to which a bead is looked into; a wider one counts as one on each side."""


def rescored(beads: Sequence[Bead], source: Side, target: Side) -> list[Bead]:
    """The same beads with the score and the reasons of what they are now, nothing moved.

    A few beads are enough: those that changed, and one on each side of them to compare with. A bead
    that people made is not asked whether `align` would have made it, but whether its two sides say the
    same: two right pairs that were merged are right, however rare it is that they are one.
    """
    if not source or not target:
        return [replace(each, score=1.0) for each in beads]
    weights, words = shipped(), lexicon_for(source[0].language, target[0].language)
    wide = [each for each in beads if _too_wide(each)]
    ours, theirs, _ties = tie(wide, (), (len(source), len(target)))
    texts = [as_one(source, group) for group in ours], [as_one(target, group) for group in theirs]
    evidence = gather(*texts, words, hints(*texts, {}))
    band = whole(len(ours), len(theirs))
    known = weighed(evidence, band, band.legal(), weights)
    scored = []
    for bead, (chance, content) in zip(beads, held(known, _spans(beads, wide)), strict=True):
        score = weights.score(chance, content) if bead.source and bead.target else chance
        told = explained(bead, source, target, words, evidence.measured())
        scored.append(replace(told, score=round(score, 4)))
    return scored


def _spans(beads: Sequence[Bead], wide: Sequence[Bead]) -> list[Span]:
    """Where the beads lie, each wide one counted as one segment a side."""
    spans, i, j = [], 0, 0
    for bead in beads:
        most = 1 if bead in wide else MOST
        ours = range(i, i + min(len(bead.source), most))
        theirs = range(j, j + min(len(bead.target), most))
        spans.append((ours, theirs))
        i, j = ours.stop, theirs.stop
    return spans


def _too_wide(bead: Bead) -> bool:
    """Whether no ladder could leave nothing alone in a bead, or a bead is too wide to look into."""
    least, most = sorted((len(bead.source), len(bead.target)))
    return most > MOST or bool(least and most > WIDEST * least)
