"""Change many pairs as one act: look at what would change first, then do exactly that.

A plan says which pairs may be meant and what becomes of one; `preview` shows the changes and gives a
token, and `apply` does them when nothing has changed since.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Literal, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from workbench.bitext import acts
from workbench.bitext.acts import SIDES, Side, side_of, with_side
from workbench.bitext.searching import Finder, Search
from workbench.bitext.units import Status
from workbench.bitext.units import Unit as UnitValue
from workbench.errors import EditConflict, TooLong, WrongUse
from workbench.saying import say
from workbench.segment import CutException, Segment
from workbench.services.changes import Act, lock_document
from workbench.storage import search
from workbench.storage.queries import in_queue, numbers_of
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Document, Unit
from workbench.text import Level, check, primary, unicode_of

MOST = 10_000
"""So many pairs change in one act; more would keep everybody else waiting."""
BATCH = 500
EVERY = 10_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """An act on many pairs: its kind for the history, which pairs may be meant, what becomes of one.

    Pairs that cannot be meant are never loaded: one of the folded `words` must stand in a text, and
    `worth` looks at the two texts alone. `all_alike`: every pair meant changes, so that they are counted
    unseen.
    """

    kind: str
    change: Callable[[UnitValue], UnitValue]
    where: tuple[ColumnElement[bool], ...] = ()
    worth: Callable[[str, str], bool] | None = None
    words: tuple[str, ...] = ()
    all_alike: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The pairs an act is about: those of a queue, between two numbers when they are given."""

    queue: str = "all"
    first: int | None = None
    last: int | None = None


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would become of one pair."""

    number: int
    unit: Unit
    value: UnitValue


@dataclass(frozen=True, slots=True)
class Preview:
    """The first changes, how many there are, and the token that `apply` wants to see."""

    changes: list[Proposed]
    total: int
    token: str


def confirm_above(score: float, *, even_with_findings: bool = False) -> Plan:
    """Confirm every unreviewed pair of at least this score that has no warning."""
    where = [
        Unit.status == Status.UNREVIEWED,
        Unit.score >= score,
        Unit.source_count > 0,
        Unit.target_count > 0,
    ]
    if not even_with_findings:
        where.append(Unit.finding_level < 2)
    return Plan(
        "confirm_many",
        lambda unit: replace(unit, status=Status.CONFIRMED),
        tuple(where),
        all_alike=True,
    )


def convert_zawgyi() -> Plan:
    """Convert what is Zawgyi in every segment; what was confirmed stays so, its words are the same."""
    return Plan("convert_many", _converted, (Unit.finding_level.is_(None) | (Unit.finding_level == 3),))


def mend(code: str | None = None) -> Plan:
    """Put right every finding of one code (as `my-004`), or of all codes, that has a safe mend."""
    wanted = code.removeprefix("my-") if code else None
    return Plan(
        "mend_many",
        lambda unit: _each_segment(unit, SIDES, lambda each: _mended(each, wanted)),
        (Unit.finding_level.is_(None) | (Unit.finding_level > 0),),
    )


def replace_text(search: Search, by: str, side: Side | Literal["both"] = "both") -> Plan:
    """Put other words in the place of those found; a segment that would be emptied stays as it is."""
    finder = Finder(search)
    sides = SIDES if side == "both" else (side,)

    def change(unit: UnitValue) -> UnitValue:
        changed = _each_segment(unit, sides, lambda each: acts.typed(finder.replaced(each.text, by)))
        confirmed = changed != unit and unit.status is Status.CONFIRMED
        return replace(changed, status=Status.UNREVIEWED) if confirmed else changed

    def worth(source: str, target: str) -> bool:
        texts = {"source": source, "target": target}
        return any(finder.spans(texts[each]) for each in sides)

    return Plan("replace", change, worth=worth, words=finder.words)


def recut(exceptions: Sequence[CutException]) -> Plan:
    """Cut every unreviewed pair anew, by the rules and a project's exceptions."""

    def change(unit: UnitValue) -> UnitValue:
        return acts.recut(acts.recut(unit, "source", exceptions), "target", exceptions)

    return Plan("recut_many", change, (Unit.status == Status.UNREVIEWED,))


def preview(
    session: Session, document_id: int, plan: Plan, scope: Scope = EVERYWHERE, *, size: int = 50
) -> Preview:
    """What a plan would change, for a person to look at."""
    if plan.all_alike:
        versions = _refuse_more(_meant(session, document_id, plan, scope))
        found = [(each, plan.change(value_of(each))) for each in _loaded(session, list(versions)[:size])]
    else:
        found = _changes(session, document_id, plan, scope)
        versions = {unit.id: unit.version for unit, _ in found}
    numbers = numbers_of(session, document_id, [unit.id for unit, _ in found[:size]])
    shown = [Proposed(numbers[unit.id], unit, value) for unit, value in found[:size]]
    return Preview(shown, len(versions), _token(versions))


def apply(
    session: Session,
    document_id: int,
    plan: Plan,
    scope: Scope = EVERYWHERE,
    *,
    seen: str | None,
    editor: str,
) -> Change:
    """Do what was previewed, as one act; refuses when it would be something else by now."""
    document = lock_document(session, document_id)
    found = _changes(session, document_id, plan, scope)
    if not found:
        raise WrongUse(say("There is nothing to change."))
    if _token({unit.id: unit.version for unit, _ in found}) != seen:
        raise EditConflict(
            say("Some of these pairs have been changed since; look at the changes again.")
        )
    act = Act(session, document, plan.kind, editor)
    for unit, value in found:
        act.put(unit, value)
    return act.record()


def _changes(
    session: Session, document_id: int, plan: Plan, scope: Scope
) -> list[tuple[Unit, UnitValue]]:
    found: dict[int, tuple[Unit, UnitValue]] = {}
    for unit in _loaded(session, list(_meant(session, document_id, plan, scope))):
        before = value_of(unit)
        after = plan.change(before)
        if after != before:
            found[unit.id] = unit, after
            _refuse_more(found)
    return list(found.values())


Many = TypeVar("Many", bound=Mapping[int, object])


def _refuse_more(found: Many) -> Many:
    if len(found) > MOST:
        raise TooLong(
            say(
                "More than %(number)s pairs would change; choose a smaller range first.",
                number=f"{MOST:,}",
            )
        )
    return found


def _meant(session: Session, document_id: int, plan: Plan, scope: Scope) -> dict[int, int]:
    """The units that a plan may mean in reading order: their versions by id."""
    wanted = in_queue(session, document_id, scope.queue, scope.first, scope.last)
    columns: list[Any] = [Unit.rank, Unit.id, Unit.version]
    if plan.worth is not None:
        columns += [Unit.source_text, Unit.target_text]
    asked = select(*columns).where(*wanted, *plan.where)
    conditions = _holding(session, document_id, plan)
    rows = sorted(tuple(row) for each in conditions for row in session.execute(asked.where(*each)))
    return {row[1]: row[2] for row in rows if plan.worth is None or plan.worth(*row[3:])}


def _holding(
    session: Session, document_id: int, plan: Plan
) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Conditions that together hold for every unit in which the words of a plan stand.

    Units that are not searchable yet are looked at themselves.
    """
    if not plan.words:
        yield ()
        return
    project_id = session.scalar(select(Document.project_id).where(Document.id == document_id))
    ids = search.find(session, project_id or 0, plan.words, most=EVERY)
    for start in range(0, len(ids), BATCH):
        yield (Unit.id.in_(ids[start : start + BATCH]),)
    yield (Unit.finding_level.is_(None),)


def _loaded(session: Session, ids: Sequence[int]) -> Iterator[Unit]:
    """These units in reading order, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = select(Unit).where(Unit.id.in_(ids[start : start + BATCH])).order_by(Unit.rank)
        yield from session.scalars(batch)


def _token(versions: Mapping[int, int]) -> str:
    """The same for the same pairs at the same versions."""
    return blake2b(repr(list(versions.items())).encode(), digest_size=12).hexdigest()


def _each_segment(
    unit: UnitValue, sides: tuple[Side, ...], change: Callable[[Segment], str]
) -> UnitValue:
    """The unit with the text of each segment changed; a segment that would be emptied stays."""
    for side in sides:
        segments = side_of(unit, side)
        changed = tuple(replace(each, text=change(each) or each.text) for each in segments)
        if changed != segments:
            unit = with_side(replace(unit, reasons=()), side, changed)
    return unit


def _converted(unit: UnitValue) -> UnitValue:
    return _each_segment(unit, SIDES, lambda segment: unicode_of(segment.text))


def _mended(segment: Segment, code: str | None) -> str:
    """The text with the findings of one code, or of all codes, put right from the last to the first."""
    text = segment.text
    if primary(segment.language) != "my":
        return text
    for found in reversed(check(text, segment.language)):
        if found.fix is not None and found.level is not Level.INFO and code in (None, found.code):
            text = text[: found.start] + found.fix + text[found.end :]
    return text
