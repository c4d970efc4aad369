"""The engine, and `transaction()`: the one place that commits.

SQLite needs three things that SQLAlchemy does not do by itself: BEGIN IMMEDIATE for whoever writes (a
deferred BEGIN loses concurrent updates or fails at once as locked), a busy timeout, and foreign keys.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONEncoder
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from workbench.config import Settings
from workbench.errors import EditConflict, StoreUnavailable, WrongUse
from workbench.saying import say

_ENCODER = JSONEncoder(ensure_ascii=False)
BUSY_SECONDS = 10
"""How long a writer waits for another on SQLite before it gives up."""


class Database:
    """One database, SQLite or PostgreSQL, and the two ways into it: `transaction` and `reading`."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self._writing = sessionmaker(self.engine, expire_on_commit=False)
        self._reading = sessionmaker(self.engine.execution_options(reading=True))

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """All of the block is saved, or none of it; what it gave can still be read afterwards."""
        try:
            with _in_words(), self._writing.begin() as session:
                yield session
        except StaleDataError as error:
            raise EditConflict(
                say("Somebody else has just saved this pair. Nothing was overwritten.")
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that waits for no writer and saves nothing."""
        with _in_words(), self._reading() as session:
            yield session

    def settle(self) -> None:
        """Let the planner know what has come in; worth its while after a long document.

        PostgreSQL answers a desk from its indexes alone only after a vacuum, which it would do by itself
        a minute later.
        """
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            word = (
                "VACUUM (ANALYZE) unit, search_text"
                if self.engine.dialect.name == "postgresql"
                else "PRAGMA optimize"
            )
            connection.exec_driver_sql(word)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_database(settings: Settings) -> Database:
    """The database of these settings, its folder made for its owner only; refuses with a sentence."""
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        sentence = say(
            "The data folder %(folder)s cannot be used: %(error)s. Set WORKBENCH_DATA to a folder you "
            "may write.",
            folder=settings.data,
            error=error.strerror,
        )
        raise StoreUnavailable(sentence) from error
    database = Database(settings.database_url)
    try:
        with database.engine.connect():
            return database
    except DBAPIError as error:
        raise unavailable(error) from error


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        options: dict[str, Any] = {"json_serializer": _ENCODER.encode}
        if parsed.get_backend_name() == "sqlite":
            options["connect_args"] = {"timeout": BUSY_SECONDS}
        engine = create_engine(parsed, **options)
    except (ArgumentError, ImportError) as error:
        raise StoreUnavailable(
            say("WORKBENCH_DATABASE_URL is not usable: %(error)s.", error=error)
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name != "postgresql":
        raise StoreUnavailable(
            say("WORKBENCH_DATABASE_URL must name a sqlite or a postgresql database.")
        )
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Leave BEGIN to us, keep readers and writers apart (WAL), hold foreign keys, and lose no commit.

    FULL costs a few milliseconds an act; NORMAL would lose the last acts when the power fails.
    """
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def _in_words() -> Iterator[None]:
    """What a database refuses, as a sentence: what it cannot hold, or that it cannot be reached."""
    try:
        yield
    except (DataError, OverflowError) as error:
        raise WrongUse(say("This holds a number or a character that no database can keep.")) from error
    except OperationalError as error:
        raise unavailable(error) from error


def unavailable(error: DBAPIError) -> StoreUnavailable:
    """What the database said, as one sentence; never its address, which may hold a password."""
    first_line = str(error.orig).strip().splitlines()[0]
    return StoreUnavailable(
        say("The database cannot be opened or written: %(error)s.", error=first_line)
    )
