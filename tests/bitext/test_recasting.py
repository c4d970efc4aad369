import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bitext.strategies import BURMESE, texts
from workbench.bitext.recasting import recast
from workbench.bitext.units import join
from workbench.segment import Segment

OLD = Segment("One."), Segment("Two.", 1, "numbered_item", "2."), Segment("Three.", 1)
BURMESE_OLD = Segment("တစ်။", language="my", after=""), Segment("နှစ်။", language="my", after="")


@pytest.mark.parametrize(("text", "wanted"), [
    ("One. Two. Three.", ["One.", "Two.", "Three."]),
    ("One! Two sheep. Three.", ["One!", "Two sheep.", "Three."]),
    ("One. Zwei. Three.", ["One.", "Zwei.", "Three."]),
    ("One, two. Three.", ["One, two.", "Three."]),
    ("One. Three.", ["One.", "Three."]),
    ("One. And a half. Two. Three.", ["One. And a half.", "Two.", "Three."]),
    ("Something else altogether", ["Something else altogether"]),
    ("", []),
])  # fmt: skip
def test_a_boundary_stays_where_it_can_be_told_again(text: str, wanted: list[str]) -> None:
    assert [each.text for each in recast(OLD, text)] == wanted


def test_a_segment_keeps_its_block_kind_and_label() -> None:
    _, second, _ = recast(OLD, "Uno. Two sheep. Three.")
    assert second == Segment("Two sheep.", 1, "numbered_item", "2.")


def test_burmese_sentences_without_a_space_between_stay_two() -> None:
    assert [each.text for each in recast(BURMESE_OLD, "တစ်ခု။နှစ်ခု။")] == ["တစ်ခု။", "နှစ်ခု။"]


CLEAN = texts(st.one_of(BURMESE, st.text("abc .", min_size=1, max_size=20)))


@given(st.lists(st.tuples(CLEAN, st.sampled_from(["", " "])), min_size=1, max_size=4), CLEAN)
def test_nothing_of_the_text_is_lost_whatever_was_there(old: list[tuple[str, str]], text: str) -> None:
    segments = tuple(Segment(body, after=after) for body, after in old)
    assert join(recast(segments, text)) == text
    assert recast(segments, join(segments)) == segments
