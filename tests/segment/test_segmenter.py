from hypothesis import given
from hypothesis import strategies as st

from workbench.segment import blocks, lines, segment


def squeezed(text: str) -> str:
    return "".join(text.split())


def returned(text: str) -> str:
    return "".join(squeezed((each.label or "") + each.text) for each in segment(text))


LETTER = """To:
The Chair of the Committee
CC:
The Secretary, Office of the Council

3 March 2024

A letter about the river

Your Excellency,

We write to you about the river. It has risen twice (River News 2023) since May. We ask for help.

1. Send boats. (Boat Report 2022) Send them soon.
2. Open the schools

Signed by 2 groups:

1. Friends of the River. East Bank
- 2. မြစ်ချစ်သူများ"""


def test_every_block_of_a_letter_has_its_kind():
    assert [block.kind for block in blocks(LETTER)] == [
        "address", "address", "address", "address", "date", "heading", "salutation", "paragraph",
        "numbered_item", "numbered_item", "paragraph", "signatory", "signatory",
    ]  # fmt: skip


def test_a_citation_belongs_to_the_sentence_before_it_and_a_name_is_one_sentence():
    texts = [each.text for each in segment(LETTER)]
    assert "Send boats. (Boat Report 2022)" in texts
    assert "Friends of the River. East Bank" in texts


def test_labels_stand_apart_in_both_scripts():
    found = [block.label for block in blocks(LETTER) if block.label]
    assert found == ["1.", "2.", "1.", "- 2."]


def test_the_letter_comes_back_whole():
    assert returned(LETTER) == squeezed(LETTER)


def test_lines_are_taken_as_they_stand():
    assert [each.text for each in lines("One. Two.\n\nသုံး။\n", "en")] == ["One. Two.", "", "သုံး။"]


@given(st.lists(st.text(alphabet="ab AB.?1)-•\n ကခ။၊်ိ", max_size=60), max_size=6).map("\n\n".join))
def test_nothing_but_white_space_and_the_hyphens_of_broken_words_is_lost(text):
    kept, given_ = returned(text).replace("-", ""), squeezed(text).replace("-", "")
    assert sorted(kept) == sorted(given_)
    # A page number in the middle of a sentence comes after it; all else keeps its order.
    furniture = any(block.kind == "boilerplate" for block in blocks(text))
    assert furniture or kept == given_


def test_blocks_that_come_together_in_a_pair_keep_a_space_between():
    found = segment("Statement on Schools\n\nThe school opened. It is new.\n", "en")
    assert [each.after for each in found] == [" ", " ", " "]
    burmese = segment("သွားပြီ။လာပြီ။\n\nနေပြီ။\n", "my")
    assert [(each.text, each.after) for each in burmese][:2] == [("သွားပြီ။", ""), ("လာပြီ။", " ")]
