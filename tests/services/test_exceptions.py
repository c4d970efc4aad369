"""The exceptions of a project, and that whatever comes into it is cut by them."""

import pytest
from sqlalchemy import select

from workbench.errors import NotFound, WrongUse
from workbench.segment import CutException
from workbench.services import exceptions, staging, staging_work
from workbench.services.intake import Incoming
from workbench.services.projects import find_or_create_project
from workbench.storage import Database
from workbench.storage.tables import Unit


def test_exceptions_are_kept_for_one_project_and_taken_away(database: Database) -> None:
    with database.transaction() as session:
        ours, theirs = (find_or_create_project(session, name) for name in ("Ours", "Theirs"))
        exceptions.add_exception(session, ours, "Off.", "en", "abbreviation")
        name = exceptions.add_exception(session, ours, " သွားမည်။  လာမည် ", "my", "no_break")
    with database.transaction() as session:
        assert exceptions.exceptions_of(session, ours) == (
            CutException("Off."),
            CutException("သွားမည်။ လာမည်", "my", "no_break"),
        )
        assert [each.language for each in exceptions.list_exceptions(session, ours)] == ["en", "my"]
        assert exceptions.count(session, theirs) == 0
        with pytest.raises(NotFound):
            exceptions.remove_exception(session, theirs, name.id)
        assert exceptions.remove_exception(session, ours, name.id) == "သွားမည်။ လာမည်"
        assert exceptions.count(session, ours) == 1
        with pytest.raises(NotFound):
            exceptions.remove_exception(session, ours, name.id)


@pytest.mark.parametrize(
    ("text", "language", "kind", "sentence"),
    [
        ("Off.", "en", "abbreviation", "already"),
        ("Off", "en", "abbreviation", "“Off.”"),
        ("Yahoo!", "en", "no_break", "has none"),
        ("...", "en", "abbreviation", "sign it ends in"),
        (" ", "en", "no_break", "1 to 100"),
        ("a." * 51, "en", "abbreviation", "1 to 100"),
        ("Adm.", "xx", "abbreviation", "language"),
        ("Adm.", "en", "rule", "abbreviation or a name"),
        ("A\x00.", "en", "abbreviation", "control character"),
    ],
)
def test_what_would_change_nothing_is_refused(
    database: Database, text: str, language: str, kind: str, sentence: str
) -> None:
    with database.transaction() as session:
        project = find_or_create_project(session, "Ours")
        exceptions.add_exception(session, project, "Off.", "en", "abbreviation")
        with pytest.raises(WrongUse, match=sentence):
            exceptions.add_exception(session, project, text, language, kind)
        assert exceptions.count(session, project) == 1


def test_a_staged_import_is_cut_by_them(database: Database) -> None:
    files = [
        Incoming("source", "en.txt", b"The Off. Yangon agreed."),
        Incoming("target", "my.txt", "ရန်ကုန်ရုံး သဘောတူသည်။".encode()),
    ]
    with database.transaction() as session:
        project = find_or_create_project(session, "Ours")
        exceptions.add_exception(session, project, "Off.", "en", "abbreviation")
        number = staging.stage(session, project, "Offices", files, "Aye").id
    staging_work.run(database, number)
    with database.transaction() as session:
        staging.start_keeping(session, number)
    staging_work.run(database, number)
    with database.reading() as session:
        (unit,) = session.scalars(select(Unit))
        assert [each.text for each in unit.source] == ["The Off. Yangon agreed."]
