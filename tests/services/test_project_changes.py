"""What people do to terms and exceptions is recorded, undone and done again."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from workbench.bitext.terms import Term as TermValue
from workbench.errors import EditConflict, WrongUse
from workbench.services import exceptions, glossary, project_changes
from workbench.services.projects import find_or_create_project
from workbench.storage import Database
from workbench.storage.tables import Project


class Knowledge:
    """A project, and what it knows as one value."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.project: Project = find_or_create_project(session, "Ours")

    def all(self) -> tuple[list[str], list[str]]:
        terms = glossary.values_of(self.session, self.project)
        kept = exceptions.exceptions_of(self.session, self.project)
        return [f"{each.source}={each.target}" for each in terms], [each.text for each in kept]

    def turn(self, way: str) -> None:
        found = getattr(project_changes, f"{way}able")(self.session, self.project)
        getattr(project_changes, way)(self.session, self.project, seen=found and found.id, editor="Aye")


def add(know: Knowledge) -> None:
    glossary.add_term(know.session, know.project, "peace", "ငြိမ်း", editor="Aye")


def change(know: Knowledge) -> None:
    add(know)
    (term,) = glossary.page_of_terms(know.session, know.project).terms
    glossary.edit_term(
        know.session, term.id, "peace", "ငြိမ်းချမ်းရေး", "noun", seen=term.version, editor="Aye"
    )


def delete(know: Knowledge) -> None:
    change(know)
    (term,) = glossary.page_of_terms(know.session, know.project).terms
    glossary.delete_term(know.session, term.id, seen=term.version, editor="Aye")


def bring_in(know: Knowledge) -> None:
    values = [TermValue("river", "မြစ်"), TermValue("rain", "မိုး")]
    assert glossary.add_terms(know.session, know.project, values, editor="Aye") == 2


def except_(know: Knowledge) -> None:
    exceptions.add_exception(know.session, know.project, "Off.", "en", "abbreviation", editor="Aye")


def except_again(know: Knowledge) -> None:
    for _ in range(2):
        except_(know)
        (found,) = exceptions.list_exceptions(know.session, know.project)
        exceptions.remove_exception(know.session, know.project, found.id, editor="Aye")
    except_(know)


ACTS = [add, change, delete, bring_in, except_, except_again]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_undone_step_by_step_and_done_again(
    database: Database, act: Callable[[Knowledge], None]
) -> None:
    with database.transaction() as session:
        know = Knowledge(session)
        act(know)
        states = [know.all()]
        while project_changes.undoable(session, know.project):
            know.turn("undo")
            states.append(know.all())
        assert states[-1] == ([], [])
        for state in reversed(states[:-1]):
            know.turn("redo")
            assert know.all() == state
        assert project_changes.redoable(session, know.project) is None


def test_a_new_act_closes_the_way_forward(database: Database) -> None:
    with database.transaction() as session:
        know = Knowledge(session)
        add(know)
        know.turn("undo")
        except_(know)
        with pytest.raises(WrongUse, match="nothing to undo"):
            know.turn("redo")


def test_nobody_undoes_what_he_has_not_seen(database: Database) -> None:
    with database.transaction() as session:
        know = Knowledge(session)
        add(know)
        seen = project_changes.undoable(session, know.project)
        except_(know)
        with pytest.raises(EditConflict, match="Something else"):
            project_changes.undo(session, know.project, seen=seen and seen.id, editor="Aye")
        assert know.all() == (["peace=ငြိမ်း"], ["Off."])


def test_a_term_saved_as_it_was_leaves_nothing_to_undo(database: Database) -> None:
    with database.transaction() as session:
        know = Knowledge(session)
        add(know)
        (term,) = glossary.page_of_terms(session, know.project).terms
        first = project_changes.undoable(session, know.project)
        glossary.edit_term(session, term.id, "peace", "ငြိမ်း", "", seen=term.version, editor="Aye")
        assert project_changes.undoable(session, know.project) == first
