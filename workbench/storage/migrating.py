"""Bring a database to the newest tables, by Alembic, from wherever the migrations lie."""

from alembic import command
from alembic.config import Config

from workbench.resources import resource
from workbench.storage.database import Database


def upgrade(database: Database, revision: str = "head") -> None:
    """All migrations up to `revision`, in one transaction; does nothing when they are all there."""
    config = Config()
    config.set_main_option("script_location", str(resource("migrations")).replace("%", "%%"))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
