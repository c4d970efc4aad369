"""Acts on what a project knows, its terms and exceptions: recorded, undone and done again.

The way back is the project's, as that of a document is the document's: anybody can undo the last act,
and a new act closes the way forward.
"""

from typing import Any, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.errors import EditConflict, NotFound, WrongUse
from workbench.saying import say
from workbench.storage.tables import ChangeState, CutException, Project, ProjectChange, Term

Row = Term | CutException
State = dict[str, Any]
_KINDS: dict[str, type[Row]] = {"term": Term, "exception": CutException}
_FIELDS = {
    "term": (
        "source", "target", "note", "source_language", "target_language", "source_folded",
        "target_folded", "withdrawn",
    ),
    "exception": ("text", "language", "kind", "withdrawn"),
}  # fmt: skip


class ProjectAct:
    """Touch rows, change them, then `record()`."""

    def __init__(self, session: Session, project: Project, kind: str, editor: str) -> None:
        self._session = session
        self._change = ProjectChange(project_id=project.id, kind=kind, editor=editor)
        self._before: dict[Row, State | None] = {}

    def touch(self, row: Row) -> None:
        """Remember a row as it is before the act changes it."""
        self._before.setdefault(row, _state(row))

    def add(self, row: Row) -> None:
        """A new row."""
        self._before[row] = None
        self._session.add(row)

    def record(self) -> ProjectChange:
        """Save the act; one that changes nothing is not kept, and has no id."""
        self._session.flush()
        changed = [
            [_kind(row), row.id, before, _state(row)]
            for row, before in self._before.items()
            if before != _state(row)
        ]
        return _record(self._session, self._change, changed)


def undoable(session: Session, project: Project) -> ProjectChange | None:
    """The act that undo would take back."""
    acts = select(ProjectChange).where(
        ProjectChange.project_id == project.id,
        ProjectChange.undoes_id.is_(None),
        ProjectChange.state == ChangeState.DONE,
    )
    return session.scalars(acts.order_by(ProjectChange.id.desc()).limit(1)).one_or_none()


def redoable(session: Session, project: Project) -> ProjectChange | None:
    """The act that redo would bring back: the earliest of those undone."""
    undone = select(ProjectChange).where(_undone(project.id))
    return session.scalars(undone.order_by(ProjectChange.id).limit(1)).one_or_none()


def undo(session: Session, project: Project, *, seen: int | None, editor: str) -> ProjectChange:
    """Take back the last act; refuses when it is not the one that was seen."""
    _lock(session, project)
    return _turn(session, _expected(undoable(session, project), seen), "undo", editor)


def redo(session: Session, project: Project, *, seen: int | None, editor: str) -> ProjectChange:
    """Bring back the act that was undone last."""
    _lock(session, project)
    return _turn(session, _expected(redoable(session, project), seen), "redo", editor)


def _expected(act: ProjectChange | None, seen: int | None) -> ProjectChange:
    if act is None:
        raise WrongUse(say("There is nothing to undo."))
    if act.id != seen:
        raise EditConflict(
            say("Something else has been done since; look at it before you take it back.")
        )
    return act


def _turn(session: Session, act: ProjectChange, kind: str, editor: str) -> ProjectChange:
    """Put every row of an act to its other state, as a new change."""
    turned = []
    for name, number, before, after in act.revisions:
        made, gone = after, {**after, "withdrawn": True}
        now, then = (made, before or gone) if kind == "undo" else (before or gone, made)
        row = cast(Row | None, session.get(_KINDS[name], number, populate_existing=True))
        if row is None or _state(row) != now:
            raise EditConflict(say("What this act changed has been changed since."))
        for field, value in then.items():
            setattr(row, field, value)
        turned.append([name, number, now, then])
    act.state = ChangeState.UNDONE if kind == "undo" else ChangeState.DONE
    change = ProjectChange(project_id=act.project_id, kind=kind, editor=editor, undoes=act)
    return _record(session, change, turned)


def _record(session: Session, change: ProjectChange, revisions: list[list[Any]]) -> ProjectChange:
    if not revisions:
        return change
    if change.undoes is None:
        dropped = update(ProjectChange).where(_undone(change.project_id))
        session.execute(dropped.values(state=ChangeState.DROPPED))
    change.revisions = revisions
    session.add(change)
    session.flush()
    return change


def _undone(project_id: int) -> Any:
    return (ProjectChange.project_id == project_id) & (ProjectChange.state == ChangeState.UNDONE)


def _lock(session: Session, project: Project) -> None:
    """One act at a time changes what a project knows."""
    if session.scalar(select(Project.id).where(Project.id == project.id).with_for_update()) is None:
        raise NotFound(say("There is no project %(name)s.", name=repr(project.name)))


def _kind(row: Row) -> str:
    return "term" if isinstance(row, Term) else "exception"


def _state(row: Row) -> State:
    return {field: getattr(row, field) for field in _FIELDS[_kind(row)]}
