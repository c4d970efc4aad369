"""Bring a database to the newest tables, by Alembic, from wherever the migrations lie."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from workbench.errors import StoreUnavailable
from workbench.resources import resource
from workbench.saying import say
from workbench.storage.database import Database, unavailable


def upgrade(database: Database, revision: str = "head") -> None:
    """All migrations up to `revision`, in one transaction; does nothing when they are all there.

    Refuses with `StoreUnavailable` a database that cannot be written or that a newer workbench made.
    """
    config = Config()
    config.set_main_option("script_location", str(resource("migrations")).replace("%", "%%"))
    try:
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except CommandError as error:
        raise StoreUnavailable(
            say(
                "The database was made by a newer workbench; start that one, or choose another database."
            )
        ) from error
    except DBAPIError as error:
        raise unavailable(error) from error
