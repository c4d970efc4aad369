"""Which units go out, by status, score, length and block; and what of them is left unsaid."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.bitext.inline import INLINE
from workbench.bitext.units import Status, Unit

SAID = ("status", "score", "notes", "props", "blocks")
"""What can be left unsaid of a unit; the status and the blocks only in TMX."""
_TURNED = {f"{INLINE}source": f"{INLINE}target", f"{INLINE}target": f"{INLINE}source"}


@dataclass(frozen=True, slots=True)
class Selection:
    """The units a person asked for; None asks for all.

    A unit without a score passes `min_score`: nobody has doubted it. `kinds` are those of the blocks
    that its segments stand in, `blocks` the first and the last block of the source, counted from 1.
    """

    statuses: frozenset[Status] | None = None
    min_score: float | None = None
    longest: int | None = None
    kinds: frozenset[str] | None = None
    blocks: tuple[int, int] | None = None

    def takes(self, unit: Unit) -> bool:
        """Whether a unit is one of them.

        >>> from workbench.segment import Segment
        >>> one = Unit("1", (Segment("One."),), (Segment("တစ်။"),), score=0.7)
        >>> Selection().takes(one), Selection(min_score=0.8).takes(one)
        (True, False)
        """
        if self.statuses is not None and unit.status not in self.statuses:
            return False
        if self.min_score is not None and unit.score is not None and unit.score < self.min_score:
            return False
        if (
            self.longest is not None
            and max(map(len, (unit.source_text, unit.target_text))) > self.longest
        ):
            return False
        return self._takes_place(unit)

    def _takes_place(self, unit: Unit) -> bool:
        """Whether the blocks are wanted that a unit stands in."""
        segments = unit.source or unit.target
        if self.kinds is not None and not any(each.kind in self.kinds for each in segments):
            return False
        first, last = self.blocks or (1, 0)
        return self.blocks is None or any(first <= each.block + 1 <= last for each in segments)


def select(units: Iterable[Unit], selection: Selection) -> Iterator[Unit]:
    """The units that a selection takes, as they stream."""
    return (unit for unit in units if selection.takes(unit))


def turned(unit: Unit) -> Unit:
    """The unit with its sides changed round, for those who translate the other way."""
    props = tuple((_TURNED.get(name, name), value) for name, value in unit.props)
    return replace(unit, source=unit.target, target=unit.source, props=props)


def unsaid(unit: Unit, names: frozenset[str]) -> Unit:
    """The unit without its score, notes or props, where they are named; its tags belong to its texts."""
    tags = tuple(each for each in unit.props if each[0].startswith(INLINE))
    return replace(
        unit,
        score=None if "score" in names else unit.score,
        notes=() if "notes" in names else unit.notes,
        props=tags if "props" in names else unit.props,
    )


def stretch(text: str) -> tuple[int, int]:
    """The first and last block that a person named; raises `ValueError` for anything else.

    >>> stretch("3-7"), stretch("4")
    ((3, 7), (4, 4))
    """
    found = re.fullmatch(r"\s*([1-9]\d{0,8})\s*(?:[-–]\s*([1-9]\d{0,8})\s*)?", text)
    if found is None or (found[2] and int(found[2]) < int(found[1])):
        raise ValueError(f"{text!r} is no stretch of blocks")
    return int(found[1]), int(found[2] or found[1])
