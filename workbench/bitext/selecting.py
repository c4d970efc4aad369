"""Which units go out: by status, score and length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.bitext.units import Status, Unit


@dataclass(frozen=True, slots=True)
class Selection:
    """The units a person asked for; None asks for all.

    A unit without a score passes `min_score`: nobody has doubted it.
    """

    statuses: frozenset[Status] | None = None
    min_score: float | None = None
    longest: int | None = None

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
        return self.longest is None or max(len(unit.source_text), len(unit.target_text)) <= self.longest


def select(units: Iterable[Unit], selection: Selection) -> Iterator[Unit]:
    """The units that a selection takes, as they stream."""
    return (unit for unit in units if selection.takes(unit))
