"""What a project's confirmed pairs and its glossary teach the aligner."""

from typing import TypedDict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.align import Lexicon, learn
from workbench.bitext.units import Status
from workbench.services.glossary import terms_for_aligning
from workbench.storage.tables import Document, Project, Unit

MOST = 1_000
"""So many of the latest confirmed pairs are learnt from, in under half a second."""
_LONGEST = 2_000


class Aids(TypedDict):
    """What helps aligning, as `build` and `align` take it."""

    terms: list[tuple[str, str]]
    lexicon: Lexicon | None


NO_AIDS: Aids = {"terms": [], "lexicon": None}
"""What a project teaches that is yet to be made."""


def aids(session: Session, project: Project, source: str = "en", target: str = "my") -> Aids:
    """What a project knows between two languages; every way in aligns with it."""
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
    found = [(ours, theirs) for ours, theirs in session.execute(pairs)]
    return learn(found, (source, target)) if found else None
