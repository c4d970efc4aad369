"""The glossary of a project: terms with their counterparts, kept, found in units, taken in and out."""

from collections.abc import Sequence
from typing import BinaryIO

from sqlalchemy.orm import Session

from workbench.storage.tables import Document, Project, Unit


def add_term(session: Session, project: Project, source: str, target: str, note: str = "") -> object:
    """A new term of a project."""
    raise NotImplementedError


def terms_of(session: Session, unit: Unit) -> Sequence[object]:
    """The terms that stand in a unit, each with whether its counterpart stands there too."""
    raise NotImplementedError


def terms_for_aligning(session: Session, document: Document) -> Sequence[tuple[str, str]]:
    """The project's terms as `align` takes them: the source's words, the target's words."""
    raise NotImplementedError


def write(session: Session, project: Project, out: BinaryIO, form: str = "csv") -> int:
    """The glossary as csv, tbx or tab (OmegaT's); returns how many terms."""
    raise NotImplementedError
