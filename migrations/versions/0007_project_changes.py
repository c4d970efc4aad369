"""What people did to the glossary and the exceptions of a project, so that it can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("cut_exception") as table:
        table.add_column(sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "project_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "editor")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("revisions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_project_change_project_id"),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["project_change.id"], name="fk_project_change_undoes_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_project_change"),
    )
    op.create_index(
        "ix_project_change_project_id_state_id", "project_change", ["project_id", "state", "id"]
    )
