"""Align a stretch of units anew: the same segments in the same order, in other beads."""

from collections.abc import Sequence

from workbench.align import Bead, align
from workbench.bitext.units import Unit
from workbench.segment import Segment

Pin = tuple[int, int]
"""A source and a target segment of the stretch that belong together, counted from 0."""


def segments_of(units: Sequence[Unit]) -> tuple[list[Segment], list[Segment]]:
    """All segments of a stretch, source and target."""
    source = [segment for unit in units for segment in unit.source]
    return source, [segment for unit in units for segment in unit.target]


def realigned(units: Sequence[Unit], pin: Pin | None = None) -> list[Unit]:
    """The units that aligning finds now, without identities; a pin holds two segments together.

    >>> from workbench.bitext.units import Unit
    >>> one, two = Segment("One."), Segment("တစ်။", language="my")
    >>> [(len(u.source), len(u.target)) for u in realigned([Unit("", (one,), ()), Unit("", (), (two,))])]
    [(1, 1)]
    """
    source, target = segments_of(units)
    if pin is None:
        return _aligned(source, target)
    i, j = pin
    pinned = Unit("", (source[i],), (target[j],), score=1.0)
    before, after = _aligned(source[:i], target[:j]), _aligned(source[i + 1 :], target[j + 1 :])
    return [*before, pinned, *after]


def _aligned(source: list[Segment], target: list[Segment]) -> list[Unit]:
    return [_unit(bead, source, target) for bead in align(source, target).beads]


def _unit(bead: Bead, source: list[Segment], target: list[Segment]) -> Unit:
    ours, theirs = (tuple(source[i] for i in bead.source), tuple(target[j] for j in bead.target))
    return Unit("", ours, theirs, bead.score, bead.reasons)
