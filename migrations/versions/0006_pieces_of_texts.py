"""On PostgreSQL, search by pieces of texts of our own, whatever letters its locale knows."""

from alembic import op

revision = "0006"
down_revision = "0005"

KEYS = ("source_folded", "target_folded", "sketch")
COLUMNS = "unit_id, document_id, withdrawn, source_folded, target_folded, sketch"
VALUES = "id, document_id, withdrawn, source_folded, target_folded, string_to_array(sketch, ' ')"
GRAMS = """
    CREATE FUNCTION search_grams(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
        SELECT array_agg(gram) FROM (SELECT string_to_array(words, NULL) AS c) AS letters,
            LATERAL unnest(c, c[2:], c[3:]) AS three(x, y, z),
            LATERAL (VALUES (x), (x || y), (x || y || z)) AS pieces(gram)
        WHERE gram IS NOT NULL
    $$"""
FOLLOW = f"""
    CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO search_text ({COLUMNS}) SELECT {VALUES} FROM (SELECT new.*) AS unit
        ON CONFLICT (unit_id) DO UPDATE SET withdrawn = excluded.withdrawn,
            source_folded = excluded.source_folded, target_folded = excluded.target_folded,
            sketch = excluded.sketch;
        RETURN NULL;
    END $$"""


def upgrade() -> None:
    if op.get_context().dialect.name != "postgresql":
        return
    for name in ("source_folded", "target_folded", "letters", "sketch"):
        op.execute(f"DROP INDEX search_{name}")
    create_table()
    create_indexes()
    create_triggers()


def create_table() -> None:
    """A table of its own: whoever confirms a unit then writes none of its pieces anew."""
    op.execute(
        "CREATE TABLE search_text (unit_id integer PRIMARY KEY REFERENCES unit ON DELETE CASCADE, "
        "document_id integer NOT NULL, withdrawn boolean NOT NULL, "
        'source_folded text COLLATE "C" NOT NULL, target_folded text COLLATE "C" NOT NULL, '
        'sketch text[] COLLATE "C" NOT NULL)'
    )
    op.execute(f"INSERT INTO search_text ({COLUMNS}) SELECT {VALUES} FROM unit")


def create_indexes() -> None:
    """GIN indexes with few pending entries, since every search reads through that list.

    Nobody counts how frequent a piece is: it takes long, and the index is always the way.
    """
    op.execute(GRAMS)
    indexed = {
        KEYS[0]: f"search_grams({KEYS[0]})",
        KEYS[1]: f"search_grams({KEYS[1]})",
        KEYS[2]: KEYS[2],
    }
    for name, what in indexed.items():
        pending = "fastupdate = off" if name == "sketch" else "gin_pending_list_limit = 512"
        op.execute(f"CREATE INDEX search_{name} ON search_text USING gin ({what}) WITH ({pending})")
    for name in KEYS[:2]:
        op.execute(f"ALTER INDEX search_{name} ALTER COLUMN 1 SET STATISTICS 0")
    op.execute("ALTER TABLE search_text ALTER COLUMN sketch SET STATISTICS 0")


def create_triggers() -> None:
    op.execute(FOLLOW)
    watched = (*KEYS, "withdrawn")
    differs = " OR ".join(f"new.{each} IS DISTINCT FROM old.{each}" for each in watched)
    for name, when in (("INSERT", ""), (f"UPDATE OF {', '.join(watched)}", f"WHEN ({differs})")):
        op.execute(
            f"CREATE TRIGGER search_{name[:6].lower()} AFTER {name} ON unit FOR EACH ROW {when} "
            "EXECUTE FUNCTION search_follow()"
        )
