"""The migrations give exactly the tables of `storage/tables.py`."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from workbench.storage import Database, upgrade
from workbench.storage.search import include_object
from workbench.storage.tables import Base


def test_the_migrations_give_exactly_the_mapped_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": include_object})
        assert compare_metadata(context, Base.metadata) == []


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    upgrade(database)
    upgrade(database)
