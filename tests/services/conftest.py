"""A desk: one document and short ways to act on it as a person does, each act its own transaction."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import document, unit
from workbench.services import undo
from workbench.storage import Database
from workbench.storage.queries import page_of_units
from workbench.storage.tables import Change, Unit


class Desk:
    """One document and what a person at it sees and does."""

    def __init__(self, database: Database, *pairs: tuple[str, str]) -> None:
        self.database = database
        with database.transaction() as session:
            self.document_id = document(session, *(unit(*pair) for pair in pairs)).id

    def units(self) -> list[Unit]:
        with self.database.reading() as session:
            page = page_of_units(session, self.document_id, size=10_000)
            session.expunge_all()
        return [each.unit for each in page.units]

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs as the builder writes them, segments with a bar between."""
        return [
            ("|".join(each.text for each in one.source), "|".join(each.text for each in one.target))
            for one in self.units()
        ]

    def do(self, act: Callable[..., Change], number: int, *args: Any, editor: str = "Aye") -> Change:
        """Do an act to the pair of this number as it stands now."""
        found = self.units()[number - 1]
        with self.database.transaction() as session:
            return act(session, found.id, *args, seen=found.version, editor=editor)

    def align(self, act: Callable[..., Change], number: int, *args: Any, editor: str = "Aye") -> Change:
        """Do an act that opens the database itself."""
        found = self.units()[number - 1]
        return act(self.database, found.id, *args, seen=found.version, editor=editor)

    def undo(self, editor: str = "Aye") -> Change:
        with self.database.transaction() as session:
            act = undo.undoable(session, self.document_id)
            return undo.undo(session, self.document_id, seen=act and act.id, editor=editor)

    def redo(self, editor: str = "Aye") -> Change:
        with self.database.transaction() as session:
            act = undo.redoable(session, self.document_id)
            return undo.redo(session, self.document_id, seen=act and act.id, editor=editor)


@pytest.fixture
def desk(database: Database) -> Desk:
    """Three pairs; the second has two segments on its source side."""
    return Desk(database, ("a", "က"), ("b1|b2", "ခ"), ("c", "ဂ"))


@pytest.fixture
def new_desk(database: Database) -> Callable[..., Desk]:
    """A desk over pairs of one's own."""
    return lambda *pairs: Desk(database, *pairs)
