"""An import is one act of any size: taken back and brought again as a whole, and all or nothing."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.builders import unit
from workbench.bitext import rereading, tmx
from workbench.bitext.arriving import Arrival, Arriving, arrive
from workbench.errors import TooLong, WrongUse
from workbench.services import exchange, importing, projects, review, structure, undo
from workbench.services.learning import NOTHING
from workbench.storage import Database
from workbench.storage.bitexts import in_silence
from workbench.storage.tables import Change, Document, Project, Revision, Unit

COUNT = 7


def arrived() -> tuple[Arrival, list[Arriving]]:
    out = io.BytesIO()
    tmx.write((unit(f"Number {n}.", f"အမှတ် {n}။", f"u{n}") for n in range(COUNT)), out)
    files = [Arriving("numbers.tmx", out.getvalue())]
    return arrive(files, title="Numbers"), files


def brought(session: Session, tell: Callable[[int], None] = in_silence) -> Document:
    project = projects.find_or_create_project(session, "Numbers")
    arrival, files = arrived()
    return exchange.bring_in(session, project, arrival, files, "Aye", tell=tell)


def live(session: Session) -> list[tuple[str, str, str]]:
    statement = select(Unit.rank, Unit.source_text, Unit.status).where(~Unit.withdrawn)
    return [
        (rank, text, status.value)
        for rank, text, status in session.execute(statement.order_by(Unit.rank))
    ]


def turn(session: Session, document: Document, way: str) -> None:
    act = undo.undoable(session, document.id) if way == "undo" else undo.redoable(session, document.id)
    assert act is not None
    getattr(undo, way)(session, document.id, seen=act.id, editor="Hla")


def test_all_acts_after_an_import_go_back_and_come_again_in_their_order(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        first = session.scalars(select(Unit).where(Unit.uid == "u1")).one()
        states = [live(session)]
        structure.insert(session, first.id, seen=first.version, editor="Aye")
        states.append(live(session))
        review.confirm(session, first.id, seen=first.version, editor="Aye")
        states.append(live(session))
        for state in [*states[-2::-1], []]:
            turn(session, document, "undo")
            assert live(session) == state
        assert undo.undoable(session, document.id) is None
        for state in states:
            turn(session, document, "redo")
            assert live(session) == state
        kinds = [each.kind for each in undo.imports_of(session, first)]
        assert kinds == ["redo", "undo", "import"]


def test_an_import_keeps_one_change_whatever_its_size(database: Database) -> None:
    with database.transaction() as session:
        brought(session)
        assert session.scalar(select(func.count()).select_from(Change)) == 1
        assert session.scalar(select(func.count()).select_from(Revision)) == 0


class Stopped(Exception):
    """What somebody raises who wants the import no more."""


def stop(_count: int) -> None:
    raise Stopped


def test_an_import_that_is_stopped_leaves_nothing(database: Database) -> None:
    with pytest.raises(Stopped), database.transaction() as session:
        brought(session, stop)
    with database.reading() as session:
        for table in (Project, Document, Unit, Change):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_of_many_units_none_is_held_and_all_come_in(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = arrived()[0].bitext.units
    monkeypatch.setattr(rereading, "MANY", COUNT - 1)
    read_again = arrived()[0].bitext.units
    assert isinstance(read_again, rereading.Reread) and not isinstance(held, rereading.Reread)
    assert list(read_again) == list(held) and len(read_again) == COUNT
    assert read_again[2:5] == held[2:5] and read_again[-1] == held[-1]
    with database.transaction() as session:
        brought(session)
        assert [text for _, text, _ in live(session)] == [each.source_text for each in held]


def test_a_file_that_is_too_large_to_hold_is_read_where_it_lies(
    database: Database, tmp_path: Path
) -> None:
    held = arrived()[1][0]
    place = tmp_path / held.name
    place.write_bytes(held.content)
    files = [Arriving(held.name, b"", place)]
    arrival = arrive(files, title="Numbers")
    assert arrival.bitext == arrived()[0].bitext
    with database.transaction() as session:
        project = projects.find_or_create_project(session, "Numbers")
        document = exchange.bring_in(session, project, arrival, files, "Aye")
        assert document.originals[0].content == held.content
        with pytest.raises(WrongUse, match="came in already"):
            brought(session)


def test_a_text_that_is_too_large_to_hold_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "text.txt"
    place.write_text("A river.", encoding="utf-8")
    with pytest.raises(TooLong, match=r"text\.txt is too large for a text"):
        importing.look([Arriving("text.txt", b"", place)], known=lambda: NOTHING)
