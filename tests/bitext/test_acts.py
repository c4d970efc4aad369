import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import unit
from workbench.bitext import acts
from workbench.bitext.units import Status, Unit, join
from workbench.errors import WrongUse
from workbench.segment import Segment

words = st.text("ab မြန်မာ", min_size=1, max_size=8)
sides = st.lists(words, max_size=4).map(lambda texts: tuple(Segment(each) for each in texts))
units = st.builds(Unit, st.just("u"), sides, sides, st.just(0.5))


def letters(*parts: Unit, side: acts.Side) -> str:
    return "".join(each.text for part in parts for each in acts.side_of(part, side)).replace(" ", "")


@given(units, units)
def test_a_merge_keeps_both_texts_in_order(first: Unit, second: Unit) -> None:
    for side in acts.SIDES:
        assert letters(acts.merged(first, second), side=side) == letters(first, second, side=side)


@given(units, st.integers(0, 4), st.integers(0, 4))
def test_merging_the_two_halves_of_a_cut_gives_the_segments_back(one: Unit, i: int, j: int) -> None:
    try:
        first, second = acts.cut(one, i, j)
    except WrongUse:
        return
    whole = acts.merged(first, second)
    assert (whole.source, whole.target) == (one.source, one.target)


@given(st.text("ab ကခ။ ", max_size=12), st.integers(-2, 14))
def test_a_split_segment_reads_as_before(text: str, offset: int) -> None:
    try:
        first, second = acts.cut_segment(Segment(text), offset)
    except WrongUse:
        return
    assert join((first, second)) == text
    assert first.text and second.text


@pytest.mark.parametrize(
    ("text", "offset"), [("ကျောင်း", 1), ("မန္တလေး", 3), ("One", 0), ("One", 3), ("One", 99)]
)
def test_a_segment_is_not_split_inside_a_syllable_or_at_its_ends(text: str, offset: int) -> None:
    with pytest.raises(WrongUse):
        acts.cut_segment(Segment(text), offset)


def test_a_split_leaves_label_and_kind_where_they_belong() -> None:
    first, second = acts.cut_segment(Segment("One. Two.", 3, "numbered_item", "1."), 5)
    assert first == Segment("One.", 3, "numbered_item", "1.", after=" ")
    assert second == Segment("Two.", 3, "numbered_item", None, after=" ")


def test_an_edit_keeps_everything_of_a_segment_but_its_text() -> None:
    one = Unit("u", (Segment("One.", 2, "bullet", "•"),), ())
    assert acts.edited(one, "source", 0, "Won.").source == (Segment("Won.", 2, "bullet", "•"),)


def test_an_edit_of_a_confirmed_unit_makes_it_unreviewed() -> None:
    one = Unit("u", (Segment("One."),), (), status=Status.CONFIRMED)
    assert acts.edited(one, "source", 0, "Won.").status is Status.UNREVIEWED
    assert acts.edited(one, "source", 0, "One.").status is Status.CONFIRMED


def test_a_rejected_unit_stays_rejected_when_it_is_edited() -> None:
    one = Unit("u", (Segment("One."),), (), status=Status.REJECTED)
    assert acts.edited(one, "source", 0, "Won.").status is Status.REJECTED


def test_an_empty_cell_takes_its_first_segment_and_an_emptied_one_loses_it() -> None:
    empty = unit("", "x")
    written = acts.edited(empty, "source", 0, "Now.")
    assert written.source_text == "Now."
    assert acts.edited(written, "source", 0, " \n").source == ()


def test_a_structural_act_takes_the_score_away_but_a_text_edit_keeps_it() -> None:
    one = unit("a|b", "x", score=0.7)
    assert acts.edited(one, "source", 0, "c").score == 0.7
    assert acts.cut(one, 1, 0)[0].score is None


@pytest.mark.parametrize("bad", ["a\x00b", "\x0b\x08", "\ud800", "\uffff"])
def test_what_no_tmx_can_hold_is_refused_with_its_code_point(bad: str) -> None:
    with pytest.raises(WrongUse, match=r"U\+"):
        acts.typed(bad)


def test_zero_width_space_and_no_break_space_are_the_persons_own() -> None:
    assert acts.typed("က\u200bခ\u00a0 ဂ") == "က\u200bခ\u00a0 ဂ"


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda one: acts.edited(one, "source", 5, "x"), "no such segment"),
        (lambda one: acts.edited(one, "middle", 0, "x"), "source side and a target side"),
        (lambda one: acts.cut(one, 9, 0), "not so many"),
        (lambda one: acts.cut(one, 0, 0), "both sides of it"),
        (lambda one: acts.shifted_up(one, one, "target"), "nothing on this side"),
        (lambda one: acts.merged_side(one, one, "target"), "nothing on this side"),
    ],
)
def test_what_cannot_be_done_is_said(act, sentence: str) -> None:
    with pytest.raises(WrongUse, match=sentence):
        act(unit("a|b", ""))


@given(units, st.integers(-1, 4))
def test_a_join_keeps_the_running_text_and_a_split_there_undoes_it(one: Unit, place: int) -> None:
    try:
        joined = acts.joined(one, "source", place)
    except WrongUse:
        return
    assert joined.source_text == one.source_text
    offset = len(one.source[place].text)
    try:
        back = acts.split(joined, "source", place, offset)
    except WrongUse:  # where it stood apart it would tear a syllable
        return
    if all(each.text == each.text.strip() for each in one.source):
        assert back.source == one.source


def test_a_joined_sentence_keeps_the_label_of_the_second_in_its_text() -> None:
    first, second = (
        Segment("Go.", 1, "bullet", "•", after=" "),
        Segment("Stop.", 2, "bullet", "•", after=""),
    )
    assert acts.join_segments(first, second) == Segment("Go. • Stop.", 1, "bullet", "•", after="")


def test_a_side_is_cut_anew_by_the_rules_and_the_exceptions() -> None:
    one = Unit(
        "u", (Segment("Adm. Off.", 4, "numbered_item", "1."), Segment("Yangon agreed. All went.", 4)), ()
    )
    assert [each.text for each in acts.recut(one, "source").source] == [
        "Adm. Off.", "Yangon agreed.", "All went.",
    ]  # fmt: skip


@given(units)
def test_cutting_anew_keeps_every_letter_and_done_twice_changes_nothing(one: Unit) -> None:
    anew = acts.recut(one, "source")
    assert letters(anew, side="source") == letters(one, side="source")
    assert acts.recut(anew, "source") == anew
