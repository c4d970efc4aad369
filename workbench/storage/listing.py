"""The units of a document for programs, one stretch after another, each at the same cost."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.bitext.units import Status
from workbench.errors import NotFound
from workbench.saying import say
from workbench.storage.tables import Unit

MOST = 1000
"""Units of one stretch."""


def units_after(
    session: Session,
    document_id: int,
    after: int | None = None,
    *,
    status: Status | None = None,
    min_score: float | None = None,
    limit: int = 100,
) -> Sequence[Unit]:
    """At most `limit` units in reading order, after the one of this number; withdrawn ones never.

    A unit without a score passes `min_score`, as in an export. Refuses with `NotFound` a unit of another
    document.
    """
    wanted = select(Unit).where(Unit.document_id == document_id, ~Unit.withdrawn)
    if after is not None:
        last = session.get(Unit, after)
        if last is None or last.document_id != document_id:
            raise NotFound(say("There is no pair %(number)s in this document.", number=after))
        wanted = wanted.where(Unit.rank > last.rank)
    if status is not None:
        wanted = wanted.where(Unit.status == status)
    if min_score is not None:
        wanted = wanted.where(Unit.score.is_(None) | (Unit.score >= min_score))
    return session.scalars(wanted.order_by(Unit.rank).limit(min(limit, MOST))).all()
