"""One act under way: locks its document, keeps each unit as it was, and records what became of it."""

from collections.abc import Sequence
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.bitext import units as values
from workbench.bitext.acts import SIDES
from workbench.errors import EditConflict, NotFound, WrongUse
from workbench.saying import say
from workbench.services.glossary import levels_of
from workbench.storage.columns import Comment
from workbench.storage.ranks import rank_after, rank_before
from workbench.storage.states import State, comment, put, state_of
from workbench.storage.tables import Change, ChangeState, Document, Revision, Unit

_CROSSING = say("This pair is marked as crossing; take that off first.")


class Act:
    """Touch units, change them, then `record()`."""

    def __init__(self, session: Session, document: Document, kind: str, editor: str) -> None:
        self.session = session
        self.document = document
        self._change = Change(document_id=document.id, kind=kind, editor=editor)
        self._before: dict[Unit, State | None] = {}

    def touch(self, unit: Unit) -> Unit:
        """Remember a unit as it is before the act changes it."""
        self._before.setdefault(unit, state_of(unit))
        return unit

    def put(self, unit: Unit, value: values.Unit) -> None:
        """Write a new value into a unit; one that is marked as crossing keeps its one side."""
        if unit.crosses_id and bool(value.source) == bool(value.target):
            raise WrongUse(_CROSSING)
        put(self.touch(unit), value)

    def comment(self, unit: Unit, comments: tuple[Comment, ...]) -> None:
        """Write a unit's thread of comments."""
        comment(self.touch(unit), comments)

    def withdraw(self, unit: Unit, heir: Unit | None = None) -> None:
        """Leave a unit out from now on; it keeps its texts for undo.

        What was said about it is said about the heir, the unit that stands for it now.
        """
        if unit.crosses_id:
            raise WrongUse(_CROSSING)
        self.touch(unit).withdrawn = True
        if heir is not None and heir is not unit and unit.comments:
            self.comment(heir, (*heir.comments, *unit.comments))

    def add_after(self, unit: Unit, value: values.Unit) -> Unit:
        """A new unit that stands right after another."""
        return self._add(rank_after(self.session, unit), value)

    def add_before(self, unit: Unit, value: values.Unit) -> Unit:
        """A new unit that stands right before another."""
        return self._add(rank_before(self.session, unit), value)

    def _add(self, rank: str, value: values.Unit) -> Unit:
        added = Unit(uid=str(uuid4()), document_id=self.document.id, rank=rank, version=1)
        added.document = self.document
        added.bookmarked = added.excluded = added.withdrawn = False
        added.dismissed = ()
        comment(added, ())
        put(added, value)
        self._before[added] = None
        self.session.add(added)
        return added

    def touched(self) -> list[Unit]:
        """The units of this act so far in reading order, new and withdrawn ones among them."""
        return sorted(self._before, key=lambda unit: unit.rank)

    def has_new_text(self, unit: Unit) -> bool:
        """Whether this act has given a unit other segments than it had."""
        before, now = self._before.get(unit) or {}, state_of(unit)
        return any(before.get(side) != now[side] for side in SIDES)

    def record(self) -> Change:
        """Save the act as a change with one revision a unit, in reading order."""
        return record(self.session, self._change, self._before)


def record(session: Session, change: Change, before: dict[Unit, State | None]) -> Change:
    """Save a change with what became of these units; when nothing did, save nothing.

    Then the change has no id and no revisions.
    """
    units = [unit for unit in before if before[unit] != state_of(unit)]
    if not units:
        return change
    with session.no_autoflush:
        _count_missing_terms(session, units)
    _close_way_forward(session, change)
    session.add(change)
    session.flush()
    for unit in sorted(units, key=lambda unit: unit.rank):
        change.revisions.append(Revision(unit=unit, before=before[unit], after=state_of(unit)))
    session.flush()
    return change


def _count_missing_terms(session: Session, units: Sequence[Unit]) -> None:
    """Let the queue of findings know of missing terms as of all other findings."""
    for unit, level in zip(units, levels_of(session, units), strict=True):
        if unit.finding_level is not None and unit.finding_level < level:
            unit.finding_level = level


def _close_way_forward(session: Session, change: Change) -> None:
    """After a new act, what was undone before it can be redone no more."""
    if change.undoes is None:
        undone = (Change.document_id == change.document_id, Change.state == ChangeState.UNDONE)
        session.execute(update(Change).where(*undone).values(state=ChangeState.DROPPED))


def lock_document(session: Session, document_id: int) -> Document:
    """The document, kept to us until the transaction ends: one act at a time changes a document."""
    statement = select(Document).where(Document.id == document_id).with_for_update()
    document = session.scalars(statement).one_or_none()
    if document is None:
        raise NotFound(say("There is no document %(number)s.", number=document_id))
    return document


def open_unit(session: Session, unit_id: int, seen: int | None, wanted: str | None = None) -> Unit:
    """The unit as it now is, its document locked; refuses when `seen` is not its version."""
    document_id = session.scalar(select(Unit.document_id).where(Unit.id == unit_id))
    if document_id is None:
        raise NotFound(say("There is no pair %(number)s.", number=unit_id))
    lock_document(session, document_id)
    return read_unit(session, unit_id, seen, wanted)


def read_unit(session: Session, unit_id: int, seen: int | None, wanted: str | None = None) -> Unit:
    """The unit as it now is; refuses when it is gone or `seen` is not its version."""
    unit = session.get(Unit, unit_id, populate_existing=True)
    if unit is None:
        raise NotFound(say("There is no pair %(number)s.", number=unit_id))
    if unit.withdrawn:
        raise EditConflict(
            say("This pair has been merged with another since you opened it."), unit_id, wanted
        )
    if unit.version != seen:
        raise EditConflict(say("This pair has been changed since you opened it."), unit_id, wanted)
    return unit
