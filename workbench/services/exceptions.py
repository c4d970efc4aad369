"""The exceptions of a project: abbreviations and names that the sentence rules leave whole."""

import re

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workbench.bitext.acts import typed
from workbench.errors import NotFound, WrongUse
from workbench.saying import say
from workbench.segment import CutException as Value
from workbench.segment.exceptions import EXCEPTION_KINDS
from workbench.services.project_changes import ProjectAct
from workbench.storage.tables import CutException, Document, Project

LONGEST = 100
"""How many characters an exception may have."""

_SIGNS = ".!?…။၊"
_ENDS = re.compile(rf"\w.*[{_SIGNS}]")
_INSIDE = re.compile(rf"\w.*[{_SIGNS}\s].*\w.*")


def list_exceptions(session: Session, project: Project) -> list[CutException]:
    """The exceptions of a project by language and letter."""
    mine = select(CutException).where(*_of(project))
    return list(session.scalars(mine.order_by(CutException.language, func.lower(CutException.text))))


def count(session: Session, project: Project) -> int:
    """How many exceptions a project has."""
    return session.scalar(select(func.count(CutException.id)).where(*_of(project))) or 0


def exceptions_of(session: Session, project: Project) -> tuple[Value, ...]:
    """The exceptions of a project as `segment` takes them."""
    found = session.scalars(select(CutException).where(*_of(project)))
    return tuple(Value(each.text, each.language, each.kind) for each in found)


def languages_of(session: Session, project: Project) -> list[str]:
    """The languages that an exception may be of: those of the project's documents, English, Burmese."""
    both = Document.source_language, Document.target_language
    rows = session.execute(select(*both).where(Document.project_id == project.id).distinct())
    return list(dict.fromkeys(["en", "my", *sorted({tag for row in rows for tag in row})]))


def add_exception(
    session: Session, project: Project, text: str, language: str, kind: str, *, editor: str = ""
) -> CutException:
    """A new exception; refuses with `WrongUse` one that is there already or would change nothing."""
    text = " ".join(typed(text).split())
    known = next((each for each in EXCEPTION_KINDS if each == kind), None)
    if known is None or language not in languages_of(session, project):
        raise WrongUse(
            say("Choose the language of the exception, and whether it is an abbreviation or a name.")
        )
    _refuse_idle(text, known)
    same = (CutException.project_id == project.id, CutException.language == language)
    found = session.scalars(select(CutException).where(*same, CutException.text == text)).one_or_none()
    if found and not found.withdrawn:
        raise WrongUse(say("“%(text)s” is an exception of this project already.", text=text))
    act = ProjectAct(session, project, "add_exception", editor)
    if found:
        act.touch(found)
        found.kind, found.withdrawn = known, False
    else:
        found = CutException(
            project_id=project.id, language=language, text=text, kind=known, withdrawn=False
        )
        act.add(found)
    act.record()
    return found


def remove_exception(session: Session, project: Project, number: int, *, editor: str = "") -> str:
    """Take an exception away; its text. What is cut already stays as it is."""
    found = session.get(CutException, number)
    if found is None or found.project_id != project.id or found.withdrawn:
        raise NotFound(say("This exception is not in the project any more."))
    act = ProjectAct(session, project, "remove_exception", editor)
    act.touch(found)
    found.withdrawn = True
    act.record()
    return found.text


def _of(project: Project) -> tuple[ColumnElement[bool], ...]:
    return CutException.project_id == project.id, ~CutException.withdrawn


def _refuse_idle(text: str, kind: str) -> None:
    """Refuse a text that, as an exception of this kind, would keep nothing whole."""
    if not text or len(text) > LONGEST:
        raise WrongUse(say("An exception has 1 to %(number)s characters.", number=LONGEST))
    if kind == "abbreviation" and not _ENDS.fullmatch(text):
        raise WrongUse(
            say("Write the abbreviation with the sign it ends in, as in “%(text)s.” here.", text=text)
        )
    if kind == "no_break" and not _INSIDE.fullmatch(text):
        raise WrongUse(
            say("A name can only be cut where it has a space or a stop inside; this one has none.")
        )
