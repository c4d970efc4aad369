"""What a reviewer's sheet changes: our units and theirs, matched by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.bitext.acts import SIDES, Side, side_of, with_side
from workbench.bitext.cleaning import clean
from workbench.bitext.units import Unit, join
from workbench.segment import Segment


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one unit that the sheet has otherwise: source, target, status or notes."""

    uid: str
    field: str
    before: str
    after: str


def differences(ours: Mapping[str, Unit], theirs: Iterable[Unit]) -> list[Difference]:
    """Every difference, in the order of the sheet; units that we do not have are not in it."""
    return [
        Difference(unit.uid, field, before, after)
        for unit in theirs
        if unit.uid in ours
        for field, before, after in _fields(ours[unit.uid], unit)
        if before != after
    ]


def _fields(one: Unit, two: Unit) -> list[tuple[str, str, str]]:
    notes = "\n".join(clean(note)[0] for note in one.notes), "\n".join(two.notes)
    return [
        ("source", clean(one.source_text)[0], two.source_text),
        ("target", clean(one.target_text)[0], two.target_text),
        ("status", one.status.value, two.status.value),
        ("notes", *notes),
    ]


def applied(unit: Unit, sheet: Unit) -> Unit:
    """Our unit with what the sheet says of it; everything it does not say stays."""
    for side in SIDES:
        unit = _with_text(unit, side, join(side_of(sheet, side)))
    return replace(unit, status=sheet.status, notes=sheet.notes)


def _with_text(unit: Unit, side: Side, text: str) -> Unit:
    """The unit with this text on a side, as one segment where it is not the text it has."""
    old = side_of(unit, side)
    if clean(join(old))[0] == text:
        return unit
    if not text:
        return with_side(unit, side, ())
    language = side_of(unit, side)[0].language if old else ("en" if side == "source" else "my")
    first = old[0] if old else Segment("", language=language)
    return with_side(unit, side, (replace(first, text=text, after=" "),))
