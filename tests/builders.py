"""A segment, a unit, a document in one line each."""

from sqlalchemy.orm import Session

from workbench.bitext.units import Bitext, Unit
from workbench.segment import Segment
from workbench.services.intake import Incoming, add_document
from workbench.services.projects import find_or_create_project
from workbench.storage.tables import Document


def segments(*texts: str, language: str = "en") -> tuple[Segment, ...]:
    return tuple(Segment(text, language=language) for text in texts)


def unit(source: str, target: str, uid: str = "", score: float | None = 0.9) -> Unit:
    """A unit of sides written as segments with a bar between them; an empty side has none."""
    mine, theirs = (tuple(filter(None, side.split("|"))) for side in (source, target))
    return Unit(uid, segments(*mine), segments(*theirs, language="my"), score=score)


def bitext(*units: Unit, title: str = "Statement") -> Bitext:
    return Bitext(title, "en", "my", units, "test 1", encodings=("utf-8", "utf-16"))


def document(
    session: Session, *units: Unit, project: str = "Samples", title: str = "Statement"
) -> Document:
    """A document of these units in a project, with the bytes it came from."""
    originals = [
        Incoming("source", "en.txt", b"English"),
        Incoming("target", "my.txt", "မြန်မာ".encode()),
    ]
    found = find_or_create_project(session, project)
    return add_document(session, found, bitext(*units, title=title), originals, "Aye")
