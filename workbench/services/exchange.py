"""Bring in files that hold units already, and a reviewer's sheet back to the pairs it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from workbench.bitext.arriving import Arrival, Arriving
from workbench.bitext.differing import Difference, applied, differences
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services.changes import Act, lock_document
from workbench.storage.bitexts import BATCH, save
from workbench.storage.columns import Comment
from workbench.storage.states import state_of, value_of
from workbench.storage.tables import Change, ChangeState, Document, Original, Project, Revision, Unit

UNDOABLE = 50_000
"""Units of an import that one undo still takes back in seconds."""


def bring_in(
    session: Session,
    project: Project,
    arrival: Arrival,
    files: Sequence[Arriving],
    editor: str,
    *,
    again: bool = False,
) -> Document:
    """Keep an arrival as a document of a project, as one act that can be undone.

    Refuses with `WrongUse` files that came into the project already, unless `again`.
    """
    hashes = [sha256(each.content).hexdigest() for each in files]
    if not again and (earlier := find_earlier(session, project, hashes)):
        raise WrongUse(
            say(
                "%(name)s came in already, as the document %(title)s on %(date)s. Import it "
                "again only if you want its pairs twice.",
                name=files[0].name,
                title=repr(earlier.title),
                date=f"{earlier.created_at:%d %B %Y}",
            )
        )
    document = save(session, project, arrival.bitext)
    for number, (each, digest) in enumerate(zip(files, hashes, strict=True), 1):
        original = Original(document_id=document.id, filename=each.name, encoding=arrival.format)
        original.side = "both" if len(files) == 1 else f"file {number}"
        original.sha256, original.content = digest, each.content
        session.add(original)
    undoable = len(arrival.bitext.units) <= UNDOABLE
    state = ChangeState.DONE if undoable else ChangeState.DROPPED
    change = Change(document_id=document.id, kind="import", editor=editor, state=state)
    session.add(change)
    session.flush()
    if undoable:
        _record(session, change)
    return document


def find_earlier(session: Session, project: Project, hashes: Sequence[str]) -> Document | None:
    """The document of a project that has pairs from one of these files."""
    statement = (
        select(Document)
        .join(Original)
        .where(Document.project_id == project.id, Original.sha256.in_(hashes))
        .where(select(Unit.id).where(Unit.document_id == Document.id, ~Unit.withdrawn).exists())
    )
    return session.scalars(statement.limit(1)).first()


def _record(session: Session, change: Change) -> None:
    """A revision for each unit of the document: before the import there was none."""
    found = select(Unit).where(Unit.document_id == change.document_id).order_by(Unit.rank)
    for units in session.scalars(found.execution_options(yield_per=BATCH)).partitions():
        rows = [
            {"change_id": change.id, "unit_id": unit.id, "before": None, "after": state_of(unit)}
            for unit in units
        ]
        session.execute(insert(Revision), rows)


@dataclass(frozen=True, slots=True)
class Review:
    """What a sheet says: the differences, and how many of its rows are no pairs of the project."""

    differences: tuple[Difference, ...]
    unknown: int


def compare(session: Session, project: Project, sheet: Iterable[UnitValue]) -> Review:
    """What a reviewer's sheet would change; refuses with `WrongUse` when no row is a pair of ours."""
    theirs = list(sheet)
    ours = {uid: _value(unit) for uid, unit in _found(session, project, theirs).items()}
    if not ours:
        raise WrongUse(say("No row has the id of a pair of this project; is the id column still there?"))
    return Review(tuple(differences(ours, theirs)), sum(unit.uid not in ours for unit in theirs))


def apply_sheet(
    session: Session, project: Project, sheet: Iterable[UnitValue], editor: str
) -> list[Change]:
    """Apply a reviewer's sheet: one act for each document, which can be undone like any other."""
    theirs = {unit.uid: unit for unit in sheet}
    documents = sorted({unit.document_id for unit in _found(session, project, theirs.values()).values()})
    acts = [Act(session, lock_document(session, each), "sheet", editor) for each in documents]
    by_document = {act.document.id: act for act in acts}
    for uid, unit in _found(session, project, theirs.values()).items():
        value = _value(unit)
        new = applied(value, theirs[uid])
        act = by_document[unit.document_id]
        if (new.source, new.target, new.status) != (value.source, value.target, value.status):
            act.put(unit, new)
        if differences({uid: value}, [theirs[uid]]) and new.notes != value.notes:
            act.comment(act.touch(unit), _thread(unit.comments, new.notes, editor))
    return [act.record() for act in acts]


def _value(unit: Unit) -> UnitValue:
    """The row as a value, its comments as notes."""
    return replace(value_of(unit), notes=tuple(each.text for each in unit.comments))


def _thread(old: Sequence[Comment], notes: Sequence[str], editor: str) -> tuple[Comment, ...]:
    """The comments a sheet leaves: those it kept as they were, new ones under the reviewer's name."""
    known = {each.text: each for each in old}
    return tuple(known.get(note) or Comment(note, editor) for note in notes)


def _found(session: Session, project: Project, theirs: Iterable[UnitValue]) -> dict[str, Unit]:
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
