import pytest
from flask.testing import FlaskClient

from tests.web.conftest import DeskPage
from workbench.bitext.units import Status


def pairs(desk: DeskPage) -> list[tuple[str, str]]:
    return [(each.source_text, each.target_text) for each in desk.units()]


def test_an_act_answers_htmx_with_the_pair_and_a_browser_with_the_way_back(desk: DeskPage) -> None:
    answer = desk.do("confirm", 1)
    unit = desk.units()[0]
    assert unit.status is Status.CONFIRMED
    if desk.headers:
        assert answer.status_code == 200
        assert answer.text.lstrip().startswith(f'<article class="unit is-confirmed" id="unit-{unit.id}"')
        assert 'id="progress" data-newest="2" hx-swap-oob' in answer.text
        assert "Pair 1: Confirmed." in answer.text
    else:
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith(
            f"/documents/{desk.id}?queue=all&unit={desk.units()[1].id}#unit-{desk.units()[1].id}"
        )
        assert "Pair 1: Confirmed." in desk.client.get(answer.headers["Location"]).text


@pytest.mark.parametrize(
    ("act", "status"),
    [("confirm", Status.CONFIRMED), ("reject", Status.REJECTED), ("needs_review", Status.NEEDS_REVIEW)],
)
def test_each_decision_stays_and_can_be_opened_again(desk: DeskPage, act: str, status: Status) -> None:
    desk.do(act, 1)
    assert desk.units()[0].status is status
    desk.do("reopen", 1)
    assert desk.units()[0].status is Status.UNREVIEWED


def test_typing_is_saved_whichever_button_was_pressed(desk: DeskPage) -> None:
    desk.do("confirm", 1, target_at_0="တစ်ခု။")
    unit = desk.units()[0]
    assert (unit.target_text, unit.status) == ("တစ်ခု။", Status.CONFIRMED)


def test_a_text_that_was_not_changed_is_no_act(desk: DeskPage) -> None:
    before = desk.units()[0].version
    answer = desk.do("edit", 1)
    assert desk.units()[0].version == before
    assert "Nothing was changed." in (
        answer.text if desk.headers else desk.client.get(f"/documents/{desk.id}").text
    )


def test_a_comment_and_a_reason_are_saved_whichever_button_was_pressed(desk: DeskPage) -> None:
    desk.do(
        "confirm", 3, comment="ပြန်ကြည့်ပါ။", **{"reason empty_side.source.0.": "x", "reason nothing": "y"}
    )
    unit = desk.units()[2]
    assert [each.text for each in unit.comments] == ["ပြန်ကြည့်ပါ။"]
    assert unit.status is Status.CONFIRMED
    desk.do("comment", 3, comment="တစ်ခါ။")
    assert [each.text for each in desk.units()[2].comments] == ["ပြန်ကြည့်ပါ။", "တစ်ခါ။"]


def test_a_line_break_typed_into_a_text_splits_it_there(desk: DeskPage) -> None:
    desk.do("edit", 2, target_at_0="နှစ်ရွာ သုံးရွာ။")
    desk.do("confirm", 2, target_at_0="နှစ်ရွာ\r\nသုံးရွာ။", source_at_0="Two\nmore.")
    unit = desk.units()[1]
    assert [each.text for each in unit.target] == ["နှစ်ရွာ", "သုံးရွာ။"]
    assert [each.text for each in unit.source] == ["Two more.", "Three."]
    assert unit.status is Status.CONFIRMED


def test_one_may_stay_at_a_pair_that_is_confirmed(desk: DeskPage) -> None:
    answer = desk.do("confirm", 1, stay="1")
    if not desk.headers:
        assert answer.headers["Location"].endswith(f"#unit-{desk.units()[0].id}")


def test_two_fields_are_saved_together_even_when_one_is_emptied(desk: DeskPage) -> None:
    desk.do("edit", 2, source_at_0="", source_at_1="Three again.")
    assert pairs(desk)[1] == ("Three again.", "နှစ်။")


def test_an_empty_side_can_be_written(desk: DeskPage) -> None:
    desk.do("edit", 3, target_at_0="လေး။")
    assert pairs(desk)[2] == ("Four.", "လေး။")


def test_merge_split_cut_and_shift_move_segments(desk: DeskPage) -> None:
    desk.do("merge", 1)
    assert pairs(desk) == [("One. Two. Three.", "တစ်။ နှစ်။"), ("Four.", "")]
    desk.do("cut", 1, source_place=1, target_place=1)
    assert pairs(desk)[:2] == [("One.", "တစ်။"), ("Two. Three.", "နှစ်။")]
    desk.do("shift_down", 2, side="source")
    assert pairs(desk)[1:] == [("Two.", "နှစ်။"), ("Three. Four.", "")]
    desk.do("split", 3, side="source", place=1, offset=2)
    assert [each.text for each in desk.units()[2].source] == ["Three.", "Fo", "ur."]
    desk.do("shift_up", 3, side="source")
    assert pairs(desk)[1] == ("Two. Three.", "နှစ်။")


def test_a_break_is_chosen_from_the_list_without_a_caret(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="တစ်။ နှစ်။")
    place = (
        desk.client.get(f"/documents/{desk.id}").text.split('<option value="target:0:')[1].split('"')[0]
    )
    desk.do("split_at", 1, **{"break": f"target:0:{place}"})
    assert [each.text for each in desk.units()[0].target] == ["တစ်။", "နှစ်။"]


def test_undo_and_redo_go_back_and_forth(desk: DeskPage) -> None:
    start = pairs(desk)
    desk.do("merge", 1)
    merged = pairs(desk)
    desk.turn("undo")
    assert pairs(desk) == start
    answer = desk.turn("redo")
    assert pairs(desk) == merged
    assert answer.status_code == (200 if desk.headers else 303)


def test_the_second_of_two_people_gets_both_texts(desk: DeskPage) -> None:
    stale = desk.units()[0].version
    desk.do("edit", 1, target_at_0="သူ့စာ။")
    answer = desk.do("confirm", 1, seen=stale, target_at_0="ကိုယ့်စာ။")
    assert answer.status_code == 409
    assert "သူ့စာ။" in answer.text
    assert "ကိုယ့်စာ။" in answer.text
    unit = desk.units()[0]
    assert (unit.target_text, unit.status) == ("သူ့စာ။", Status.UNREVIEWED)
    desk.do("edit", 1, target_at_0="ကိုယ့်စာ။")  # the form of the conflict carries the new version
    assert desk.units()[0].target_text == "ကိုယ့်စာ။"


def test_a_field_of_an_endless_number_is_passed_over_in_a_conflict(desk: DeskPage) -> None:
    form = {"seen": 0, "target_at_0": "ဝါကျ။", f"target_at_{'9' * 5000}": "x"}
    assert desk.do("edit", 1, **form).status_code == 409


def test_a_conflict_shows_the_difference_and_joins_changes_that_do_not_touch(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="ရွာ ၈ ရွာ ရှိသည်။")
    stale = desk.units()[0].version
    desk.do("edit", 1, target_at_0="ရွာ ၈၀ ရွာ ရှိသည်။")
    mine = {"target_at_0": "ရွာ ၈ ရွာ မရှိပါ။", "was-target-0": "ရွာ ၈ ရွာ ရှိသည်။"}
    page = desk.do("edit", 1, seen=stale, comment="ဟုတ်ပါသလား။", **mine).text
    assert "<del>၈၀</del><ins>၈</ins>" in page
    assert 'name="target-0" value="ရွာ ၈၀ ရွာ မရှိပါ။"' in page
    assert "ဟုတ်ပါသလား။</textarea>" in page
    mine["target_at_0"] = "ရွာ ၉ ရွာ ရှိသည်။"
    assert "Save both together" not in desk.do("edit", 1, seen=stale, **mine).text


def test_a_form_without_the_version_it_saw_overwrites_nothing(desk: DeskPage) -> None:
    answer = desk.do("edit", 1, seen="", target_at_0="x")
    assert answer.status_code == 409
    assert pairs(desk)[0] == ("One.", "တစ်။")


def test_typing_into_a_pair_that_was_merged_away_is_shown_again(desk: DeskPage) -> None:
    second = desk.units()[1]
    desk.do("merge", 1)
    answer = desk.client.post(
        f"/units/{second.id}/edit",
        data={"seen": second.version, "target-0": "မပျောက်ရ။", "number": 2},
        headers=desk.headers,
    )
    assert answer.status_code == 409
    assert "မပျောက်ရ။" in answer.text


@pytest.mark.parametrize(
    ("act", "form", "status"),
    [
        ("explode", {}, 404),
        ("shift_down", {"side": "middle"}, 422),
        ("split", {"place": "9", "offset": "1"}, 422),
        ("split_at", {"break": "target:0"}, 422),
        ("split_at", {"break": "target:x:1"}, 422),
        ("edit", {"target_at_0": "a\x0bb\x01"}, 422),
        ("cut", {"source_place": "99", "target_place": "-1"}, 422),
        ("delete", {}, 422),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    desk: DeskPage, act: str, form: dict[str, str], status: int
) -> None:
    before = [each.version for each in desk.units()]
    answer = desk.do(act, 1, **form)
    assert answer.status_code == status
    assert [each.version for each in desk.units()] == before


def test_a_pair_that_is_not_there_says_so(client: FlaskClient) -> None:
    assert client.post("/units/99/confirm", data={"seen": 1}).status_code == 404
    assert client.post("/units/99/edit", data={"seen": 1}).status_code == 404
    assert client.post("/documents/99/undo", data={"seen": 1}).status_code == 404


def test_a_comment_stays_with_its_pair_and_can_be_taken_back(desk: DeskPage) -> None:
    desk.do("comment", 1, comment="ဒီစာကြောင်းကို <b>ပြန်ကြည့်ပါ</b>။")
    page = desk.client.get(f"/documents/{desk.id}?queue=commented").text
    assert "&lt;b&gt;ပြန်ကြည့်ပါ" in page
    assert page.count("<article") == 1
    desk.turn("undo")
    assert desk.units()[0].comments == ()
    assert desk.do("comment", 1, comment="  ").status_code == 422


def test_pairs_that_the_browser_has_come_only_by_their_number(desk: DeskPage) -> None:
    first, second, third = desk.units()
    have = " ".join(f"{each.id}.{each.version}" for each in (first, second, third))
    answer = desk.do("merge", 1, have=f"{have} ../ 9.9.9")
    if desk.headers:
        assert f'id="unit-{third.id}" hx-preserve' in answer.text
        assert 'data-numbers="1 2"' in answer.text
        assert "Four." not in answer.text


def test_a_pair_with_the_source_of_a_changed_one_is_shown_anew(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="Four.")
    have = " ".join(f"{each.id}.{each.version}" for each in desk.units())
    answer = desk.do("shift_down", 1, side="target", have=have)
    if desk.headers:
        assert f'id="unit-{desk.units()[2].id}" hx-preserve' not in answer.text


def test_pairs_with_the_source_that_an_act_touched_are_shown_anew(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="Four.")
    desk.do("edit", 3, target_at_0="လေး။")
    have = " ".join(f"{each.id}.{each.version}" for each in desk.units())
    third = desk.units()[2].id
    answer = desk.do("edit", 1, source_at_0="One.", have=have)
    page = answer.text if desk.headers else desk.client.get(f"/documents/{desk.id}").text
    assert "different targets" not in page
    if desk.headers:
        assert f'id="unit-{third}"' in page


def test_only_pairs_that_hold_the_words_make_a_queue_of_their_own(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}?having=three").text
    assert page.count("<article") == 1
    assert "With “three”" in page
    answer = desk.do("confirm", 2, having="three")
    if not desk.headers:
        assert "having=three" in answer.headers["Location"]
    answer = desk.do("shift_down", 2, having="three", side="source")
    page = answer.text if desk.headers else desk.client.get(answer.headers["Location"]).text
    assert page.count("<article") == 1
    assert "Two." not in page


def test_a_block_gets_another_kind_and_language(desk: DeskPage) -> None:
    desk.do("change_block", 1, block="target:0", kind="heading", language="shn")
    segment = desk.units()[0].target[0]
    assert (segment.kind, segment.language) == ("heading", "shn")


def test_a_block_without_a_sentence_is_one_sentence(desk: DeskPage) -> None:
    answer = desk.do("change_block", 1, block="both:x", kind="heading")
    assert "Choose a sentence of the block first." in answer.text


def test_the_next_pair_of_a_kind_is_found_from_the_pair_in_hand(desk: DeskPage) -> None:
    first, second, third = desk.units()
    look = f"/documents/{desk.id}/next?kind=not_one_to_one"
    for after, found in ((None, second), (first, second), (second, third)):
        answer = desk.client.get(f"{look}&after={after.id if after else ''}")
        assert answer.headers["Location"].endswith(f"#unit-{found.id}")
    answer = desk.client.get(f"{look}&after={third.id}", follow_redirects=True)
    assert "There is no further pair of this kind." in answer.text
