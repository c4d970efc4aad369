"""What all tests share: the two databases."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from tests.postgres import running_postgres
from workbench.storage import Database, upgrade


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL that runs until the tests end."""
    with running_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """The name of a migrated database that others are copied from, which takes milliseconds."""
    name = "migrated"
    _create_postgres(postgres, name)
    database = Database(postgres.removesuffix("/postgres") + f"/{name}")
    upgrade(database)
    database.close()
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    database.close()
    return path.read_bytes()


def _create_postgres(url: str, name: str, template: str = "template0") -> None:
    engine = create_engine(
        url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated, empty database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "workbench.db"
        path.write_bytes(request.getfixturevalue("sqlite_template"))
        return f"sqlite:///{path}"
    server: str = request.getfixturevalue("postgres")
    name = f"test_{uuid4().hex}"
    _create_postgres(server, name, request.getfixturevalue("postgres_template"))
    return server.removesuffix("/postgres") + f"/{name}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, empty database: once SQLite, once PostgreSQL."""
    database = Database(database_url)
    yield database
    database.close()
