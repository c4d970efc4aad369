"""A whole document at a glance: its pairs in a hundred slices, each with what stands out in it."""

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from workbench.bitext.units import Status
from workbench.storage.tables import Unit

SLICES = 100


@dataclass(frozen=True, slots=True)
class Slice:
    """So many pairs in a row from number `first` on, and how many of them are what."""

    first: int
    count: int
    confirmed: int
    gaps: int
    needs_review: int
    lowest_score: float | None
    sources: int
    targets: int


def overview(session: Session, document_id: int, slices: int = SLICES) -> list[Slice]:
    """At most so many slices of about one size, in one query; fewer for a shorter document.

    Gaps are pairs with an empty side, and the lowest score is that of pairs nobody has decided on.
    Sources and targets are the segments of each side.
    """
    live = (Unit.document_id == document_id, ~Unit.withdrawn)
    total = session.scalar(select(func.count()).where(*live)) or 0
    undecided = Unit.status.in_([Status.UNREVIEWED, Status.NEEDS_REVIEW])
    empty = (Unit.source_count == 0) | (Unit.target_count == 0)
    rows = (
        select(
            func.row_number().over(order_by=Unit.rank).label("number"),
            case((Unit.status == Status.CONFIRMED, 1), else_=0).label("confirmed"),
            case((undecided & empty, 1), else_=0).label("gap"),
            case((Unit.status == Status.NEEDS_REVIEW, 1), else_=0).label("needs_review"),
            case((undecided, Unit.score)).label("score"),
            Unit.source_count,
            Unit.target_count,
        )
        .where(*live)
        .subquery()
    )
    place = (rows.c.number - 1) * min(slices, max(total, 1)) // max(total, 1)
    statement = (
        select(
            func.min(rows.c.number),
            func.count(),
            func.sum(rows.c.confirmed),
            func.sum(rows.c.gap),
            func.sum(rows.c.needs_review),
            func.min(rows.c.score),
            func.sum(rows.c.source_count),
            func.sum(rows.c.target_count),
        )
        .group_by(place)
        .order_by(place)
    )
    return [Slice(*row) for row in session.execute(statement)]
