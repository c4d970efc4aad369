"""The search on PostgreSQL: a table that follows the units, with GIN indexes over pieces of its texts.

`search_grams` (a function of the database) cuts a text into its pieces of one, two and three characters,
so that the shortest words are found as exactly as others, whatever letters the database's locale knows.
"""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

GRAM = 3
_NEAREST = 500
_PROJECT = "document_id IN (SELECT id FROM document WHERE project_id = :project) AND NOT withdrawn"
_VOTES = text(f"""
    SELECT id, votes FROM (
        SELECT unit_id, count(*) AS votes FROM unnest(CAST(:pieces AS text[])) AS piece
        CROSS JOIN LATERAL (
            SELECT unit_id FROM search_text WHERE sketch @> ARRAY[piece] LIMIT :limit
        ) AS holder GROUP BY unit_id ORDER BY votes DESC LIMIT {_NEAREST}
    ) AS nearest JOIN unit ON id = unit_id WHERE status = 'confirmed' AND {_PROJECT}""")


def find(
    session: Session, project_id: int, words: str, columns: Sequence[str], most: int
) -> Sequence[int]:
    """At most so many units of a project in which folded words stand in one of these columns.

    The pieces are asked for by themselves, so that the index answers; only words of more than one piece
    are then looked for in the texts. The limit stops it early all the same.
    """
    holds = " OR ".join(f"search_grams({each}) @> CAST(:grams AS text[])" for each in columns)
    stands = " OR ".join(f"strpos({each}, :words) > 0" for each in columns)
    condition = f"({holds}) AND ({stands})" if len(words) > GRAM else holds
    statement = text(
        "WITH found AS MATERIALIZED (SELECT unit_id, document_id, withdrawn FROM search_text "
        f"WHERE {condition}) SELECT unit_id FROM found WHERE {_PROJECT} LIMIT :limit"
    )
    values = {"words": words, "grams": _grams(words), "project": project_id, "limit": most}
    return session.scalars(statement, values).all()


def votes(session: Session, project_id: int, sketch: Sequence[str], most: int) -> dict[int, int]:
    """Confirmed units of a project by how many hashes of a sketch they share; so many for each hash."""
    values = {"pieces": list(sketch), "project": project_id, "limit": most}
    return {row.id: row.votes for row in session.execute(_VOTES, values)}


def _grams(words: str) -> list[str]:
    size = min(GRAM, len(words))
    return sorted({words[at : at + size] for at in range(len(words) - size + 1)})
