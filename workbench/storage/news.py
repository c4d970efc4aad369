"""What has happened to a document since somebody last looked: the changes after a change."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from workbench.storage.tables import Change


def last_change(session: Session, document_id: int) -> int:
    """The number of the newest change of a document; 0 when nobody has changed it."""
    return session.scalar(select(func.max(Change.id)).where(Change.document_id == document_id)) or 0


def changes_after(
    session: Session, document_id: int, change_id: int, *, limit: int = 50
) -> list[Change]:
    """The newest changes after one, undo and redo among them, in the order they happened."""
    newest = (
        select(Change)
        .where(Change.document_id == document_id, Change.id > change_id)
        .options(selectinload(Change.revisions))
        .order_by(Change.id.desc())
        .limit(limit)
    )
    return list(session.scalars(newest))[::-1]
