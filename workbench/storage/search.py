"""Search over the texts of units: an index of three-letter pieces, and sketches to find like texts by.

SQLite keeps both in FTS5 tables that triggers hold in step, PostgreSQL in GIN indexes (pg_trgm). What is
indexed are columns of the unit that `keys` computes. A trigram index knows nothing of fewer than three
characters and silently finds nothing: such words are looked up among the pieces that begin with them
(SQLite; two line ends close each key, so that a piece begins at every character), or by an index of
single letters (PostgreSQL).

A sketch is a handful of hashes of a text's eight-letter pieces, the smallest ones: two texts share about
as many of them as they share pieces (Broder, "On the resemblance and containment of documents", 1997).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, TextClause, bindparam, select, text, update
from sqlalchemy.orm import Session

from workbench.saying import say
from workbench.storage.database import Database
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
_SHORT_PIECES = 64
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
    look = _find_sqlite if session.get_bind().dialect.name == "sqlite" else _find_postgresql
    for each in words:
        found.update(look(session, project_id, each, columns, most + 1))
    return sorted(found)[: most + 1]


def alike(session: Session, project_id: int, unit: Unit) -> list[int]:
    """Confirmed units of a project that may have a source like this unit's, the likest first."""
    pieces, values = unit.sketch.split(), {"project": project_id, "limit": _CANDIDATES}
    votes: Counter[int] = Counter()
    if session.get_bind().dialect.name == "sqlite":
        for each in pieces:
            votes.update(session.scalars(_HOLDS_SQLITE, {"piece": each, **values}))
    else:
        votes.update(session.scalars(_HOLD_POSTGRESQL, {"pieces": pieces, **values}))
    del votes[unit.id]
    return [each for each, _count in votes.most_common(_LIKEST)]


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


def doubt(database: Database) -> str | None:
    """What stands against searching this database, in a sentence.

    With the letters of C alone, PostgreSQL's trigrams of Burmese are empty: all is found, but slowly.
    """
    if database.engine.dialect.name == "sqlite":
        return None
    with database.reading() as session:
        if session.scalar(text("SELECT cardinality(show_trgm('ကခဂ'))")):
            return None
    return say(
        "This PostgreSQL database knows the letters of English only (lc_ctype C), so searching "
        "Burmese in it is slow. Make one with CREATE DATABASE ... LOCALE 'C.UTF-8' TEMPLATE template0."
    )


_PROJECT = "document_id IN (SELECT id FROM document WHERE project_id = :project) AND NOT withdrawn"
_MATCH = f"""
    SELECT unit.id FROM search_folded AS s JOIN unit ON unit.id = s.rowid
    WHERE s.search_folded MATCH :match AND {_PROJECT} ORDER BY s.rowid LIMIT :limit"""
_HOLDS_SQLITE = text(f"""
    SELECT unit.id FROM
        (SELECT rowid FROM search_sketch WHERE search_sketch MATCH :piece LIMIT :limit) AS s
    JOIN unit ON unit.id = s.rowid WHERE status = 'confirmed' AND {_PROJECT}""")
_HOLD_POSTGRESQL = text(f"""
    SELECT id FROM unnest(CAST(:pieces AS text[])) AS piece CROSS JOIN LATERAL (
        SELECT id, document_id, withdrawn, status FROM unit
        WHERE string_to_array(sketch, ' ') @> ARRAY[piece] LIMIT :limit
    ) AS holder WHERE status = 'confirmed' AND {_PROJECT}""")
_PIECES = text("SELECT term FROM search_pieces WHERE term >= :first AND term < :last LIMIT :limit")
_LETTERS = "string_to_array(source_folded || target_folded, NULL) @> string_to_array(:words, NULL)"


def _find_sqlite(
    session: Session, project_id: int, words: str, columns: tuple[str, ...], most: int
) -> Sequence[int]:
    values = {"project": project_id, "limit": most}
    pieces = [words] if len(words) > 2 else _pieces(session, words)
    if len(pieces) > _SHORT_PIECES:  # so common that the table shows enough of them soon
        either = " OR ".join(f"instr({column}, :words) > 0" for column in columns)
        statement = text(f"SELECT id FROM unit WHERE ({either}) AND {_PROJECT} LIMIT :limit")
        return session.scalars(statement, {"words": words, **values}).all()
    if not pieces:
        return []
    quoted = " OR ".join('"' + each.replace('"', '""') + '"' for each in pieces)
    match = f"{{{' '.join(columns)}}} : ({quoted})"
    return session.scalars(text(_MATCH), {"match": match, **values}).all()


def _pieces(session: Session, words: str) -> Sequence[str]:
    """The three-letter pieces in the index that begin with one or two characters."""
    values = {"first": words, "last": words + 2 * "\U0010ffff", "limit": _SHORT_PIECES + 1}
    return session.scalars(_PIECES, values).all()


def _find_postgresql(
    session: Session, project_id: int, words: str, columns: tuple[str, ...], most: int
) -> Sequence[int]:
    values = {"words": words, "project": project_id, "limit": most}
    if len(words) < 3:
        either = " OR ".join(f"strpos({column}, :words) > 0" for column in columns)
        return session.scalars(_found(f"{_LETTERS} AND ({either})"), values).all()
    values["words"] = "%" + re.sub(r"([\\%_])", r"\\\1", words) + "%"
    either = " OR ".join(f"{column} LIKE :words" for column in columns)
    return session.scalars(_found(either), values).all()


def _found(condition: str) -> TextClause:
    """The condition by itself comes first, so that nothing but its own index is thought of; the limit
    stops it early all the same."""
    return text(
        f"WITH found AS MATERIALIZED (SELECT id, document_id, withdrawn FROM unit WHERE {condition}) "
        f"SELECT id FROM found WHERE {_PROJECT} LIMIT :limit"
    )
