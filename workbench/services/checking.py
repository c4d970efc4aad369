"""Findings of pairs: what checking brings up now, and what somebody has looked at and let stand."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from workbench.bitext.acts import SIDES, written
from workbench.bitext.checks import PairFinding, check_unit
from workbench.bitext.units import join
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services import glossary
from workbench.services.changes import Act, open_unit
from workbench.storage import Database
from workbench.storage.columns import Dismissal
from workbench.storage.search import find, keys
from workbench.storage.states import languages_of, level_of, sides_in, source_key, value_of
from workbench.storage.tables import Base, Change, ProjectChange, Unit, now
from workbench.text import Level

EVERY = 10_000_000
BATCH = 500
"""Units checked in one transaction, so that nobody waits long for another's checking."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the desk shows it: with who dismissed it and why, or None."""

    finding: PairFinding
    dismissal: Dismissal | None = None


def findings_of(session: Session, units: Sequence[Unit]) -> dict[int, list[Shown]]:
    """The findings of some units of one document by unit id, the gravest first, dismissed ones last."""
    others, terms = _other_targets(session, units), glossary.findings_of(session, units)
    return {unit.id: _shown(unit, others.get(unit.source_key, 0), terms[unit.id]) for unit in units}


def dismiss(
    session: Session, unit_id: int, key: str, reason: str, *, seen: int | None, editor: str
) -> Change:
    """Let a finding stand, with a reason that stays with the pair."""
    unit = open_unit(session, unit_id, seen, wanted=reason)
    if key not in {each.finding.key for each in findings_of(session, [unit])[unit.id]}:
        raise WrongUse(say("This finding is not there any more."))
    kept = tuple(each for each in unit.dismissed if each.key != key)
    dismissal = Dismissal(key, written(reason), editor, now().isoformat())
    return _dismissed(session, unit, (*kept, dismissal), "dismiss", editor)


def bring_back(session: Session, unit_id: int, key: str, *, seen: int | None, editor: str) -> Change:
    """Show a dismissed finding again."""
    unit = open_unit(session, unit_id, seen)
    kept = tuple(each for each in unit.dismissed if each.key != key)
    return _dismissed(session, unit, kept, "bring_back", editor)


def sources_touched(changes: Iterable[Change]) -> set[str]:
    """The keys of all sources that these changes found or left: pairs with one may have others now."""
    revisions = [each for change in changes for each in change.revisions]
    states = [state for each in revisions for state in (each.before, each.after) if state]
    return {source_key(join(sides_in(state)[0])) for state in states}


def check_new(database: Database, document_id: int | None = None) -> int:
    """Check the units of a document that were never checked, and make those of a long one searchable.

    Without a document: of all documents, for whatever an interrupted import has left behind.

    A batch at a time, each computed before it is written, so that others can go on meanwhile. Returns
    how many there were.
    """
    with database.reading() as session:
        waiting = select(Unit.id).where(Unit.finding_level.is_(None)).order_by(Unit.id)
        if document_id is not None:
            waiting = waiting.where(Unit.document_id == document_id)
        some = waiting.execution_options(yield_per=BATCH)
        ids = array("q", session.scalars(some))  # of a million, 8 MB
    _check(database, ids)
    return len(ids)


def check_terms(database: Database, project_id: int) -> int:
    """Check the units again in which a term stands that was changed last; how many there are."""
    newest = select(ProjectChange).where(ProjectChange.project_id == project_id)
    with database.reading() as session:
        change = session.scalars(newest.order_by(ProjectChange.id.desc()).limit(1)).one_or_none()
        rows = [each for each in change.revisions if each[0] == "term"] if change else []
        states = [state for _, _, *both in rows for state in both if state]
        words = {each[f"{side}_folded"] for each in states for side in SIDES}
        ids = find(session, project_id, words, most=EVERY)
    _check(database, ids)
    return len(ids)


def _check(database: Database, ids: Sequence[int]) -> None:
    """Write what follows from units' texts, a batch at a time; not where somebody was faster."""
    table = Base.metadata.tables["unit"]
    same = (table.c.id == bindparam("unit"), table.c.version == bindparam("seen"))
    for start in range(0, len(ids), BATCH):
        with database.reading() as session:
            batch = select(Unit).where(Unit.id.in_(list(ids[start : start + BATCH])))
            units = sorted(session.scalars(batch), key=lambda each: each.document_id)
            found = [_followed(*each) for each in zip(units, _term_levels(session, units), strict=True)]
        with database.transaction() as session:
            session.connection().execute(update(table).where(*same), found)


def _term_levels(session: Session, units: Sequence[Unit]) -> list[int]:
    documents = groupby(units, key=lambda each: each.document_id)
    return [level for _, some in documents for level in glossary.levels_of(session, list(some))]


def _followed(unit: Unit, level: int) -> dict[str, Any]:
    """The columns that follow from a unit's texts and its project, and take long to compute."""
    findings = check_unit(value_of(unit), languages_of(unit))
    return {
        "unit": unit.id,
        "seen": unit.version,
        "finding_level": max(level, level_of(findings, unit.dismissed)),
        **keys(unit.source_text, unit.target_text),
    }


def _dismissed(
    session: Session, unit: Unit, dismissed: tuple[Dismissal, ...], kind: str, editor: str
) -> Change:
    act = Act(session, unit.document, kind, editor)
    act.touch(unit).dismissed = dismissed
    act.put(unit, value_of(unit))
    return act.record()


def _shown(unit: Unit, others: int, terms: Sequence[PairFinding]) -> list[Shown]:
    found = [*check_unit(value_of(unit), languages_of(unit)), *terms]
    if others > 1:
        message = say(
            "The same source has %(number)s different targets in this document.", number=others
        )
        found.append(PairFinding("inconsistent", Level.WARNING, message))
    reasons = {each.key: each for each in unit.dismissed}
    return sorted(
        (Shown(each, reasons.get(each.key)) for each in found), key=lambda each: bool(each.dismissal)
    )


def _other_targets(session: Session, units: Sequence[Unit]) -> dict[str, int]:
    """How many different targets each source of these units has in their document."""
    keys = {each.source_key for each in units if each.source_text}
    statement = (  # `is not true`: SQLite then goes by the sources, not by what is withdrawn
        select(Unit.source_key, func.count(Unit.target_text.distinct()))
        .where(Unit.document_id.in_({each.document_id for each in units}), Unit.withdrawn.is_not(True))
        .where(Unit.source_key.in_(keys), Unit.target_count > 0)
        .group_by(Unit.source_key)
    )
    return {key: int(count) for key, count in session.execute(statement)}
