"""The glossary of a project: its terms, kept, found in units, taken in and given out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.bitext.acts import typed
from workbench.bitext.checks import PairFinding
from workbench.bitext.terms import LONGEST, Glossary, TermHit
from workbench.bitext.terms import Term as TermValue
from workbench.errors import EditConflict, NotFound, WrongUse
from workbench.saying import say
from workbench.services.project_changes import ProjectAct
from workbench.storage.states import level_of
from workbench.storage.tables import Document, Project, Term, Unit
from workbench.text.folding import fold

PAGE_SIZE = 200
_FIELDS = (
    "source", "target", "note", "source_language", "target_language", "source_folded", "target_folded",
)  # fmt: skip
_MOST = 8
_REMEMBERED: dict[tuple[str, int, str, str], tuple[tuple[int, ...], Glossary]] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """Terms in alphabetical order: page `number` of `pages`, out of `total`."""

    terms: list[Term]
    number: int
    pages: int
    total: int


def page_of_terms(session: Session, project: Project, *, words: str = "", number: int = 1) -> Page:
    """The terms of a project, or those that hold some words on either side."""
    statement = _live(project)
    if wanted := fold(words).strip():
        either = Term.source_folded, Term.target_folded
        statement = statement.where(
            either[0].contains(wanted, autoescape=True) | either[1].contains(wanted, autoescape=True)
        )
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(number, 1), pages)
    ordered = statement.order_by(Term.source_folded, Term.id)
    found = session.scalars(ordered.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE))
    return Page(list(found), number, pages, total)


def get_term(session: Session, term_id: int) -> Term:
    """The term of this number, withdrawn or not."""
    term = session.get(Term, term_id)
    if term is None:
        raise NotFound(say("There is no term %(number)s.", number=term_id))
    return term


def languages_of(session: Session, project: Project) -> tuple[str, str]:
    """The languages of a project's glossary: those of its first document, else English and Burmese."""
    statement = select(Document.source_language, Document.target_language).order_by(Document.id)
    row = session.execute(statement.where(Document.project_id == project.id).limit(1)).first()
    return (row[0], row[1]) if row else ("en", "my")


def add_term(
    session: Session, project: Project, source: str, target: str, note: str = "", *, editor: str = ""
) -> Term:
    """A new term of a project; refuses one that is there already."""
    value = _value(source, target, note, languages_of(session, project))
    if _known(session, project) & {_key(value)}:
        raise WrongUse(
            say(
                "“%(term)s” with “%(wanted)s” is in the glossary already.",
                term=value.source,
                wanted=value.target,
            )
        )
    term = Term(project_id=project.id, withdrawn=False, **_columns(value))
    act = ProjectAct(session, project, "add_term", editor)
    act.add(term)
    act.record()
    return term


def edit_term(
    session: Session,
    term_id: int,
    source: str,
    target: str,
    note: str,
    *,
    seen: int | None,
    editor: str = "",
) -> Term:
    """Write a term anew."""
    term = _open(session, term_id, seen)
    value = _value(source, target, note, (term.source_language, term.target_language))
    act = ProjectAct(session, term.project, "edit_term", editor)
    act.touch(term)
    for name, column in _columns(value).items():
        setattr(term, name, column)
    act.record()
    return term


def delete_term(session: Session, term_id: int, *, seen: int | None, editor: str = "") -> Term:
    """Take a term out of the glossary; `restore_term` brings it back."""
    return _withdrawn(session, _open(session, term_id, seen), True, "delete_term", editor)


def restore_term(session: Session, term_id: int, *, editor: str = "") -> Term:
    """Bring a deleted term back."""
    return _withdrawn(session, get_term(session, term_id), False, "restore_term", editor)


def _withdrawn(session: Session, term: Term, withdrawn: bool, kind: str, editor: str) -> Term:
    act = ProjectAct(session, term.project, kind, editor)
    act.touch(term)
    term.withdrawn = withdrawn
    act.record()
    return term


def add_terms(
    session: Session, project: Project, terms: Iterable[TermValue], *, editor: str = ""
) -> int:
    """Keep terms that are not there yet, as one act; how many those were."""
    known = _known(session, project)
    fresh: dict[tuple[str, str], TermValue] = {}
    for each in terms:
        if _key(each) not in known:
            fresh.setdefault(_key(each), each)
    act = ProjectAct(session, project, "add_terms", editor)
    for each in fresh.values():
        act.add(Term(project_id=project.id, withdrawn=False, **_columns(each)))
    act.record()
    return len(fresh)


def values_of(session: Session, project: Project) -> list[TermValue]:
    """The terms of a project as values, by letter."""
    columns = [getattr(Term, name) for name in _FIELDS]
    statement = _live(project).with_only_columns(*columns).order_by(Term.source_folded, Term.id)
    return [TermValue(*row) for row in session.execute(statement)]


def glossary_for(session: Session, project: Project, source: str, target: str) -> Glossary:
    """The terms of a project between two languages, whichever of them came first in the term.

    The last few are remembered, by what any change of a term would change.
    """
    counts = func.count(), func.max(Term.id), func.sum(Term.version)
    stamp = tuple(session.execute(_live(project).with_only_columns(*counts)).one())
    where = str(session.get_bind().engine.url), project.id, source, target
    known = _REMEMBERED.get(where)
    if known is None or known[0] != stamp:
        known = stamp, Glossary(_between(session, project, source, target))
        if len(_REMEMBERED) >= _MOST:
            _REMEMBERED.clear()
        _REMEMBERED[where] = known
    return known[1]


def terms_of(session: Session, unit: Unit) -> list[TermHit]:
    """The terms that stand in a unit, each with whether its counterpart stands there too."""
    return _for_document(session, unit.document).hits(unit.source_text, unit.target_text)


def findings_of(session: Session, units: Sequence[Unit]) -> dict[int, list[PairFinding]]:
    """The findings about terms in units of one document, by unit id: `term` and `term_missing`."""
    if not units:
        return {}
    glossary = _for_document(session, units[0].document)
    return {each.id: glossary.findings(each.source, each.target) for each in units}


def levels_of(session: Session, units: Sequence[Unit]) -> list[int]:
    """How grave it is, unit by unit, that terms are missing in units of one document; 0 where none is.

    A finding that is dismissed does not count.
    """
    known = _for_document(session, units[0].document) if units else None
    if not known:
        return [0] * len(units)
    return [level_of(known.findings(each.source, each.target), each.dismissed) for each in units]


def terms_for_aligning(
    session: Session, project: Project, source: str = "en", target: str = "my"
) -> list[tuple[str, str]]:
    """The project's terms as aligning takes them: the words of one language, and of the other."""
    return [(each.source, each.target) for each in _between(session, project, source, target)]


def _for_document(session: Session, document: Document) -> Glossary:
    return glossary_for(session, document.project, document.source_language, document.target_language)


def _between(session: Session, project: Project, source: str, target: str) -> list[TermValue]:
    asked = _primary(source), _primary(target)
    found = []
    for each in values_of(session, project):
        there = _primary(each.source_language), _primary(each.target_language)
        if there == asked:
            found.append(each)
        elif there == asked[::-1]:
            found.append(each.turned())
    return found


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _live(project: Project) -> Select[Term]:
    return select(Term).where(Term.project_id == project.id, ~Term.withdrawn)


def _columns(value: TermValue) -> dict[str, str]:
    return {name: getattr(value, name) for name in _FIELDS}


def _key(value: TermValue) -> tuple[str, str]:
    return value.source_folded, value.target_folded


def _known(session: Session, project: Project) -> set[tuple[str, str]]:
    columns = Term.source_folded, Term.target_folded
    rows = session.execute(_live(project).with_only_columns(*columns))
    return {(row[0], row[1]) for row in rows}


def _value(source: str, target: str, note: str, languages: tuple[str, str]) -> TermValue:
    value = TermValue(typed(source), typed(target), typed(note), *languages)
    if not all(_key(value)):
        raise WrongUse(say("A term needs words in both languages."))
    if max(len(value.source), len(value.target)) > LONGEST:
        raise WrongUse(say("A term has %(number)s characters at most.", number=LONGEST))
    return value


def _open(session: Session, term_id: int, seen: int | None) -> Term:
    term = get_term(session, term_id)
    if term.withdrawn or term.version != seen:
        raise EditConflict(say("Somebody has changed this term since you opened it. Look at it again."))
    return term
