"""A project as a corpus one can publish."""

from pathlib import Path

from sqlalchemy.orm import Session

from workbench.bitext.release import Manifest, Plan, Sourced, release
from workbench.bitext.units import Bitext
from workbench.errors import NothingToExport
from workbench.saying import say
from workbench.services.projects import get_project
from workbench.storage.bitexts import load_units
from workbench.storage.tables import Document


def release_project(session: Session, name: str, folder: Path, plan: Plan) -> Manifest:
    """Write a project's documents as a release; refuses as `release` does."""
    documents = get_project(session, name).documents
    if not documents:
        raise NothingToExport(say("There is no document in %(name)s yet.", name=repr(name)))
    return release([_sourced(session, each) for each in documents], folder, plan)


def _sourced(session: Session, document: Document) -> Sourced:
    """A document under an id that stays: its number and what its files hash to."""
    units = tuple(load_units(session, [document.id]))
    languages = document.source_language, document.target_language
    encodings = [original.encoding for original in document.originals]
    bitext = Bitext(
        document.title, *languages, units, document.signature,
        encodings=(encodings[0], encodings[-1]) if encodings else ("", ""),
    )  # fmt: skip
    files = sorted(original.sha256 for original in document.originals)
    identity = f"{document.id}-{files[0][:12]}" if files else str(document.id)
    names = ", ".join(original.filename for original in document.originals if original.filename)
    return Sourced(identity, bitext, names)
