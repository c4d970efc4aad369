"""Two people at once, each in a thread and a session of their own."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from workbench.bitext.searching import Search
from workbench.errors import EditConflict, WorkbenchError
from workbench.services import aligning, bulk, review, stretches, structure, undo
from workbench.storage.tables import Change


def at_once(*jobs: Callable[[], Change]) -> list[Change | WorkbenchError]:
    """Do all jobs at the same moment; what each gave, or how it was refused."""
    start, results = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number: int, job: Callable[[], Change]) -> None:
        start.wait(30)
        try:
            results[number] = job()
        except WorkbenchError as refusal:
            results[number] = refusal

    threads = [threading.Thread(target=run, args=each) for each in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def writer(desk, unit, text: str) -> Callable[[], Change]:
    def write() -> Change:
        with desk.database.transaction() as session:
            return review.edit(session, unit.id, "target", 0, text, seen=unit.version, editor=text)

    return write


def undoer(desk) -> Callable[[], Change]:
    """Somebody who takes back the act that is the last one now."""
    with desk.database.reading() as session:
        seen = undo.undoable(session, desk.document_id).id

    def take_back() -> Change:
        with desk.database.transaction() as session:
            return undo.undo(session, desk.document_id, seen=seen, editor="Aye")

    return take_back


def test_of_two_who_save_the_same_pair_one_is_told_and_loses_nothing(desk) -> None:
    for _ in range(5):
        found = desk.units()[0]
        results = at_once(
            writer(desk, found, f"{found.version} mine"), writer(desk, found, f"{found.version} theirs")
        )
        (conflict,) = [each for each in results if isinstance(each, EditConflict)]
        (change,) = [each for each in results if not isinstance(each, EditConflict)]
        assert desk.pairs()[0] == ("a", change.editor)
        assert {change.editor, conflict.wanted} == {f"{found.version} mine", f"{found.version} theirs"}


def test_people_in_different_pairs_do_not_disturb_each_other(new_desk) -> None:
    desk = new_desk(*[("a", "က")] * 6)
    at_once(*(writer(desk, each, str(number)) for number, each in enumerate(desk.units())))
    assert [target for _, target in desk.pairs()] == ["0", "1", "2", "3", "4", "5"]


def test_two_who_insert_at_the_same_place_get_two_pairs(desk) -> None:
    first, second, _ = desk.units()

    def inserter(unit) -> Callable[[], Change]:
        def insert() -> Change:
            with desk.database.transaction() as session:
                return structure.insert(session, unit.id, seen=unit.version, editor="Aye")

        return insert

    results = at_once(inserter(first), inserter(first), inserter(second))
    assert not [each for each in results if isinstance(each, EditConflict)]
    assert len(desk.pairs()) == 6


def test_a_merge_and_an_edit_of_the_same_pair_never_lose_a_text(desk) -> None:
    first, second, _ = desk.units()

    def merge() -> Change:
        with desk.database.transaction() as session:
            return structure.merge(session, first.id, seen=first.version, editor="Aye")

    results = at_once(merge, writer(desk, second, "new"))
    conflicts = [each for each in results if isinstance(each, EditConflict)]
    merged = desk.pairs()[0]
    assert merged == (("a|b1|b2", "က|new") if not conflicts else ("a|b1|b2", "က|ခ"))


STRUCTURAL = {
    "merge": structure.merge,
    "merge_side": partial(structure.merge_side, side="target"),
    "shift": partial(structure.shift, side="target", direction="down"),
    "shift_column": partial(stretches.shift_column, side="target", direction="down"),
    "insert": structure.insert,
    "bookmark": partial(review.bookmark, on=True),
}


@pytest.mark.parametrize("act", STRUCTURAL.values(), ids=STRUCTURAL)
def test_who_writes_while_pairs_move_is_kept_or_told(new_desk, act) -> None:
    for moved, written in ((0, 0), (0, 1), (1, 0)):
        desk = new_desk(("a", "က"), ("b", "ခ"), ("c", "ဂ"))
        units = desk.units()

        def move(desk=desk, unit=units[moved]) -> Change:
            with desk.database.transaction() as session:
                return act(session, unit.id, seen=unit.version, editor="Aye")

        _, edit = results = at_once(move, writer(desk, units[written], "new"))
        texts = [part for _, target in desk.pairs() for part in target.split("|") if part]
        old = ["က", "ခ", "ဂ"]
        new = [*old[:written], "new", *old[written + 1 :]]
        refused = [each for each in results if isinstance(each, WorkbenchError)]
        assert texts == (old if isinstance(edit, WorkbenchError) else new)
        assert all(isinstance(each, EditConflict) for each in refused)
        assert not isinstance(edit, WorkbenchError) or edit.wanted == "new"


def test_who_writes_while_a_stretch_is_aligned_is_kept_or_told(new_desk) -> None:
    for _ in range(3):
        desk = new_desk(("One.|Two.", "တစ်။"), ("", "နှစ်။"), ("Three.", "သုံး။"))
        units = desk.units()

        def align(desk=desk, unit=units[0]) -> Change:
            return aligning.realign(desk.database, unit.id, seen=unit.version, editor="Aye")

        _, edit = at_once(align, writer(desk, units[2], "new"))
        texts = [part for _, target in desk.pairs() for part in target.split("|") if part]
        kept = "သုံး။" if isinstance(edit, WorkbenchError) else "new"
        assert texts == ["တစ်။", "နှစ်။", kept]


def test_of_an_undo_and_an_edit_of_the_same_pair_one_is_told(new_desk) -> None:
    for _ in range(3):
        desk = new_desk(("a", "က"), ("b", "ခ"))
        desk.do(review.edit, 1, "target", 0, "first")
        _, edit = results = at_once(undoer(desk), writer(desk, desk.units()[0], "second"))
        (refused,) = [each for each in results if isinstance(each, WorkbenchError)]
        assert isinstance(refused, EditConflict)
        assert desk.pairs()[0][1] == ("က" if refused is edit else "second")


def test_of_two_undos_of_the_same_act_one_is_told(desk) -> None:
    for text in ("first", "second"):
        desk.do(review.edit, 1, "target", 0, text)
    take_back = undoer(desk)
    refused = [each for each in at_once(take_back, take_back) if isinstance(each, WorkbenchError)]
    assert [type(each) for each in refused] == [EditConflict]
    assert desk.pairs()[0][1] == "first"


def test_an_act_on_many_pairs_takes_nothing_that_was_not_previewed(new_desk) -> None:
    plan = bulk.replace_text(Search("sea"), "ocean")
    for _ in range(3):
        desk = new_desk(("sea", "က"), ("the sea", "ခ"))
        with desk.database.reading() as session:
            token = bulk.preview(session, desk.document_id, plan).token

        def replace(desk=desk, token=token) -> Change:
            with desk.database.transaction() as session:
                return bulk.apply(session, desk.document_id, plan, seen=token, editor="Aye")

        many, edit = at_once(replace, writer(desk, desk.units()[1], "new"))
        assert isinstance(many, EditConflict) != isinstance(edit, EditConflict)
        replaced = isinstance(edit, EditConflict)
        assert desk.pairs() == (
            [("ocean", "က"), ("the ocean", "ခ")] if replaced else [("sea", "က"), ("the sea", "new")]
        )


def test_what_was_undone_is_not_brought_back_over_a_newer_text(desk) -> None:
    desk.do(review.edit, 1, "target", 0, "first")
    desk.undo()
    with desk.database.reading() as session:
        seen = undo.redoable(session, desk.document_id).id

    def bring_again() -> Change:
        with desk.database.transaction() as session:
            return undo.redo(session, desk.document_id, seen=seen, editor="Aye")

    results = at_once(bring_again, writer(desk, desk.units()[0], "second"))
    assert len([each for each in results if isinstance(each, WorkbenchError)]) == 1
    assert desk.pairs()[0][1] == ("second" if isinstance(results[0], WorkbenchError) else "first")
