import pytest

from workbench.errors import WrongUse
from workbench.services import exceptions, projects, review, structure
from workbench.storage.tables import Document


def test_a_merge_makes_one_pair_of_two_and_keeps_their_segments_apart(desk) -> None:
    change = desk.do(structure.merge, 1)
    assert desk.pairs() == [("a|b1|b2", "က|ခ"), ("c", "ဂ")]
    assert [each.unit.withdrawn for each in change.revisions] == [False, True]


def test_one_side_is_merged_and_the_other_stays(desk) -> None:
    desk.do(structure.merge_side, 1, "source")
    assert desk.pairs() == [("a|b1|b2", "က"), ("", "ခ"), ("c", "ဂ")]


def test_a_pair_left_without_text_is_withdrawn(new_desk) -> None:
    desk = new_desk(("a", "က"), ("b", ""))
    desk.do(structure.merge_side, 1, "source")
    assert desk.pairs() == [("a|b", "က")]


def test_a_segment_is_split_at_the_caret_and_stays_in_its_pair(new_desk) -> None:
    desk = new_desk(("One. Two.", "တစ်။ နှစ်။"))
    desk.do(structure.split, 1, "target", 0, 5)
    assert desk.pairs() == [("One. Two.", "တစ်။|နှစ်။")]
    assert desk.units()[0].target_text == "တစ်။ နှစ်။"


def test_two_sentences_of_a_side_are_joined_and_undo_parts_them(desk) -> None:
    desk.do(structure.join, 2, "source", 0)
    assert desk.pairs()[1] == ("b1 b2", "ခ")
    desk.undo()
    assert desk.pairs()[1] == ("b1|b2", "ခ")


def test_a_side_is_cut_anew_with_the_exceptions_of_its_project(new_desk) -> None:
    desk = new_desk(("Adm. Off.|Yangon agreed. All went.", "က"))
    desk.do(structure.recut, 1, "source")
    assert desk.pairs() == [("Adm. Off.|Yangon agreed.|All went.", "က")]
    with desk.database.transaction() as session:
        project = projects.get_document(session, desk.document_id).project
        exceptions.add_exception(session, project, "Off.", "en", "abbreviation")
    desk.do(structure.recut, 1, "source")
    assert desk.pairs() == [("Adm. Off. Yangon agreed.|All went.", "က")]
    assert desk.do(structure.recut, 1, "source").id is None
    desk.undo()
    assert desk.pairs() == [("Adm. Off.|Yangon agreed.|All went.", "က")]


def test_an_empty_side_is_not_cut_anew_and_its_pair_stays(desk) -> None:
    desk.do(structure.insert, 1)
    with pytest.raises(WrongUse, match="nothing on this side"):
        desk.do(structure.recut, 2, "source")
    assert desk.pairs()[1] == ("", "")


def test_a_pair_is_cut_in_two_with_a_new_identity_for_the_second(desk) -> None:
    change = desk.do(structure.cut, 2, 1, 0)
    assert desk.pairs() == [("a", "က"), ("b1", ""), ("b2", "ခ"), ("c", "ဂ")]
    assert [each.before is None for each in change.revisions] == [False, True]
    assert len({each.uid for each in desk.units()}) == 4


def test_a_segment_shifts_down_and_up(desk) -> None:
    desk.do(structure.shift, 2, "source", "down")
    assert desk.pairs() == [("a", "က"), ("b1", "ခ"), ("b2|c", "ဂ")]
    desk.do(structure.shift, 2, "source", "up")
    assert desk.pairs() == [("a|b1", "က"), ("", "ခ"), ("b2|c", "ဂ")]


def test_an_empty_pair_is_put_in_and_taken_out(desk) -> None:
    change = desk.do(structure.insert, 1)
    assert desk.pairs() == [("a", "က"), ("", ""), ("b1|b2", "ခ"), ("c", "ဂ")]
    assert change.revisions[0].unit.id == desk.units()[1].id
    desk.do(structure.delete, 2)
    assert len(desk.pairs()) == 3


def test_an_inserted_pair_is_written_to(desk) -> None:
    desk.do(structure.insert, 1)
    desk.do(review.edit, 2, "source", 0, "new")
    assert desk.pairs()[1] == ("new", "")


@pytest.mark.parametrize(
    ("act", "number", "args", "sentence"),
    [
        (structure.delete, 1, (), "Only an empty pair"),
        (structure.merge, 3, (), "no pair after"),
        (structure.shift, 1, ("source", "up"), "no pair before"),
        (structure.shift, 3, ("source", "down"), "no pair after"),
        (structure.shift, 1, ("source", "sideways"), "up or down"),
        (structure.join, 1, ("source", 0), "no sentence after"),
        (structure.join, 2, ("source", -1), "no sentence after"),
        (structure.split, 1, ("source", 0, 1), "words before and after"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(desk, act, number, args, sentence) -> None:
    before = desk.pairs()
    with pytest.raises(WrongUse, match=sentence):
        desk.do(act, number, *args)
    assert desk.pairs() == before


def test_pairs_that_an_act_changed_have_the_score_of_what_they_are_now(new_desk) -> None:
    texts = ("We free 28 people.", "၂၈ ဦးကို လွှတ်ပေးသည်။"), ("On 3 May 2023.", "၂၀၂၃ မေလ ၃ ရက်တွင်။")
    desk = new_desk(*texts)
    desk.do(structure.shift, 1, "target", "down")
    first, second = desk.units()
    assert first.score < 0.5 and [each.code for each in first.reasons] == ["no_partner"]
    assert second.score < 0.5
    desk.undo()
    assert [(each.score, each.reasons) for each in desk.units()] == [(0.9, ()), (0.9, ())]


def test_two_right_pairs_that_were_merged_keep_a_good_score_and_part_again(new_desk) -> None:
    desk = new_desk(
        ("We free 28 people.", "၂၈ ဦးကို လွှတ်ပေးသည်။"),
        ("On 3 May 2023 the army attacked.", "၂၀၂၃ မေလ ၃ ရက်တွင် စစ်တပ် တိုက်ခိုက်သည်။"),
        ("The people need food.", "ပြည်သူများ အစားအစာ လိုအပ်သည်။"),
    )
    desk.do(structure.merge, 1)
    assert desk.units()[0].score >= 0.8
    desk.do(structure.shift, 1, "target", "down")
    assert all(each.score < 0.3 for each in desk.units())
    desk.undo()
    assert desk.units()[0].score >= 0.8
    desk.undo()
    assert [each.score for each in desk.units()] == [0.9, 0.9, 0.9]


def test_an_earlier_text_that_comes_back_has_a_score(new_desk) -> None:
    desk = new_desk(("One two.", "တစ် နှစ်။"), ("Three.", "သုံး။"))
    (revision,) = desk.do(structure.split, 1, "source", 0, 3).revisions
    desk.do(review.restore, 1, revision.id)
    assert desk.pairs()[0] == ("One two.", "တစ် နှစ်။") and desk.units()[0].score is not None


def test_an_edit_that_changes_nothing_keeps_the_score(desk) -> None:
    assert desk.do(review.edit, 1, "target", 0, "က").id is None
    assert desk.units()[0].score == 0.9


def test_what_was_never_aligned_gets_no_score(new_desk) -> None:
    desk = new_desk(("One.", "တစ်။"), ("Two.", "နှစ်။"))
    with desk.database.transaction() as session:
        session.get_one(Document, desk.document_id).signature = ""
    desk.do(structure.merge, 1)
    assert desk.units()[0].score is None
