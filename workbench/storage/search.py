"""Search over the texts of units: an index of three-letter pieces, and sketches to find like texts by.

What is indexed are columns of the unit that `keys` computes. `search_sqlite` keeps them in FTS5 tables,
`search_postgresql` in a table with GIN indexes; triggers hold both in step, and no act can forget them.

A sketch is a handful of hashes of a text's eight-letter pieces, the smallest ones: two texts share about
as many of them as they share pieces (Broder, "On the resemblance and containment of documents", 1997).
"""

from collections import Counter
from collections.abc import Iterable
from types import ModuleType
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from workbench.storage import search_postgresql, search_sqlite
from workbench.storage.tables import Base, Unit
from workbench.text.folding import fold

PREFIX = "search_"
"""Tables and indexes of this name are ours alone; migrations are not compared with the mapped tables."""
MOST = 500
"""Hits looked up at a time."""
LONGEST = 20_000
"""Characters of a text that are searched; a sentence has a hundredth of that."""

_END = "\n\n"
_PIECE, _SKETCH = 8, 16
_CANDIDATES, _LIKEST = 300, 50
_BATCH = 1000
_SIDES = {"source": ("source_folded",), "target": ("target_folded",)}
_BOTH = ("source_folded", "target_folded")


def keys(source_text: str, target_text: str) -> dict[str, str]:
    """The columns by which a unit with these texts is found: by their first `LONGEST` characters."""
    source = fold(source_text[:LONGEST])
    return {
        "source_folded": source + _END,
        "target_folded": fold(target_text[:LONGEST]) + _END,
        "sketch": " ".join(sketch(source)),
    }


def sketch(folded: str) -> list[str]:
    """The sketch of a folded text: sixteen hashes at most, none for no text.

    >>> one, other = sketch("we urge the council to act"), sketch("we urge the council to speak")
    >>> len(set(one) & set(other)) > 8
    True
    """
    padded = f"    {folded.strip()}    " if folded.strip() else ""
    pieces = {padded[at : at + _PIECE] for at in range(len(padded) - _PIECE + 1)}
    hashes = sorted(crc32(each.encode()) * 0x9E3779B1 & 0xFFFFFFFF for each in pieces)
    return [f"{each:x}" for each in hashes[:_SKETCH]]


def find(
    session: Session, project_id: int, words: Iterable[str], where: str = "both", most: int = MOST
) -> list[int]:
    """The units in which any of these folded words stand, by id; at most `most` and one more."""
    found: set[int] = set()
    columns = _SIDES.get(where, _BOTH)
    for each in words:
        found.update(_index(session).find(session, project_id, each, columns, most + 1))
    return sorted(found)[: most + 1]


def alike(session: Session, project_id: int, unit: Unit) -> list[int]:
    """Confirmed units of a project that may have a source like this unit's, the likest first."""
    votes = Counter(_index(session).votes(session, project_id, unit.sketch.split(), _CANDIDATES))
    del votes[unit.id]
    return [each for each, _count in votes.most_common(_LIKEST)]


def _index(session: Session) -> ModuleType:
    return search_sqlite if session.get_bind().dialect.name == "sqlite" else search_postgresql


def include_object(_object: Any, name: str | None, *_more: Any) -> bool:
    """For Alembic: whether this table or index is one of the mapped ones, not of the search."""
    return not (name or "").startswith(PREFIX)


def refresh(connection: Connection) -> None:
    """Compute the keys of all units anew."""
    table = Base.metadata.tables["unit"]
    columns = table.c.id, table.c.source_text, table.c.target_text
    statement = update(table).where(table.c.id == bindparam("unit"))
    last = 0
    while rows := connection.execute(
        select(*columns).where(table.c.id > last).order_by(table.c.id).limit(_BATCH)
    ).all():
        connection.execute(statement, [{"unit": row[0], **keys(row[1], row[2])} for row in rows])
        last = rows[-1][0]
