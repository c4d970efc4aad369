"""The texts that the sentence rules leave whole in a project's documents."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "cut_exception",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("language", "text", "kind")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_cut_exception_project_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cut_exception"),
        sa.UniqueConstraint(
            "project_id", "language", "text", name="uq_cut_exception_project_id_language_text"
        ),
    )
