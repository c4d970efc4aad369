"""Align a stretch of units anew: the same segments in the same order, in other beads."""

from collections.abc import Sequence

from workbench.align import Bead, Lexicon, align
from workbench.bitext.units import Unit
from workbench.segment import Segment

Pin = tuple[int, int]
"""A source and a target segment of the stretch that belong together, counted from 0."""


def segments_of(units: Sequence[Unit]) -> tuple[list[Segment], list[Segment]]:
    """All segments of a stretch, source and target."""
    source = [segment for unit in units for segment in unit.source]
    return source, [segment for unit in units for segment in unit.target]


def realigned(
    units: Sequence[Unit],
    pin: Pin | None = None,
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
) -> list[Unit]:
    """The units that aligning finds now, without identities; a pin holds two segments together.

    `terms` and `lexicon` are those of `align`.

    >>> from workbench.bitext.units import Unit
    >>> one, two = Segment("One."), Segment("တစ်။", language="my")
    >>> [(len(u.source), len(u.target)) for u in realigned([Unit("", (one,), ()), Unit("", (), (two,))])]
    [(1, 1)]
    """
    source, target = segments_of(units)
    fixed = [] if pin is None else [Bead((pin[0],), (pin[1],), 1.0)]
    ladder = align(source, target, fixed=fixed, terms=terms, lexicon=lexicon)
    return [_unit(bead, source, target) for bead in ladder.beads]


def _unit(bead: Bead, source: list[Segment], target: list[Segment]) -> Unit:
    ours, theirs = (tuple(source[i] for i in bead.source), tuple(target[j] for j in bead.target))
    return Unit("", ours, theirs, bead.score, bead.reasons)
