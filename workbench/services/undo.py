"""Take acts back and bring them again, one after the other, a document at a time.

The way back is the document's, not a person's: anybody can undo the last act, across restarts. An undo
is a change of its own and restores units exactly; a new act closes the way forward.
"""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.errors import EditConflict, WrongUse
from workbench.saying import say
from workbench.services.changes import lock_document, record
from workbench.storage.bitexts import BATCH
from workbench.storage.states import State, restore, state_of
from workbench.storage.tables import Change, ChangeState, Revision, Unit


def undoable(session: Session, document_id: int) -> Change | None:
    """The act that undo would take back."""
    acts = select(Change).where(Change.document_id == document_id, Change.undoes_id.is_(None))
    done = acts.where(Change.state == ChangeState.DONE)
    return session.scalars(done.order_by(Change.id.desc()).limit(1)).one_or_none()


def redoable(session: Session, document_id: int) -> Change | None:
    """The act that redo would bring back: the earliest of those undone."""
    undone = select(Change).where(Change.document_id == document_id, Change.state == ChangeState.UNDONE)
    return session.scalars(undone.order_by(Change.id).limit(1)).one_or_none()


def undo(session: Session, document_id: int, *, seen: int | None, editor: str) -> Change:
    """Take back the last act; refuses when it is not the one that was seen."""
    lock_document(session, document_id)
    act = _expected(undoable(session, document_id), seen, say("There is nothing to undo."))
    return _turn(session, act, "undo", editor)


def redo(session: Session, document_id: int, *, seen: int | None, editor: str) -> Change:
    """Bring back the act that was undone last."""
    lock_document(session, document_id)
    act = _expected(redoable(session, document_id), seen, say("There is nothing to redo."))
    return _turn(session, act, "redo", editor)


def history(session: Session, unit_id: int) -> list[Revision]:
    """All that happened to a unit, the newest first."""
    statement = select(Revision).where(Revision.unit_id == unit_id).order_by(Revision.id.desc())
    return list(session.scalars(statement))


def _expected(act: Change | None, seen: int | None, nothing: str) -> Change:
    if act is None:
        raise WrongUse(nothing)
    if act.id != seen:
        raise EditConflict(
            say("Something else has been done since; look at it before you take it back.")
        )
    return act


def _turn(session: Session, act: Change, kind: str, editor: str) -> Change:
    """Put every unit of an act to its other state, as a new change."""
    if act.upto is not None:
        return _turn_import(session, act, kind, editor)
    units = _units(session, [each.unit_id for each in act.revisions])
    before: dict[Unit, State | None] = {}
    for revision in act.revisions:
        unit = units[revision.unit_id]
        now, then = (
            (revision.after, revision.before) if kind == "undo" else (revision.before, revision.after)
        )
        before[unit] = state_of(unit)
        if before[unit] != (now or _gone(revision)):
            raise EditConflict(say("A pair of this act has been changed since."), unit.id)
        restore(unit, then or _gone(revision))
    act.state = ChangeState.UNDONE if kind == "undo" else ChangeState.DONE
    turned = Change(document_id=act.document_id, kind=kind, editor=editor, undoes=act)
    return record(session, turned, before)


def _turn_import(session: Session, act: Change, kind: str, editor: str) -> Change:
    """Withdraw all units of an import, or bring them again, by one statement.

    It is the first act on its document: all that came later was undone before, so that they are as they
    came in, or withdrawn together.
    """
    brought = update(Unit).where(Unit.document_id == act.document_id, Unit.id <= act.upto)
    gone = {"withdrawn": kind == "undo", "version": Unit.version + 1}
    session.execute(brought.values(gone), execution_options={"synchronize_session": False})
    session.expire_all()
    act.state = ChangeState.UNDONE if kind == "undo" else ChangeState.DONE
    turned = Change(document_id=act.document_id, kind=kind, editor=editor, undoes=act, upto=act.upto)
    session.add(turned)
    session.flush()
    return turned


def imports_of(session: Session, unit: Unit) -> list[Change]:
    """The import that brought a unit, and when it was taken back or brought again, the newest first."""
    statement = select(Change).where(Change.document_id == unit.document_id, Change.upto >= unit.id)
    return list(session.scalars(statement.order_by(Change.id.desc())))


def _units(session: Session, ids: Sequence[int]) -> dict[int, Unit]:
    """Units as they now are, by id; asked for in batches, since an act may touch thousands."""
    fresh = select(Unit).execution_options(populate_existing=True)
    batches = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
    return {
        unit.id: unit for batch in batches for unit in session.scalars(fresh.where(Unit.id.in_(batch)))
    }


def _gone(revision: Revision) -> State:
    """The state of a new unit whose making was undone: all as it was, but withdrawn."""
    return {**revision.after, "withdrawn": True}
