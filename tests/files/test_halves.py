"""One file, two languages: both sides whole and in order, with the pairs that the layout suggests."""

from hypothesis import given
from hypothesis import strategies as st

from tests.files.makers import docx, paragraph, table
from workbench.files import halves, open_file
from workbench.files.halves import Halves
from workbench.segment import Block

ENGLISH = ["A statement", "The school opened in 1998.", "It has forty pupils.", "We thank the teachers."]
BURMESE = [
    "ထုတ်ပြန်ချက်",
    "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။",
    "ကျောင်းသား လေးဆယ် ရှိသည်။",
    "ဆရာများကို ကျေးဇူးတင်ပါသည်။",
]


def parted(*texts: str) -> Halves:
    return halves.split(open_file("\n\n".join(texts).encode(), "a.txt").blocks)


def texts(two: Halves) -> tuple[list[str], list[str]]:
    return [block.text for block in two.source], [block.text for block in two.target]


def test_alternating_paragraphs_pair_in_their_turn() -> None:
    two = parted(*(text for pair in zip(ENGLISH, BURMESE, strict=True) for text in pair))
    assert texts(two) == (ENGLISH, BURMESE)
    assert two.pairs == ((0, 0), (1, 1), (2, 2), (3, 3))


def test_a_translation_below_the_whole_original_suggests_no_pairs() -> None:
    two = parted(*ENGLISH, *BURMESE)
    assert texts(two) == (ENGLISH, BURMESE)
    assert two.pairs == ()


def test_the_translation_may_come_first_and_a_paragraph_may_be_two() -> None:
    two = parted(BURMESE[0], ENGLISH[0], *BURMESE[1:3], ENGLISH[1], BURMESE[3], ENGLISH[3])
    assert two.pairs == ((0, 0), (1, 1), (2, 3))


def test_a_headline_with_its_translation_behind_it_is_cut_between_them() -> None:
    two = parted(*(f"{one} {other}" for one, other in zip(ENGLISH[1:], BURMESE[1:], strict=True)))
    assert texts(two) == (ENGLISH[1:], BURMESE[1:])
    assert len(two.pairs) == 3


def test_a_name_in_brackets_is_no_translation() -> None:
    two = parted("Listeners of the Radio (နားဆင်သူများအဖွဲ့)", "မြန်မာစာ ကောင်းသည်။")
    assert texts(two)[0] == ["Listeners of the Radio (နားဆင်သူများအဖွဲ့)"]


def test_two_columns_of_a_table_pair_row_by_row() -> None:
    rows = [
        (paragraph(str(number)), paragraph(one), paragraph(other))
        for number, (one, other) in enumerate(zip(ENGLISH, BURMESE, strict=True), start=1)
    ]
    two = halves.split(open_file(docx(table(*rows)), "a.docx").blocks)
    paired = [(two.source[i].text, two.target[j].text) for i, j in two.pairs]
    assert paired == list(zip(ENGLISH, BURMESE, strict=True))


def test_a_file_of_one_language_is_not_bilingual() -> None:
    assert not halves.is_bilingual(open_file(b"One.\n\nTwo.", "a.txt").blocks)
    assert halves.is_bilingual(open_file("\n\n".join(ENGLISH + BURMESE).encode(), "a.txt").blocks)


blocks = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(["paragraph", "heading", "table_cell", "boilerplate", "separator"]),
        text=st.sampled_from([*ENGLISH, *BURMESE, "2021", "", f"{ENGLISH[1]} {BURMESE[1]}"]),
        place=st.sampled_from(["A1", "B1", "A2", "B2", "line 3"]),
    )
)


@given(blocks)
def test_every_word_stands_on_one_side_and_pairs_rise(found: list[Block]) -> None:
    two = halves.split(found)
    whole = sorted("".join("".join(block.text.split()) for block in found))
    assert sorted("".join("".join(b.text.split()) for b in (*two.source, *two.target))) == whole
    for place in (0, 1):
        one = [pair[place] for pair in two.pairs]
        assert one == sorted(set(one))
        assert all(at < len((two.source, two.target)[place]) for at in one)


def test_the_halves_of_regions_are_told_apart_like_those_of_languages() -> None:
    blocks = open_file("One sentence.\n\nဝါကျတစ်ခု။\n".encode(), "a.txt").blocks
    two = halves.split(blocks, "en-GB", "my-MM")
    assert [(each.text, each.language) for each in (*two.source, *two.target)] == [
        ("One sentence.", "en-GB"),
        ("ဝါကျတစ်ခု။", "my-MM"),
    ]
    assert halves.is_bilingual(blocks, "en-GB", "my-MM")
