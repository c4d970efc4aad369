"""The migrations give exactly the tables of `storage/tables.py`."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from workbench.errors import StoreUnavailable
from workbench.resources import resource
from workbench.services import memory, projects
from workbench.storage import Database, upgrade
from workbench.storage.bitexts import load_units
from workbench.storage.search import include_object
from workbench.storage.tables import Base


def test_the_migrations_give_exactly_the_mapped_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": include_object})
        assert compare_metadata(context, Base.metadata) == []


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    upgrade(database)
    upgrade(database)


def test_a_database_of_a_newer_workbench_is_left_alone_with_a_sentence(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreUnavailable, match="newer workbench"):
        upgrade(database)
    with database.engine.begin() as connection:
        script = ScriptDirectory(str(resource("migrations")))
        connection.exec_driver_sql(
            f"UPDATE alembic_version SET version_num = '{script.get_current_head()}'"
        )


def test_the_first_tables_with_units_in_them_become_the_newest(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/old.db")
    upgrade(database, "0001")
    columns = {
        "uid": "u", "document_id": 1, "rank": "a0", "status": "confirmed", "source_text": "A river.",
        "target_text": "မြစ်။", "source": '[{"text": "A river."}]', "target": '[{"text": "မြစ်။"}]',
        "source_count": 1, "target_count": 1, "comment_count": 0, "source_key": "", "version": 1,
        **dict.fromkeys(("reasons", "comments", "props", "dismissed"), "[]"),
        **dict.fromkeys(("bookmarked", "excluded", "withdrawn"), 0),
    }  # fmt: skip
    old = (
        "INSERT INTO project VALUES (1, 'p', 'P', '2026-01-01')",
        "INSERT INTO document VALUES (1, 1, 'T', 'en', 'my', '', '[]', '2026-01-01')",
        f"INSERT INTO unit ({', '.join(columns)}) VALUES ({', '.join(map(repr, columns.values()))})",
    )
    with database.engine.begin() as connection:
        for statement in old:
            connection.exec_driver_sql(statement)
    upgrade(database)
    with database.reading() as session:
        (unit,) = load_units(session, [1])
        project = projects.get_project(session, "p")
        assert (unit.source_text, memory.concordance(session, project, "river").total) == ("A river.", 1)
    database.close()
