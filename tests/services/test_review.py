import pytest

from workbench.bitext.units import Status
from workbench.errors import EditConflict, NotFound
from workbench.services import review, structure


def test_an_edit_is_kept_with_who_and_what(desk) -> None:
    change = desk.do(review.edit, 1, "target", 0, "ကောင်း", editor="Hla")
    assert desk.pairs()[0] == ("a", "ကောင်း")
    (revision,) = change.revisions
    assert (change.kind, change.editor, revision.before["target"][0]["text"]) == ("edit", "Hla", "က")


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (review.confirm, Status.CONFIRMED),
        (review.reject, Status.REJECTED),
        (review.needs_review, Status.NEEDS_REVIEW),
    ],
)
def test_a_decision_is_kept_and_reopened(desk, act, status: Status) -> None:
    desk.do(act, 1)
    assert desk.units()[0].status is status
    desk.do(review.reopen, 1)
    assert desk.units()[0].status is Status.UNREVIEWED


def test_a_decision_taken_twice_is_kept_once(desk) -> None:
    desk.do(review.confirm, 1)
    version = desk.units()[0].version
    again = desk.do(review.confirm, 1)
    assert (again.id, again.revisions) == (None, [])
    assert desk.units()[0].version == version


def test_bookmark_and_exclusion_go_on_and_off(desk) -> None:
    desk.do(review.bookmark, 1, True)
    desk.do(review.exclude, 1, True)
    assert (desk.units()[0].bookmarked, desk.units()[0].excluded) == (True, True)
    desk.do(review.bookmark, 1, False)
    desk.do(review.exclude, 1, False)
    assert (desk.units()[0].bookmarked, desk.units()[0].excluded) == (False, False)


def test_a_thread_grows_and_a_comment_can_be_taken_out(desk) -> None:
    desk.do(review.comment, 1, " Is this right?\r\nReally? ", editor="Aye")
    desk.do(review.comment, 1, "ဟုတ်တယ်", editor="Hla")
    assert [(each.text, each.editor) for each in desk.units()[0].comments] == [
        ("Is this right?\nReally?", "Aye"),
        ("ဟုတ်တယ်", "Hla"),
    ]
    desk.do(review.remove_comment, 1, 0)
    assert [each.editor for each in desk.units()[0].comments] == ["Hla"]


@pytest.mark.parametrize("seen", [None, 0, 99])
def test_a_form_without_the_right_version_is_a_conflict_and_carries_both_texts(desk, seen) -> None:
    found = desk.units()[0]
    with pytest.raises(EditConflict) as conflict, desk.database.transaction() as session:
        review.edit(session, found.id, "target", 0, "mine", seen=seen, editor="Hla")
    assert (conflict.value.unit_id, conflict.value.wanted) == (found.id, "mine")
    assert desk.pairs()[0] == ("a", "က")


def test_a_unit_that_was_merged_away_is_a_conflict(desk) -> None:
    second = desk.units()[1]
    desk.do(structure.merge, 1)
    with pytest.raises(EditConflict, match="merged"), desk.database.transaction() as session:
        review.edit(session, second.id, "target", 0, "x", seen=second.version + 1, editor="Hla")


def test_a_unit_that_never_was_is_not_found(desk) -> None:
    with pytest.raises(NotFound), desk.database.transaction() as session:
        review.confirm(session, 999, seen=1, editor="Hla")


def test_what_is_typed_into_an_empty_cell_is_in_the_language_of_its_side(desk) -> None:
    desk.do(review.edit, 1, "target", 0, "")
    desk.do(review.edit, 1, "target", 0, "ကျောင်း ဖွင့်သည်။")
    assert [each.language for each in desk.units()[0].target] == ["my"]
