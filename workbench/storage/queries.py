"""What pages read: a page of units with their numbers, the queues, progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, ColumnExpressionArgument, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.bitext.units import Status
from workbench.errors import NotFound, WrongUse
from workbench.saying import say
from workbench.storage import search
from workbench.storage.tables import Document, Unit
from workbench.text.folding import readings

PAGE_SIZE = 50
GRAVE = 2
"""From this `finding_level` (a warning) on, a unit stands in the queue `findings`."""

_FILTERS: dict[str, tuple[ColumnExpressionArgument[bool], ...]] = {
    "all": (),
    "doubtful": (Unit.status.in_([Status.UNREVIEWED, Status.NEEDS_REVIEW]), Unit.score.is_not(None)),
    "unreviewed": (Unit.status == Status.UNREVIEWED,),
    "unconfirmed": (Unit.status != Status.CONFIRMED,),
    "confirmed": (Unit.status == Status.CONFIRMED,),
    "needs_review": (Unit.status == Status.NEEDS_REVIEW,),
    "rejected": (Unit.status == Status.REJECTED,),
    "not_one_to_one": ((Unit.source_count != 1) | (Unit.target_count != 1),),
    "empty": ((Unit.source_count == 0) | (Unit.target_count == 0),),
    "bookmarked": (Unit.bookmarked,),
    "commented": (Unit.comment_count > 0,),
    "findings": (Unit.finding_level >= GRAVE,),
    "excluded": (Unit.excluded,),
}
_NAMED = 2_000
_AFTER_ALL = "~"
"""It sorts after every rank: ranks are letters and digits."""

QUEUES = tuple(_FILTERS)
"""The queues of a desk, all in reading order but `doubtful`, where the lowest score comes first."""


@dataclass(frozen=True, slots=True)
class NumberedUnit:
    """A unit and its number in the document, counted from 1."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Page:
    """Some units of a queue: page `number` of `pages`, out of `total` units in the queue."""

    units: list[NumberedUnit]
    number: int
    pages: int
    total: int
    queue: str


@dataclass(frozen=True)
class Progress:
    """How many units of a document have which status; all but withdrawn ones are counted."""

    unreviewed: int = 0
    confirmed: int = 0
    needs_review: int = 0
    rejected: int = 0

    @cached_property
    def total(self) -> int:
        """All units."""
        return self.unreviewed + self.confirmed + self.needs_review + self.rejected

    @property
    def percent(self) -> int:
        """The share of confirmed units, rounded down."""
        return 100 * self.confirmed // self.total if self.total else 0


def progress(session: Session, document_id: int) -> Progress:
    """The counts by status, in one query."""
    statement = select(Unit.status, func.count()).where(*_live(document_id)).group_by(Unit.status)
    return Progress(**{status.value: count for status, count in session.execute(statement)})


def counts(session: Session, document_id: int) -> dict[str, int]:
    """How many units each queue has, in one query."""
    columns = [func.count().filter(*_FILTERS[name]).label(name) for name in QUEUES]
    row = session.execute(select(*columns).where(*_live(document_id))).one()
    return dict(zip(QUEUES, row, strict=True))


def page_of_units(
    session: Session,
    document_id: int,
    *,
    number: int = 1,
    queue: str = "all",
    words: str = "",
    size: int = PAGE_SIZE,
) -> Page:
    """One page of a queue, or of those in it where some words stand; beyond the last, the last page."""
    wanted = _queue(session, document_id, queue, words)
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    pages = max(1, -(-total // size))
    number = min(max(number, 1), pages)
    ids = wanted.order_by(*_order(queue)).limit(size).offset((number - 1) * size)
    found = list(session.scalars(ids))
    if queue == "all" and not words:
        numbers = {each: (number - 1) * size + place for place, each in enumerate(found, 1)}
        return Page(_ordered(session, found, numbers), number, pages, total, queue)
    numbers = numbers_of(session, document_id, found)
    return Page(_ordered(session, found, numbers), number, pages, total, queue)


def page_around(
    session: Session,
    document_id: int,
    unit_id: int,
    *,
    queue: str = "all",
    words: str = "",
    size: int = PAGE_SIZE,
) -> Page:
    """The page of a queue on which a unit stands, or would stand if it were in the queue."""
    before = _queue(session, document_id, queue, words).where(
        _stands_before(_unit(session, document_id, unit_id), queue)
    )
    number = (session.scalar(select(func.count()).select_from(before.subquery())) or 0) // size + 1
    return page_of_units(session, document_id, number=number, queue=queue, words=words, size=size)


def next_unit(
    session: Session,
    document_id: int,
    unit_id: int,
    *,
    queue: str = "all",
    words: str = "",
    backwards: bool = False,
) -> int | None:
    """The next unit of a queue after this one in reading order, or the one before; None at the end."""
    here = _unit(session, document_id, unit_id).rank
    wanted = _queue(session, document_id, queue, words).limit(1)
    if backwards:
        return session.scalar(wanted.where(Unit.rank < here).order_by(Unit.rank.desc()))
    return session.scalar(wanted.where(Unit.rank > here).order_by(Unit.rank))


def _unit(session: Session, document_id: int, unit_id: int) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None or unit.document_id != document_id:
        raise NotFound(say("There is no pair %(number)s in this document.", number=unit_id))
    return unit


def in_queue(
    session: Session,
    document_id: int,
    queue: str = "all",
    first: int | None = None,
    last: int | None = None,
) -> list[ColumnExpressionArgument[bool]]:
    """The conditions for the units of a queue, between two numbers of the document when given."""
    conditions = [*_live(document_id), *_filters(queue)]
    if first is not None:
        conditions.append(Unit.rank >= _rank_of(session, document_id, first))
    if last is not None:
        conditions.append(Unit.rank <= _rank_of(session, document_id, last))
    return conditions


def _rank_of(session: Session, document_id: int, number: int) -> str:
    """The rank of the unit of this number; one after all others beyond the last."""
    ranks = select(Unit.rank).where(*_live(document_id)).order_by(Unit.rank)
    return session.scalar(ranks.offset(max(number, 1) - 1).limit(1)) or _AFTER_ALL


def _filters(queue: str) -> tuple[ColumnExpressionArgument[bool], ...]:
    if queue not in _FILTERS:
        raise WrongUse(say("There is no queue %(name)s.", name=repr(queue)))
    return _FILTERS[queue]


def _live(document_id: int) -> tuple[ColumnElement[bool], ...]:
    return Unit.document_id == document_id, ~Unit.withdrawn


def _queue(session: Session, document_id: int, queue: str, words: str = "") -> Select[int]:
    stand = _where_stand(session, document_id, words)
    return select(Unit.id).where(*_live(document_id), *_filters(queue), *stand)


def _where_stand(session: Session, document_id: int, words: str) -> list[ColumnElement[bool]]:
    """The condition for units in which words stand on a side, in any spelling; none for no words.

    The index names the units, unless they are so many that one is soon found without it.
    """
    if not words.strip():
        return []
    project_id = session.scalar(select(Document.project_id).where(Document.id == document_id))
    ids = search.find(session, project_id or 0, readings(words), most=_NAMED)
    if len(ids) <= _NAMED:
        return [Unit.id.in_(ids)]
    sides = Unit.source_folded, Unit.target_folded
    return [or_(*(side.contains(each, autoescape=True) for each in readings(words) for side in sides))]


def _order(queue: str) -> tuple[InstrumentedAttribute[Any], ...]:
    return (Unit.score, Unit.rank) if queue == "doubtful" else (Unit.rank,)


def _stands_before(unit: Unit, queue: str) -> ColumnElement[bool]:
    if queue == "doubtful" and unit.score is not None:
        return (Unit.score < unit.score) | ((Unit.score == unit.score) & (Unit.rank < unit.rank))
    return Unit.rank < unit.rank


def numbers_of(session: Session, document_id: int, ids: list[int]) -> dict[int, int]:
    """The numbers of these units in their document, by id.

    Between each two of them the database counts the units by index, so that all are counted once.
    """
    previous = func.lag(Unit.rank, 1, "").over(order_by=Unit.rank)
    shown = select(Unit.id, Unit.rank, previous.label("previous")).where(Unit.id.in_(ids)).subquery()
    between = (
        select(func.count())
        .where(*_live(document_id), Unit.rank > shown.c.previous, Unit.rank <= shown.c.rank)
        .scalar_subquery()
    )
    counts = session.execute(select(shown.c.id, between).order_by(shown.c.rank)).all()
    return dict(zip((each[0] for each in counts), accumulate(each[1] for each in counts), strict=True))


def with_sources(session: Session, document_id: int, keys: set[str], ids: Sequence[int]) -> list[Unit]:
    """Those of these units that have one of these sources, by their keys."""
    wanted = select(Unit).where(*_live(document_id), Unit.id.in_(ids), Unit.source_key.in_(keys))
    return list(session.scalars(wanted.order_by(Unit.rank)))


def _ordered(session: Session, ids: list[int], numbers: dict[int, int]) -> list[NumberedUnit]:
    units = {unit.id: unit for unit in session.scalars(select(Unit).where(Unit.id.in_(ids)))}
    return [NumberedUnit(numbers[each], units[each]) for each in ids if each in units]
