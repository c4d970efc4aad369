"""The search on SQLite: two FTS5 tables over columns of the unit.

A trigram index knows nothing of fewer than three characters and silently finds nothing: such words are
looked up among the pieces that begin with them (two line ends close each key, so that a piece begins at
every character).
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

_SHORT_PIECES = 64
_PROJECT = "document_id IN (SELECT id FROM document WHERE project_id = :project) AND NOT withdrawn"
_MATCH = text(f"""
    SELECT unit.id FROM search_folded AS s JOIN unit ON unit.id = s.rowid
    WHERE s.search_folded MATCH :match AND {_PROJECT} ORDER BY s.rowid LIMIT :limit""")
_HOLDS = text(f"""
    SELECT unit.id FROM
        (SELECT rowid FROM search_sketch WHERE search_sketch MATCH :piece LIMIT :limit) AS s
    JOIN unit ON unit.id = s.rowid WHERE status = 'confirmed' AND {_PROJECT}""")
_PIECES = text("SELECT term FROM search_pieces WHERE term >= :first AND term < :last LIMIT :limit")


def find(
    session: Session, project_id: int, words: str, columns: Sequence[str], most: int
) -> Sequence[int]:
    """At most so many units of a project in which folded words stand in one of these columns."""
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
    return session.scalars(_MATCH, {"match": match, **values}).all()


def votes(session: Session, project_id: int, sketch: Sequence[str], most: int) -> dict[int, int]:
    """Confirmed units of a project by how many hashes of a sketch they share; so many for each hash."""
    counted: Counter[int] = Counter()
    for each in sketch:
        values = {"piece": each, "project": project_id, "limit": most}
        counted.update(session.scalars(_HOLDS, values))
    return counted


def _pieces(session: Session, words: str) -> Sequence[str]:
    """The three-letter pieces in the index that begin with one or two characters."""
    values = {"first": words, "last": words + 2 * "\U0010ffff", "limit": _SHORT_PIECES + 1}
    return session.scalars(_PIECES, values).all()
