"""Bring in files that hold units already, and a reviewer's sheet back to the pairs it came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.bitext.arriving import Arrival, Arriving
from workbench.bitext.differing import FIELDS, Difference, applied, differences
from workbench.bitext.report import Report
from workbench.bitext.units import Bitext
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services.changes import Act, lock_document
from workbench.storage.bitexts import BATCH, in_silence, save
from workbench.storage.columns import Comment, pack
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Document, Original, Project, Unit


def bring_in(
    session: Session,
    project: Project,
    arrival: Arrival,
    files: Sequence[Arriving],
    editor: str,
    *,
    again: bool = False,
    tell: Callable[[int], None] = in_silence,
) -> Document:
    """Keep an arrival as a document of a project, as one act that can be undone.

    `tell` hears every now and then how many units are written; nothing is kept if it raises. Refuses
    with `WrongUse` files that came into the project already, unless `again`.
    """
    hashes = [each.sha256() for each in files]
    if not again:
        refuse_again(files[0].name, find_earlier(session, project, hashes))
    document = save(session, project, arrival.bitext, tell)
    for number, (each, digest) in enumerate(zip(files, hashes, strict=True), 1):
        original = Original(document_id=document.id, filename=each.name, encoding=arrival.format)
        original.side = "both" if len(files) == 1 else f"file {number}"
        original.sha256, original.content = digest, pack(each.stream())
        session.add(original)
    last = session.scalar(select(func.max(Unit.id)).where(Unit.document_id == document.id))
    session.add(Change(document_id=document.id, kind="import", editor=editor, upto=last))
    session.flush()
    return document


def refuse_again(name: str, earlier: Document | None) -> None:
    """Refuse with `WrongUse` a file that has become a document earlier."""
    if earlier is not None:
        raise WrongUse(
            say(
                "%(name)s came in already, as the document %(title)s on %(date)s. Import it "
                "again only if you want its pairs twice.",
                name=name,
                title=repr(earlier.title),
                date=f"{earlier.created_at:%d %B %Y}",
            )
        )


def find_earlier(session: Session, project: Project, hashes: Sequence[str]) -> Document | None:
    """The document of a project that has pairs from one of these files."""
    statement = (
        select(Document)
        .join(Original)
        .where(Document.project_id == project.id, Original.sha256.in_(hashes))
        .where(select(Unit.id).where(Unit.document_id == Document.id, ~Unit.withdrawn).exists())
    )
    return session.scalars(statement.limit(1)).first()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What came back from a reviewer: units under our ids, and the fields that it says something of."""

    units: Sequence[UnitValue]
    fields: frozenset[str] = FIELDS

    @classmethod
    def of(cls, arrival: Bitext, report: Report) -> "Sheet":
        """The sheet that a file holds."""
        named = report.notes.get("fields")
        return cls(arrival.units, FIELDS.intersection(named.split()) if named else FIELDS)


@dataclass(frozen=True, slots=True)
class Review:
    """What a sheet says: the differences, and how many of its rows are no pairs of the project."""

    differences: tuple[Difference, ...]
    unknown: int


def compare(session: Session, project: Project, sheet: Sheet) -> Review:
    """What a reviewer's sheet would change; refuses with `WrongUse` when no row is a pair of ours."""
    found = _found(session, project, sheet.units)
    if not found:
        raise WrongUse(say("No row has the id of a pair of this project; is the id column still there?"))
    theirs = _apart(session, found, sheet.units)
    ours = {uid: _value(unit) for uid, unit in found.items()}
    unknown = sum(unit.uid not in found for unit in sheet.units)
    return Review(tuple(differences(ours, theirs, sheet.fields)), unknown)


def apply_sheet(session: Session, project: Project, sheet: Sheet, editor: str) -> list[Change]:
    """Apply a reviewer's sheet: one act for each document, which can be undone like any other."""
    found = _found(session, project, sheet.units)
    documents = sorted({unit.document_id for unit in found.values()})
    acts = {each: Act(session, lock_document(session, each), "sheet", editor) for each in documents}
    found = _found(session, project, sheet.units)  # again, now that nobody else writes
    for theirs in _apart(session, found, sheet.units):
        if theirs.uid in found:
            unit = found[theirs.uid]
            _apply(acts[unit.document_id], unit, applied(_value(unit), theirs, sheet.fields), editor)
    return [act.record() for act in acts.values()]


def count(changes: Sequence[Change]) -> int:
    """How many pairs these acts have changed."""
    return sum(len(change.revisions) for change in changes if change.id)


def _apply(act: Act, unit: Unit, new: UnitValue, editor: str) -> None:
    old = _value(unit)
    if (new.source, new.target, new.status) != (old.source, old.target, old.status):
        act.put(unit, new)
    if new.notes != old.notes:
        act.comment(act.touch(unit), _thread(unit.comments, new.notes, editor))


def _apart(session: Session, found: dict[str, Unit], theirs: Sequence[UnitValue]) -> list[UnitValue]:
    """The rows of a sheet, those of a crossing apart: each side to the pair that has it.

    An export joins the two pairs of a crossing, so its sheet has one row for them. The partner's pair
    is then found too.
    """
    rows = []
    for row in theirs:
        unit = found.get(row.uid)
        rows.append(row)
        if unit is not None and unit.crosses_id:
            partner = session.get_one(Unit, unit.crosses_id)
            found.setdefault(partner.uid, partner)
            mine, other = replace(row, target=()), replace(row, uid=partner.uid, source=())
            rows[-1:] = [mine, replace(other, status=partner.status, notes=_value(partner).notes)]
    return rows


def _value(unit: Unit) -> UnitValue:
    """The row as a value, its comments as notes."""
    return replace(value_of(unit), notes=tuple(each.text for each in unit.comments))


def _thread(old: Sequence[Comment], notes: Sequence[str], editor: str) -> tuple[Comment, ...]:
    """The comments a sheet leaves: those it kept as they were, new ones under the reviewer's name."""
    known = {each.text: each for each in old}
    return tuple(known.get(note) or Comment(note, editor) for note in notes)


def _found(session: Session, project: Project, theirs: Sequence[UnitValue]) -> dict[str, Unit]:
    """Our live units of these ids in this project."""
    uids = [unit.uid for unit in theirs]
    found: dict[str, Unit] = {}
    for start in range(0, len(uids), BATCH):
        statement = (
            select(Unit)
            .join(Document)
            .where(Document.project_id == project.id, ~Unit.withdrawn)
            .where(Unit.uid.in_(uids[start : start + BATCH]))
        )
        found.update((unit.uid, unit) for unit in session.scalars(statement))
    return found
