"""Add a document: its units as they were aligned, and the bytes they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy.orm import Session

from workbench.align.remarks import swapped_sides
from workbench.bitext.acts import SIDES, Side
from workbench.bitext.units import Bitext
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.storage.bitexts import save
from workbench.storage.tables import Change, ChangeState, Document, Original, Project


@dataclass(frozen=True, slots=True)
class Incoming:
    """One side's file as it came in, or a file that holds both sides."""

    side: Side | Literal["both"]
    filename: str
    content: bytes


def add_document(
    session: Session, project: Project, bitext: Bitext, originals: Sequence[Incoming], editor: str
) -> Document:
    """Keep a bitext as a document of a project; who added it stands first in its history."""
    document = save(session, project, bitext)
    encodings: dict[str, str] = dict(zip(SIDES, bitext.encodings, strict=True))
    session.add_all(
        Original(
            document_id=document.id,
            side=each.side,
            filename=each.filename,
            content=each.content,
            encoding=encodings.get(each.side, ""),
            sha256=sha256(each.content).hexdigest(),
        )
        for each in originals
    )
    session.add(Change(document_id=document.id, kind="add", editor=editor, state=ChangeState.DROPPED))
    session.flush()
    return document


def looks_swapped(document: Document) -> bool:
    """Whether a document came in with its two texts in each other's place, as files of their own."""
    return swapped_sides() in document.remarks and len(document.originals) == 2


def turned(document: Document) -> tuple[Incoming, Incoming]:
    """The two files of a document, each in the other's place."""
    files = {each.side: each for each in document.originals}
    if set(files) != set(SIDES):
        raise WrongUse(say("This document did not come in as two files, so there is nothing to swap."))
    source, target = SIDES
    return (
        Incoming(source, files[target].filename, files[target].content),
        Incoming(target, files[source].filename, files[source].content),
    )
