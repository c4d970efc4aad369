"""Align a stretch again: read it, align it while others go on working, and write it if it is as it was.

Aligning takes up to a second or two, so no lock is held meanwhile. When somebody has changed a pair of
the stretch by then, it is read and aligned once more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy.orm import Session

from workbench.bitext.realigning import Pin, realigned
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import EditConflict, NotFound, WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit, read_unit
from workbench.services.learning import Aids, aids
from workbench.services.stretches import stretch, undecided
from workbench.storage import Database
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Unit

TRIES = 3
"""So often a stretch is aligned that others change meanwhile."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch as it was read: its units with their versions, what is pinned, and what helps."""

    versions: tuple[tuple[int, int], ...]
    units: list[UnitValue]
    pinned: Pin | None
    aids: Aids


Look = Callable[[Session, Unit], tuple[list[Unit], Pin | None]]
"""From the pair in hand to the units of its stretch, and what is pinned."""


def realign(database: Database, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Align the pairs around this one again, up to the confirmed ones before and after."""

    def look(session: Session, unit: Unit) -> tuple[list[Unit], None]:
        return stretch(session, unit, unit), None

    return _align(database, look, "realign", unit_id, seen, editor)


def pin(
    database: Database,
    unit_id: int,
    place: int,
    other_id: int,
    other_place: int,
    *,
    seen: int | None,
    editor: str,
) -> Change:
    """Hold a source segment of this pair and a target segment of another together; align around them."""

    def look(session: Session, unit: Unit) -> tuple[list[Unit], Pin]:
        other = session.get(Unit, other_id)
        if other is None or other.document_id != unit.document_id or other.withdrawn:
            raise NotFound(say("The pair to pin to is not in this document any more."))
        undecided(other)
        if not (0 <= place < len(unit.source) and 0 <= other_place < len(other.target)):
            raise WrongUse(say("Choose a sentence on the source side and one on the target side."))
        rows = stretch(session, *sorted((unit, other), key=lambda each: each.rank))
        i = sum(len(each.source) for each in rows if each.rank < unit.rank) + place
        j = sum(len(each.target) for each in rows if each.rank < other.rank) + other_place
        return rows, (i, j)

    return _align(database, look, "pin", unit_id, seen, editor)


def _align(
    database: Database, look: Look, kind: str, unit_id: int, seen: int | None, editor: str
) -> Change:
    for _ in range(TRIES):
        with database.reading() as session:
            unit = undecided(read_unit(session, unit_id, seen))
            found = _found(session, unit, *look(session, unit))
        anew = realigned(found.units, found.pinned, **found.aids)
        with database.transaction() as session:
            unit = undecided(open_unit(session, unit_id, seen))
            rows, _pinned = look(session, unit)
            if _versions(rows) == found.versions:
                return _laid(Act(session, unit.document, kind, editor), rows, anew)
    raise EditConflict(
        say("Others are changing the pairs around this one; align them when they have finished."),
        unit_id,
    )


def _found(session: Session, unit: Unit, rows: list[Unit], pinned: Pin | None) -> Found:
    document = unit.document
    known = aids(session, document.project, document.source_language, document.target_language)
    return Found(_versions(rows), [value_of(each) for each in rows], pinned, known)


def _versions(rows: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    return tuple((each.id, each.version) for each in rows)


def _laid(act: Act, rows: Sequence[Unit], anew: Sequence[UnitValue]) -> Change:
    """Write the beads found anew into these rows; pairs that stay the same are not touched.

    New rows are saved all at once: each comes after those that wait, so none has to see them stored.
    """
    with act.session.no_autoflush:
        for here, values in _changed(rows, anew):
            _replace(act, rows, here, values)
    return act.record()


def _changed(
    rows: Sequence[Unit], anew: Sequence[UnitValue]
) -> Iterator[tuple[slice, Sequence[UnitValue]]]:
    """The rows that differ, and what is to stand there."""
    before = [(each.source, each.target) for each in rows]
    matcher = SequenceMatcher(
        None, before, [(each.source, each.target) for each in anew], autojunk=False
    )
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            yield slice(i, i_end), anew[j:j_end]


def _replace(act: Act, rows: Sequence[Unit], where: slice, values: Sequence[UnitValue]) -> None:
    """Write values into some rows; rows too many are withdrawn, values too many get new rows.

    What was said about a row that is withdrawn is said from now on about the last one that stays.
    """
    here = rows[where]
    for row, value in zip(here, values, strict=False):
        act.put(row, value)
    heir = rows[max(where.start + min(len(here), len(values)) - 1, 0)]
    for row in here[len(values) :]:
        act.withdraw(row, heir)
    last = rows[where.stop - 1] if where.stop else None
    for value in values[len(here) :]:
        last = act.add_after(last, value) if last else act.add_before(rows[0], value)
