import pytest

from tests.builders import document, unit
from workbench.errors import EditConflict, NotFound, WrongUse
from workbench.services import review, structure, undo
from workbench.storage import Database
from workbench.storage.queries import page_of_units
from workbench.storage.states import state_of
from workbench.storage.tables import Unit


def states(desk) -> list[tuple[str, dict]]:
    return [(each.uid, state_of(each)) for each in desk.units()]


@pytest.mark.parametrize(
    ("act", "number", "args"),
    [
        (review.edit, 1, ("target", 0, "ကောင်း")),
        (review.confirm, 1, ()),
        (review.bookmark, 1, (True,)),
        (review.comment, 1, ("Is this right?",)),
        (structure.merge, 1, ()),
        (structure.merge_side, 1, ("source",)),
        (structure.cut, 2, (1, 0)),
        (structure.shift, 2, ("source", "down")),
        (structure.insert, 1, ()),
    ],
)
def test_undo_puts_everything_back_and_redo_brings_it_again(desk, act, number, args) -> None:
    desk.do(review.confirm, 2)
    start = states(desk)
    desk.do(act, number, *args)
    end = states(desk)
    desk.undo()
    assert states(desk) == start
    desk.redo()
    assert states(desk) == end


def test_a_merge_undone_gives_back_both_with_their_status_and_comments(desk) -> None:
    desk.do(review.reject, 1)
    desk.do(review.confirm, 2)
    desk.do(review.comment, 2, "Is this right?", editor="Mya")
    desk.do(structure.merge, 1)
    assert [each.editor for each in desk.units()[0].comments] == ["Mya"]
    desk.undo(editor="Hla")
    assert [len(each.comments) for each in desk.units()] == [0, 1, 0]
    assert [each.status.value for each in desk.units()] == ["rejected", "confirmed", "unreviewed"]


def test_acts_are_undone_last_first_and_by_anybody(desk) -> None:
    desk.do(review.edit, 1, "source", 0, "A", editor="Aye")
    desk.do(review.edit, 1, "source", 0, "AA", editor="Hla")
    assert desk.undo(editor="Mya").undoes.editor == "Hla"
    assert desk.undo(editor="Mya").undoes.editor == "Aye"
    assert desk.pairs()[0][0] == "a"


def test_a_new_act_closes_the_way_forward_for_good(desk) -> None:
    desk.do(review.edit, 1, "source", 0, "A")
    desk.undo()
    desk.do(review.confirm, 2)
    with pytest.raises(WrongUse, match="nothing to redo"):
        desk.redo()
    desk.undo()
    desk.redo()
    with pytest.raises(WrongUse, match="nothing to redo"):
        desk.redo()


def test_an_act_that_changes_nothing_leaves_the_way_forward_open(desk) -> None:
    desk.do(review.confirm, 1)
    desk.undo()
    desk.do(review.reopen, 1)
    assert desk.redo().undoes.kind == "confirm"


def test_at_the_start_there_is_nothing_to_undo(desk) -> None:
    with pytest.raises(WrongUse, match="nothing to undo"):
        desk.undo()


def test_undo_works_after_a_restart(desk, database_url: str) -> None:
    desk.do(structure.merge, 1)
    desk.database.close()
    desk.database = Database(database_url)
    desk.undo()
    assert len(desk.pairs()) == 3
    desk.database.close()


def test_undo_of_what_one_has_not_seen_is_a_conflict(desk) -> None:
    seen = desk.do(review.confirm, 1).id
    desk.do(review.confirm, 2, editor="Hla")
    with pytest.raises(EditConflict, match="Something else"), desk.database.transaction() as session:
        undo.undo(session, desk.document_id, seen=seen, editor="Aye")
    assert [each.status.value for each in desk.units()][:2] == ["confirmed", "confirmed"]


def test_undo_refuses_when_a_unit_was_changed_outside_the_history(desk) -> None:
    desk.do(review.confirm, 1)
    with desk.database.transaction() as session:
        session.get_one(Unit, desk.units()[0].id).bookmarked = True
    with pytest.raises(EditConflict, match="has been changed since"):
        desk.undo()


def test_each_document_has_a_way_back_of_its_own(desk) -> None:
    desk.do(review.confirm, 1)
    with desk.database.transaction() as session:
        other = document(session, unit("x", "y"))
        (found,) = page_of_units(session, other.id).units
        review.confirm(session, found.unit.id, seen=1, editor="Hla")
    desk.undo()
    with desk.database.reading() as session:
        assert undo.undoable(session, other.id).kind == "confirm"


def test_the_history_of_a_unit_tells_who_did_what_newest_first(desk) -> None:
    desk.do(review.edit, 1, "source", 0, "A", editor="Aye")
    desk.do(review.confirm, 1, editor="Hla")
    desk.undo(editor="Mya")
    with desk.database.reading() as session:
        revisions = undo.history(session, desk.units()[0].id)
        told = [(each.change.kind, each.change.editor) for each in revisions]
    assert told == [("undo", "Mya"), ("confirm", "Hla"), ("edit", "Aye")]
    assert revisions[0].before["status"] == "confirmed"


def test_undo_in_a_document_that_is_not_there_is_not_found(desk) -> None:
    with pytest.raises(NotFound), desk.database.transaction() as session:
        undo.undo(session, 999, seen=1, editor="Aye")
