"""The order of units: a rank is a text that sorts between its neighbours' ranks."""

from fractional_indexing import generate_key_between, generate_n_keys_between
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.storage.tables import Unit


def next_ranks(last: str | None, count: int) -> list[str]:
    """The ranks of so many units after the last of a new document, or of its first.

    >>> next_ranks(None, 3), next_ranks("a2", 2)
    (['a0', 'a1', 'a2'], ['a3', 'a4'])
    """
    ranks: list[str] = generate_n_keys_between(last, None, n=count)
    return ranks


def rank_after(session: Session, unit: Unit) -> str:
    """A rank between a unit and whatever stands next, withdrawn or not."""
    next_rank = session.scalar(
        select(Unit.rank)
        .where(Unit.document_id == unit.document_id, Unit.rank > unit.rank)
        .order_by(Unit.rank)
        .limit(1)
    )
    rank: str = generate_key_between(unit.rank, next_rank)
    return rank


def rank_before(session: Session, unit: Unit) -> str:
    """A rank between a unit and whatever stands before it, withdrawn or not."""
    before = (Unit.document_id == unit.document_id, Unit.rank < unit.rank)
    rank: str = generate_key_between(
        session.scalar(select(func.max(Unit.rank)).where(*before)), unit.rank
    )
    return rank


def neighbour(session: Session, unit: Unit, direction: str) -> Unit | None:
    """The unit next ("down") or before ("up") that is not withdrawn."""
    live = select(Unit).where(Unit.document_id == unit.document_id, ~Unit.withdrawn).limit(1)
    if direction == "down":
        return session.scalars(live.where(Unit.rank > unit.rank).order_by(Unit.rank)).one_or_none()
    return session.scalars(live.where(Unit.rank < unit.rank).order_by(Unit.rank.desc())).one_or_none()
