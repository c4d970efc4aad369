"""What a reviewer's sheet changes: our units and theirs, matched by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.bitext.acts import SIDES, Side, changed, side_of, with_side
from workbench.bitext.cleaning import clean
from workbench.bitext.recasting import recast
from workbench.bitext.units import Unit, join
from workbench.saying import say
from workbench.segment import Segment

FIELDS = frozenset({*SIDES, say("status"), say("notes")})
"""What of a unit a sheet can change; one that lacks a column says nothing of it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one unit (a side, status or notes) that is otherwise once the sheet is applied."""

    uid: str
    field: str
    before: str
    after: str


def differences(
    ours: Mapping[str, Unit], theirs: Iterable[Unit], fields: frozenset[str] = FIELDS
) -> list[Difference]:
    """Every difference, in the order of the sheet; units that we do not have are not in it."""
    return [
        Difference(unit.uid, field, before, after)
        for unit in theirs
        if unit.uid in ours
        for field, before, after in _fields(ours[unit.uid], applied(ours[unit.uid], unit, fields))
        if before != after
    ]


def _fields(one: Unit, two: Unit) -> list[tuple[str, str, str]]:
    before, after = ("\n".join(clean(note)[0] for note in each.notes) for each in (one, two))
    return [
        ("source", clean(one.source_text)[0], clean(two.source_text)[0]),
        ("target", clean(one.target_text)[0], clean(two.target_text)[0]),
        ("status", one.status.value, two.status.value),
        ("notes", before, after),
    ]


def applied(unit: Unit, sheet: Unit, fields: frozenset[str] = FIELDS) -> Unit:
    """Our unit with what the sheet says of it; everything it does not say stays.

    As on the desk, a text that changes takes a confirmation away, unless the sheet confirms it anew.
    """
    status, notes = unit.status, unit.notes
    for side in SIDES:
        if side in fields:
            unit = _with_text(unit, side, side_of(sheet, side))
    if "status" in fields and sheet.status is not status:
        unit = replace(unit, status=sheet.status)
    same = [clean(each)[0] for each in notes] == list(sheet.notes)
    return unit if same or "notes" not in fields else replace(unit, notes=sheet.notes)


def _with_text(unit: Unit, side: Side, theirs: tuple[Segment, ...]) -> Unit:
    """The unit with the text of these segments on a side, on the segments it has."""
    old, text = side_of(unit, side), join(theirs)
    if clean(join(old))[0] == clean(text)[0]:
        return unit
    return changed(with_side(unit, side, recast(old, text) if old else theirs))
