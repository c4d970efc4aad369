"""Search over the texts of units: an index of three-letter pieces, and sketches to find like texts by.

SQLite keeps both in FTS5 tables that triggers hold in step, PostgreSQL in GIN indexes (pg_trgm). What is
indexed are columns of the unit that `keys` computes. A trigram index knows nothing of fewer than three
characters and silently finds nothing: such words are looked up among the pieces that begin with them
(SQLite; two line ends close each key, so that a piece begins at every character), or in the table.

A sketch is a handful of hashes of a text's eight-letter pieces, the smallest ones: two texts share about
as many of them as they share pieces (Broder, "On the resemblance and containment of documents", 1997).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, TextClause, bindparam, select, text, update
from sqlalchemy.orm import Session

from workbench.storage.database import Database
from workbench.storage.tables import Base, Unit
from workbench.text.folding import fold

PREFIX = "search_"
"""Tables and indexes of this name are ours alone; migrations are not compared with the mapped tables."""
MOST = 500
"""Hits looked up at a time."""

_END = "\n\n"
_PIECE, _SKETCH = 8, 16
_CANDIDATES, _LIKEST = 300, 50
_SHORT_PIECES = 64
_BATCH = 1000
_SIDES = {"source": ("source_folded",), "target": ("target_folded",)}
_BOTH = ("source_folded", "target_folded")


def keys(source_text: str, target_text: str) -> dict[str, str]:
    """The columns by which a unit with these texts is found."""
    source = fold(source_text)
    return {
        "source_folded": source + _END,
        "target_folded": fold(target_text) + _END,
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
    look = _HOLDS_SQLITE if session.get_bind().dialect.name == "sqlite" else _HOLDS_POSTGRESQL
    votes: Counter[int] = Counter()
    for each in unit.sketch.split():
        values = {"piece": each, "project": project_id, "limit": _CANDIDATES}
        votes.update(session.scalars(look, values))
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
    return (
        "This PostgreSQL database knows the letters of English only (lc_ctype C), so searching "
        "Burmese in it is slow. Make one with CREATE DATABASE ... LOCALE 'C.UTF-8' TEMPLATE template0."
    )


_LIVE = "u.document_id IN (SELECT id FROM document WHERE project_id = :project) AND NOT u.withdrawn"
_MATCH = f"""
    SELECT u.id FROM search_folded AS s JOIN unit AS u ON u.id = s.rowid
    WHERE s.search_folded MATCH :match AND {_LIVE} ORDER BY s.rowid LIMIT :limit"""
_HOLDS_SQLITE = text(f"""
    SELECT u.id FROM (SELECT rowid FROM search_sketch WHERE search_sketch MATCH :piece LIMIT :limit) AS s
    JOIN unit AS u ON u.id = s.rowid WHERE u.status = 'confirmed' AND {_LIVE}""")
_HOLDS_POSTGRESQL = text(f"""
    SELECT u.id FROM unit AS u WHERE string_to_array(u.sketch, ' ') @> ARRAY[:piece]
    AND u.status = 'confirmed' AND {_LIVE} LIMIT :limit""")
_PIECES = text("SELECT term FROM search_pieces WHERE term >= :first AND term < :last LIMIT :limit")


def _find_sqlite(
    session: Session, project_id: int, words: str, columns: tuple[str, ...], most: int
) -> Sequence[int]:
    pieces = [words] if len(words) > 2 else _pieces(session, words)
    if len(pieces) > _SHORT_PIECES:  # so common that the table shows enough of them soon
        return _scan(session, project_id, words, columns, most, "instr")
    if not pieces:
        return []
    quoted = " OR ".join('"' + each.replace('"', '""') + '"' for each in pieces)
    match = f"{{{' '.join(columns)}}} : ({quoted})"
    return session.scalars(text(_MATCH), {"match": match, "project": project_id, "limit": most}).all()


def _pieces(session: Session, words: str) -> Sequence[str]:
    """The three-letter pieces in the index that begin with one or two characters."""
    values = {"first": words, "last": words + 2 * "\U0010ffff", "limit": _SHORT_PIECES + 1}
    return session.scalars(_PIECES, values).all()


def _find_postgresql(
    session: Session, project_id: int, words: str, columns: tuple[str, ...], most: int
) -> Sequence[int]:
    if len(words) < 3:
        return _scan(session, project_id, words, columns, most, "strpos")
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    either = " OR ".join(f"u.{column} LIKE :like" for column in columns)
    return session.scalars(
        _limited(either), {"like": f"%{escaped}%", "project": project_id, "limit": most}
    ).all()


def _scan(
    session: Session, project_id: int, words: str, columns: tuple[str, ...], most: int, function: str
) -> Sequence[int]:
    either = " OR ".join(f"{function}(u.{column}, :words) > 0" for column in columns)
    return session.scalars(
        _limited(either), {"words": words, "project": project_id, "limit": most}
    ).all()


def _limited(condition: str) -> TextClause:
    """Without an order, so that the database goes by its index or stops at enough, whichever is less."""
    return text(f"SELECT u.id FROM unit AS u WHERE ({condition}) AND {_LIVE} LIMIT :limit")
