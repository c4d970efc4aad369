"""What all tests share: the two databases, and laws that know no clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import running_postgres
from workbench.storage import Database, upgrade
from workbench.storage.tables import Base

# Speed belongs in the bench, never in a test; and the same examples for everybody, so that no landing is
# red by chance. `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("laws", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL that runs until the tests end."""
    with running_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> Iterator[Database]:
    """The database of that PostgreSQL with all tables, shared by the tests and emptied for each."""
    database = Database(postgres)
    upgrade(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a SQLite file with all tables."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    database.close()
    return path.read_bytes()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated, empty database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "workbench.db"
        path.write_bytes(request.getfixturevalue("sqlite_template"))
        return f"sqlite:///{path}"
    shared: Database = request.getfixturevalue("migrated_postgres")
    tables = ", ".join(Base.metadata.tables)
    with shared.engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
    return str(request.getfixturevalue("postgres"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, empty database: once SQLite, once PostgreSQL."""
    database = Database(database_url)
    yield database
    database.close()
