"""Translation memory: units like this one, and where words stand in a project."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from rapidfuzz import fuzz, process
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from workbench.bitext.cleaning import clean
from workbench.bitext.tables import guard
from workbench.errors import NothingToExport, WrongUse
from workbench.saying import say
from workbench.storage import search
from workbench.storage.queries import numbers_of
from workbench.storage.tables import Project, Unit
from workbench.text.folding import places, readings
from workbench.text.words import Span

Where = Literal["source", "target", "both"]

ALIKE = 60
"""The per cent from which on a match is shown; below it, rewriting is slower than writing anew."""
LONGEST = 200
"""Characters that may be looked for."""
EVERY = 10_000_000
_BATCH = 500
_COLUMNS = ("document", "pair", "status", "source", "target")


@dataclass(frozen=True, slots=True)
class Match:
    """A confirmed unit like another, its number in its document, and how alike the sources are."""

    unit: Unit
    number: int
    percent: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit in which the words stand, its number in its document, and where they stand in its texts."""

    unit: Unit
    number: int
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of the hits, in the order in which documents were added.

    `total` counts no further than `storage.search.MOST` (then `more_than` is true); `after` is what to
    ask the next page with, None at the end.
    """

    hits: list[Hit]
    total: int
    more_than: bool
    after: int | None


def matches(session: Session, unit: Unit, *, limit: int = 5) -> list[Match]:
    """Other confirmed units of the project by how alike their sources are, the likest first.

    Of units that say the same on both sides, the first only.
    """
    ids = search.alike(session, unit.document.project_id, unit)
    statement = select(Unit.id, Unit.source_folded).where(Unit.id.in_(ids))
    keys = {row.id: row.source_folded for row in session.execute(statement)}
    found = process.extract(
        unit.source_folded, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=len(keys)
    )
    scores = {key: score for _text, score, key in found}
    alike = {each.id: each for each in session.scalars(select(Unit).where(Unit.id.in_(scores)))}
    distinct: dict[tuple[str, str], Unit] = {}
    for key in scores:
        distinct.setdefault((alike[key].source_text, alike[key].target_text), alike[key])
    shown = list(distinct.values())[:limit]
    numbers = _numbers(session, shown)
    return [Match(each, numbers[each.id], _percent(unit, each, scores[each.id])) for each in shown]


def concordance(
    session: Session,
    project: Project,
    words: str,
    *,
    where: Where = "both",
    after: int = 0,
    size: int = 25,
) -> Concordance:
    """Where words stand in a project: Zawgyi and Unicode, both scripts' digits and both cases alike."""
    meant = _meant(words)
    ids = search.find(session, project.id, meant, where)
    rest = [each for each in ids[: search.MOST] if each > after]
    page = rest[:size]
    more = page[-1] if len(rest) > size else None
    hits = list(_hits(session, page, meant, where))
    return Concordance(hits, min(len(ids), search.MOST), len(ids) > search.MOST, more)


def write_hits(
    session: Session, project: Project, words: str, out: BinaryIO, *, where: Where = "both"
) -> int:
    """All hits as a table (TSV for a spreadsheet); how many. Refuses with `NothingToExport`."""
    meant = _meant(words)
    ids = search.find(session, project.id, meant, where, EVERY)
    if not ids:
        raise NothingToExport(
            say("These words stand nowhere in the project, so there is nothing to export.")
        )
    out.write(_rows([_COLUMNS], start="\ufeff"))
    for start in range(0, len(ids), _BATCH):
        hits = _hits(session, ids[start : start + _BATCH], (), where)
        out.write(_rows([_row(each) for each in hits]))
        session.expunge_all()
    return len(ids)


def _meant(words: str) -> tuple[str, ...]:
    if len(words) > LONGEST:
        raise WrongUse(say("Look for %(number)s characters at most.", number=LONGEST))
    return readings(words)


def _hits(session: Session, ids: Sequence[int], meant: Sequence[str], where: Where) -> Iterator[Hit]:
    folded = undefer(Unit.source_folded), undefer(Unit.target_folded)
    found = session.scalars(select(Unit).where(Unit.id.in_(ids)).options(*folded))
    units = {each.id: each for each in found}
    numbers = _numbers(session, list(units.values()))
    for unit in filter(None, map(units.get, ids)):
        source = _places(unit.source_text, unit.source_folded, meant) if where != "target" else ()
        target = _places(unit.target_text, unit.target_folded, meant) if where != "source" else ()
        yield Hit(unit, numbers[unit.id], source, target)


def _places(text: str, folded: str, meant: Sequence[str]) -> tuple[Span, ...]:
    return next((places(text, each) for each in meant if each in folded), ())


def _numbers(session: Session, units: Sequence[Unit]) -> dict[int, int]:
    """The number of each unit in its document."""
    by_document: dict[int, list[int]] = {}
    for unit in units:
        by_document.setdefault(unit.document_id, []).append(unit.id)
    return {
        unit_id: number
        for document_id, ids in by_document.items()
        for unit_id, number in numbers_of(session, document_id, ids).items()
    }


def _percent(asked: Unit, unit: Unit, score: float) -> int:
    """A hundred is kept for what is the same to the letter."""
    return 100 if unit.source_text == asked.source_text else min(99, int(score))


def _row(hit: Hit) -> list[str]:
    unit = hit.unit
    texts = (unit.document.title, str(hit.number), unit.status.value, unit.source_text, unit.target_text)
    return [guard(clean(each)[0]) for each in texts]


def _rows(rows: Sequence[Sequence[str]], start: str = "") -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(rows)
    return (start + buffer.getvalue()).encode()
