"""An import is one act whatever its size: its change names its last unit."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("change", sa.Column("upto", sa.Integer(), nullable=True))
