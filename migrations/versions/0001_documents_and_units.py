"""Projects, documents with the bytes they came from, units, and the history of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
RANK = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
STATUSES = ("unreviewed", "confirmed", "needs_review", "rejected")
STATES = ("done", "undone", "dropped")


def upgrade() -> None:
    create_documents()
    create_units()
    create_history()


def create_documents() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
        sa.UniqueConstraint("name", name="uq_project_name"),
        sa.UniqueConstraint("slug", name="uq_project_slug"),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source_language", sa.Text(), nullable=False),
        sa.Column("target_language", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_document_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_project_id", "document", ["project_id"])
    op.create_table(
        "original",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_original_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_original"),
        sa.UniqueConstraint("document_id", "side", name="uq_original_document_id_side"),
    )


def create_units() -> None:
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("rank", RANK, nullable=False),
        sa.Column(
            "status", sa.Enum(*STATUSES, name="status", native_enum=False, length=20), nullable=False
        ),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("target_text", sa.Text(), nullable=False),
        sa.Column("source_count", sa.Integer(), nullable=False),
        sa.Column("target_count", sa.Integer(), nullable=False),
        sa.Column("comments", sa.JSON(), nullable=False),
        sa.Column("comment_count", sa.Integer(), nullable=False),
        sa.Column("props", sa.JSON(), nullable=False),
        sa.Column("dismissed", sa.JSON(), nullable=False),
        sa.Column("finding_level", sa.Integer(), nullable=True),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("crosses_id", sa.Integer(), nullable=True),
        sa.Column("bookmarked", sa.Boolean(), nullable=False),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_unit_document_id"),
        sa.ForeignKeyConstraint(["crosses_id"], ["unit.id"], name="fk_unit_crosses_id"),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint("document_id", "rank", name="uq_unit_document_id_rank"),
        sa.UniqueConstraint("uid", name="uq_unit_uid"),
    )
    live = ["document_id", "withdrawn"]
    marks = ["source_count", "target_count", "bookmarked", "excluded", "comment_count", "finding_level"]
    op.create_index("ix_unit_reading", "unit", [*live, "rank", "status", *marks, "id"])
    op.create_index("ix_unit_doubt", "unit", [*live, "score", "rank", "status", "id"])
    op.create_index("ix_unit_status", "unit", [*live, "status"])
    op.create_index("ix_unit_source_key", "unit", ["document_id", "source_key"])


def create_history() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("editor", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column(
            "state", sa.Enum(*STATES, name="changestate", native_enum=False, length=20), nullable=False
        ),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_change_document_id"),
        sa.ForeignKeyConstraint(["undoes_id"], ["change.id"], name="fk_change_undoes_id"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_document_id_state_id", "change", ["document_id", "state", "id"])
    op.create_index("ix_change_undoes_id", "change", ["undoes_id"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name="fk_revision_change_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_revision_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_change_id", "revision", ["change_id"])
    op.create_index("ix_revision_unit_id", "revision", ["unit_id"])
