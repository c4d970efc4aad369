"""Bitexts to rows, and back: many units at once, in constant memory on the way out."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any
from uuid import uuid4

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session, aliased

from workbench.bitext.acts import Side, typed
from workbench.bitext.units import Bitext, Status, make_unit
from workbench.bitext.units import Unit as UnitValue
from workbench.storage.columns import Comment
from workbench.storage.ranks import next_ranks
from workbench.storage.search import keys
from workbench.storage.states import LEVELS, source_key
from workbench.storage.tables import Document, Project, Unit
from workbench.text import Level

BATCH = 1000
"""Rows fetched or written at a time."""
LONG = 5000
"""A document of more units is made searchable after it is saved (`services.checking.check_new`), so that
nobody else waits for it."""
LONGEST_TITLE = 200


def in_silence(_count: int) -> None:
    """For whoever need not be told how many units are written."""


def save(
    session: Session, project: Project, bitext: Bitext, tell: Callable[[int], None] = in_silence
) -> Document:
    """A bitext as a new document of a project; a tuid that is taken already gets a fresh one.

    `tell` hears after each batch how many units are written.
    """
    document = Document(
        project_id=project.id,
        title=typed(bitext.title)[:LONGEST_TITLE].strip() or "Untitled",
        source_language=bitext.source_language,
        target_language=bitext.target_language,
        signature=bitext.signature,
        remarks=list(bitext.remarks),
    )
    session.add(document)
    session.flush()
    units, rank, count = iter(bitext.units), None, 0
    searchable = len(bitext.units) <= LONG
    while several := list(islice(units, BATCH)):
        taken = _taken(session, [each.uid for each in several])
        ranks = next_ranks(rank, len(several))
        rows = [
            _row(document.id, rank, unit, taken, searchable)
            for rank, unit in zip(ranks, several, strict=True)
        ]
        session.execute(insert(Unit), rows)
        rank, count = ranks[-1], count + len(several)
        tell(count)
    return document


def _taken(session: Session, uids: list[str]) -> set[str]:
    """The tuids that units have already, and those that come twice or are empty."""
    twice = (
        {uid for uid in uids if not uid or uids.count(uid) > 1} if len(set(uids)) < len(uids) else {""}
    )
    return twice | set(session.scalars(select(Unit.uid).where(Unit.uid.in_(uids))))


def _row(
    document_id: int, rank: str, unit: UnitValue, taken: set[str], searchable: bool
) -> dict[str, Any]:
    found_by = keys(unit.source_text, unit.target_text) if searchable else {}
    return {
        "uid": str(uuid4()) if unit.uid in taken else unit.uid,
        "document_id": document_id,
        "rank": rank,
        "status": unit.status,
        "score": unit.score,
        "reasons": unit.reasons,
        "source": unit.source,
        "target": unit.target,
        "source_text": unit.source_text,
        "target_text": unit.target_text,
        "source_count": len(unit.source),
        "target_count": len(unit.target),
        "comments": tuple(Comment(note) for note in unit.notes),
        "comment_count": len(unit.notes),
        "props": [list(each) for each in unit.props],
        "source_key": source_key(unit.source_text),
        **found_by,
        "version": 1,
    }


_COLUMNS = (
    Unit.uid, Unit.source, Unit.target, Unit.score, Unit.reasons, Unit.status, Unit.comments, Unit.props,
)  # fmt: skip
_Partner = aliased(Unit)
"""The unit whose target belongs to this one's source, out of order."""


def load_units(
    session: Session,
    document_ids: Sequence[int],
    status: Status | None = None,
    *,
    empty: bool = False,
    clean: Level | None = None,
) -> Iterator[UnitValue]:
    """The units of documents in reading order, of one status or of all, as the database gives them.

    Left out: withdrawn and excluded units, (unless `empty`) those that are empty on a side, and those
    that are not known to have no finding as grave as `clean`; a crossing is joined.
    """
    statement = (
        select(*_COLUMNS, _Partner.target.label("crossed"))
        .outerjoin(_Partner, _Partner.id == Unit.crosses_id)
        .where(Unit.document_id.in_(document_ids), ~Unit.withdrawn, ~Unit.excluded)
        .order_by(Unit.document_id, Unit.rank)
        .execution_options(yield_per=BATCH)
    )
    if not empty:
        both = Unit.source_count > 0, (Unit.target_count > 0) | (_Partner.target_count > 0)
        statement = statement.where(*both)
    if status is not None:
        statement = statement.where(Unit.status == status)
    if clean is not None:
        statement = statement.where(Unit.finding_level < LEVELS[clean])
    for row in session.execute(statement):
        uid, source, target, score, reasons, status, comments, props, crossed = row
        notes = tuple(each.text for each in comments)
        brought = tuple((name, value) for name, value in props)
        yield make_unit(uid, source, target or crossed or (), score, reasons, status, notes, brought)


def count_units(session: Session, document_ids: Sequence[int]) -> tuple[int, int]:
    """How many units documents have that may go out at all, and how many of them have an empty side."""
    empty = (Unit.source_count == 0) | (Unit.target_count == 0)
    columns = func.count(), func.count().filter(empty, Unit.crosses_id.is_(None))
    statement = select(*columns).where(
        Unit.document_id.in_(document_ids), ~Unit.withdrawn, ~Unit.excluded
    )
    total, one_sided = session.execute(statement).one()
    return total, one_sided


def ambiguous_sources(
    session: Session, document_ids: Sequence[int], side: Side = "source"
) -> frozenset[str]:
    """The texts of a side that stand more than once in these documents, with different ones across."""
    texts = Unit.source_text, Unit.target_text
    text, across = texts if side == "source" else texts[::-1]
    statement = (
        select(text)
        .where(Unit.document_id.in_(document_ids), ~Unit.withdrawn, ~Unit.excluded)
        .where(Unit.source_count > 0, Unit.target_count > 0)
        .group_by(text)
        .having(func.count(across.distinct()) > 1)
    )
    return frozenset(session.scalars(statement))
