"""Many units without holding them: they are read from their file again, each time somebody asks."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import overload

from workbench.bitext.units import Unit

MANY = 20_000
"""Units that are held; of more, none."""


class Reread(Sequence[Unit]):
    """The units that `read` gives anew each time; `count` says how many they are."""

    def __init__(self, read: Callable[[], Iterator[Unit]], count: int) -> None:
        self._read, self._count = read, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Unit]:
        return self._read()

    @overload
    def __getitem__(self, place: int) -> Unit: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Unit, ...]: ...
    def __getitem__(self, place: int | slice) -> Unit | tuple[Unit, ...]:
        """One unit, or those of a slice that goes forward; read from the start up to there."""
        if isinstance(place, slice):
            return tuple(islice(self._read(), *place.indices(self._count)))
        at = range(self._count)[place]
        return next(islice(self._read(), at, None))


def gathered(units: Iterator[Unit], again: Callable[[], Iterator[Unit]]) -> Sequence[Unit]:
    """The units, held if they are few; if many, counted and then to be had by `again`."""
    first = tuple(islice(units, MANY + 1))
    if len(first) <= MANY:
        return first
    return Reread(again, len(first) + sum(1 for _ in units))
