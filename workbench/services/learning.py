"""What a project's confirmed pairs teach the aligner."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.align import Lexicon, learn
from workbench.bitext.units import Status
from workbench.storage.tables import Document, Project, Unit

MOST = 1_000
"""So many of the latest confirmed pairs are learnt from, in under half a second."""
_LONGEST = 2_000


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
