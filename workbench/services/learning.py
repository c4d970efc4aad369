"""What a project knows: pairs and glossary teach the aligner, exceptions say where not to cut."""

from functools import lru_cache
from typing import TypedDict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.align import Lexicon, learn
from workbench.bitext.units import Status
from workbench.segment import CutException
from workbench.services.exceptions import exceptions_of
from workbench.services.glossary import terms_for_aligning
from workbench.storage.tables import Document, Project, Unit

MOST = 1_000
"""So many of the latest confirmed pairs are learnt from, in under half a second."""
_LONGEST = 2_000


class Aids(TypedDict):
    """What helps aligning, as `build` and `align` take it."""

    terms: list[tuple[str, str]]
    lexicon: Lexicon | None


class Known(Aids):
    """What helps cutting too, as `build` takes it."""

    exceptions: tuple[CutException, ...]


NOTHING: Known = {"terms": [], "lexicon": None, "exceptions": ()}
"""What a project knows that is yet to be made."""


def known(session: Session, project: Project, source: str = "en", target: str = "my") -> Known:
    """All that a project knows between two languages; every document comes in by it."""
    found = aids(session, project, source, target)
    return {**found, "exceptions": exceptions_of(session, project)}


def aids(session: Session, project: Project, source: str = "en", target: str = "my") -> Aids:
    """What a project knows between two languages for aligning."""
    return {
        "terms": terms_for_aligning(session, project, source, target),
        "lexicon": project_lexicon(session, project, source, target),
    }


def project_lexicon(
    session: Session, project: Project, source: str = "en", target: str = "my"
) -> Lexicon | None:
    """The lexicon of the package with the words of the project's confirmed pairs; None without any."""
    pairs = (
        select(Unit.source_text, Unit.target_text)
        .join(Document, Document.id == Unit.document_id)
        .where(Document.project_id == project.id, Unit.status == Status.CONFIRMED, ~Unit.withdrawn)
        .where(Document.source_language == source, Document.target_language == target)
        .where(Unit.source_count > 0, Unit.target_count > 0)
        .where(func.length(Unit.source_text) < _LONGEST, func.length(Unit.target_text) < _LONGEST)
        .order_by(Unit.id.desc())
        .limit(MOST)
    )
    found = tuple((ours, theirs) for ours, theirs in session.execute(pairs))
    return _learnt(found, (source, target)) if found else None


@lru_cache(maxsize=4)
def _learnt(pairs: tuple[tuple[str, str], ...], languages: tuple[str, str]) -> Lexicon | None:
    """What these very pairs teach; the last few answers are remembered, to align again sooner."""
    return learn(pairs, languages)
