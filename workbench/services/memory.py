"""Translation memory: units like this one, and where words stand in a project."""

from dataclasses import dataclass
from typing import BinaryIO, Literal

from sqlalchemy.orm import Session

from workbench.bitext.acts import Side
from workbench.storage.tables import Project, Unit

Where = Literal["source", "target", "both"]
Piece = tuple[Literal["same", "ins", "del"], str]
"""A stretch of a difference: in both texts, only in the unit's, or only in the match's."""


@dataclass(frozen=True, slots=True)
class Match:
    """A confirmed unit of the project like this one: how alike in per cent, and the differences."""

    unit: Unit
    number: int
    percent: int
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit in which the words stand, with its number in its document and where they stand."""

    unit: Unit
    number: int
    source: tuple[tuple[int, int], ...] = ()
    target: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Concordance:
    """Hits in the order of the documents; `more` is the id to go on after, None at the end."""

    hits: list[Hit]
    total: int
    more: int | None


def matches(session: Session, unit: Unit, *, limit: int = 5) -> list[Match]:
    """The confirmed units of the project whose source is most like this unit's, the likest first."""
    raise NotImplementedError


def concordance(
    session: Session,
    project: Project,
    words: str,
    *,
    where: Where = "both",
    after: int = 0,
    size: int = 50,
) -> Concordance:
    """Where words stand in a project: Zawgyi and Unicode, both scripts' digits and both cases alike."""
    raise NotImplementedError


def write_hits(
    session: Session, project: Project, words: str, out: BinaryIO, *, where: Where = "both"
) -> int:
    """All hits as a table (TSV): document, number, status, source, target; returns how many."""
    raise NotImplementedError


__all__ = ["Concordance", "Hit", "Match", "Side", "concordance", "matches", "write_hits"]
