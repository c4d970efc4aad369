"""What the search goes by: folded texts, sketches and their indexes; and the glossary's terms."""

import sqlalchemy as sa
from alembic import op

from workbench.storage import search

revision = "0002"
down_revision = "0001"

KEYS = ("source_folded", "target_folded", "sketch")
INDEXES = {"search_folded": ("trigram", "full", KEYS[:2]), "search_sketch": ("ascii", "none", KEYS[2:])}


def upgrade() -> None:
    for name in KEYS:
        op.add_column("unit", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    search.refresh(op.get_bind())
    create_terms()
    if op.get_context().dialect.name == "sqlite":
        for name, (tokenizer, detail, columns) in INDEXES.items():
            create_index_of_sqlite(name, tokenizer, detail, columns)
        op.execute("CREATE VIRTUAL TABLE search_pieces USING fts5vocab(search_folded, 'row')")
    else:
        create_indexes_of_postgresql()


def create_index_of_sqlite(name: str, tokenizer: str, detail: str, columns: tuple[str, ...]) -> None:
    """An FTS5 table over columns of the unit, and the triggers that keep it in step."""
    listed = ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content='unit', content_rowid='id', "
        f"tokenize='{tokenizer}', detail={detail})"
    )
    new, old = (", ".join(f"{row}.{each}" for each in columns) for row in ("new", "old"))
    add = f"INSERT INTO {name}(rowid, {listed}) VALUES (new.id, {new});"
    drop = f"INSERT INTO {name}({name}, rowid, {listed}) VALUES ('delete', old.id, {old});"
    differs = " OR ".join(f"new.{each} IS NOT old.{each}" for each in columns)
    op.execute(f"CREATE TRIGGER {name}_added AFTER INSERT ON unit BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {name}_deleted AFTER DELETE ON unit BEGIN {drop} END")
    op.execute(
        f"CREATE TRIGGER {name}_changed AFTER UPDATE OF {listed} ON unit WHEN {differs} "
        f"BEGIN {drop} {add} END"
    )
    op.execute(f"INSERT INTO {name}({name}) VALUES ('rebuild')")


def create_indexes_of_postgresql() -> None:
    """GIN indexes with few pending entries or none: every search reads through that list."""
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    short, none = "gin_pending_list_limit = 512", "fastupdate = off"
    indexed = {
        "source_folded": ("source_folded gin_trgm_ops", short),
        "target_folded": ("target_folded gin_trgm_ops", short),
        "letters": ("string_to_array(source_folded || target_folded, NULL)", none),
        "sketch": ("string_to_array(sketch, ' ')", none),
    }
    for name, (what, pending) in indexed.items():
        op.execute(f"CREATE INDEX search_{name} ON unit USING gin ({what}) WITH ({pending})")


def create_terms() -> None:
    texts = ("source_language", "target_language", "source", "target")
    keys = ("note", "source_folded", "target_folded")
    op.create_table(
        "term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*texts, *keys)),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_term_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_term"),
    )
    op.create_index("ix_term_project_id", "term", ["project_id"])
