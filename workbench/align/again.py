"""Align again: what is confirmed stays exactly, the rest between is done anew."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from workbench.align.aligner import align
from workbench.align.ladder import Bead, Ladder, Side
from workbench.align.learning import lexicon_for, taught
from workbench.align.lexicon import Lexicon
from workbench.align.ties import Pin


def align_again(
    beads: Sequence[Bead],
    source: Side,
    target: Side,
    *,
    keep: Collection[int],
    within: range | None = None,
    pins: Sequence[Pin] = (),
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
) -> Ladder:
    """The ladder with the beads numbered in `keep`, and all outside `within`, exactly as they are.

    The kept beads of the whole document teach their words, also when only a range is done anew. `pins`,
    `terms` and `lexicon` are those of `align`.
    """
    first, last = (within.start, within.stop) if within is not None else (0, len(beads))
    i, j = _rung(beads, first)
    end_i, end_j = _rung(beads, last)
    kept = [beads[n] for n in sorted(keep)]
    if source and target:
        known = lexicon or lexicon_for(source[0].language, target[0].language)
        lexicon = taught(known, kept, source, target)
    ladder = align(
        source[i:end_i],
        target[j:end_j],
        fixed=[_moved(beads[n], -i, -j) for n in sorted(keep) if first <= n < last],
        pins=[(a - i, b - j) for a, b in pins if i <= a < end_i and j <= b < end_j],
        terms=terms,
        lexicon=lexicon,
    )
    anew = tuple(_moved(bead, i, j) for bead in ladder.beads)
    crossings = tuple(_moved(bead, i, j) for bead in ladder.crossings)
    return replace(ladder, beads=(*beads[:first], *anew, *beads[last:]), crossings=crossings)


def _rung(beads: Sequence[Bead], number: int) -> tuple[int, int]:
    """The segments of both sides before a bead."""
    before = beads[:number]
    return sum(len(each.source) for each in before), sum(len(each.target) for each in before)


def _moved(bead: Bead, source: int, target: int) -> Bead:
    return replace(
        bead,
        source=tuple(i + source for i in bead.source),
        target=tuple(j + target for j in bead.target),
    )
