import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from workbench.config import Settings
from workbench.errors import StoreUnavailable, WrongUse
from workbench.storage import Database, open_database, upgrade
from workbench.storage.tables import Project


def settings(data: Path, url: str | None = None) -> Settings:
    return Settings.from_environment(
        {"WORKBENCH_DATA": str(data)} | ({"WORKBENCH_DATABASE_URL": url} if url else {})
    )


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    database = open_database(settings(tmp_path / "deep" / "data"))
    upgrade(database)
    database.close()
    assert stat.S_IMODE((tmp_path / "deep" / "data").stat().st_mode) == 0o700


def test_a_data_folder_that_is_a_file_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreUnavailable, match="Set WORKBENCH_DATA"):
        open_database(settings(tmp_path / "data"))


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://localhost/x",
        "sqlite:////proc/no/such/folder/x.db",
        "postgresql://nobody@127.0.0.1:1/x?connect_timeout=2",
    ],
)
def test_a_wrong_database_url_is_one_clear_sentence(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refusal:
        open_database(settings(tmp_path, url))
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_no_database_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "workbench.db").write_bytes(b"a letter, not a database" * 100)
    with pytest.raises(StoreUnavailable, match="not a database"):
        open_database(settings(tmp_path))


def test_a_password_in_the_url_is_never_shown(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as refusal:
        open_database(settings(tmp_path, "postgresql://aye:secret@127.0.0.1:1/x"))
    assert "secret" not in str(refusal.value)


def test_a_transaction_is_saved_whole_or_not_at_all(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        session.add(Project(slug="a", name="A"))
        session.flush()
        raise ZeroDivisionError
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Project)) == 0


def test_burmese_names_and_moments_come_back_as_they_went_in(database: Database) -> None:
    with database.transaction() as session:
        project = Project(slug="a", name="မြန်မာ")
        session.add(project)
    with database.reading() as session:
        again = session.get_one(Project, project.id)
        assert (again.name, again.created_at) == (project.name, project.created_at)
        assert again.created_at.tzinfo is not None


def test_no_update_is_lost_when_eight_write_at_once(database: Database) -> None:
    with database.transaction() as session:
        session.add(Project(slug="0", name="counter"))

    def count_up() -> None:
        for _ in range(10):
            with database.transaction() as session:
                project = session.scalars(select(Project).with_for_update()).one()
                project.slug = str(int(project.slug) + 1)

    threads = [threading.Thread(target=count_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with database.reading() as session:
        assert session.scalars(select(Project.slug)).one() == "80"


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    with database.transaction() as writer:
        writer.add(Project(slug="a", name="A"))
        writer.flush()
        with database.reading() as reader:
            assert reader.scalar(select(func.count()).select_from(Project)) == 0


@pytest.mark.parametrize("wanted", [{"slug": "a\x00b"}, {"id": 10**30}])
def test_what_no_database_can_hold_is_one_clear_sentence(database: Database, wanted: dict) -> None:
    ((column, value),) = wanted.items()
    statement = select(Project).where(getattr(Project, column) == value)
    try:
        with database.reading() as session:
            assert session.scalars(statement).all() == []
    except WrongUse as refusal:
        assert "no database can keep" in str(refusal)
