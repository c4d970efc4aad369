"""The door `align` on small texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import Ladder, align
from workbench.segment import Segment

ENGLISH = [
    "The committee met on 14 March 2019 in Yangon.",
    "It was attended by 27 members from 5 townships, who had travelled for two days to be there.",
    "Rice prices have risen by 12.5 per cent since 2018.",
    "The Asia Foundation offered help.",
    "Nobody answered.",
]
BURMESE = [
    "ကော်မတီသည် ၂၀၁၉ ခုနှစ် မတ်လ ၁၄ ရက်နေ့တွင် ရန်ကုန်မြို့၌ တွေ့ဆုံခဲ့သည်။",
    "မြို့နယ် ၅ ခုမှ အဖွဲ့ဝင် ၂၇ ဦး တက်ရောက်ခဲ့ပြီး ၎င်းတို့သည် ထိုနေရာသို့ရောက်ရန် နှစ်ရက်ကြာ ခရီးနှင်ခဲ့ရသည်။",
    "ဆန်ဈေးသည် ၂၀၁၈ ခုနှစ်မှစ၍ ၁၂.၅ ရာခိုင်နှုန်း မြင့်တက်လာသည်။",
    "The Asia Foundation က အကူအညီပေးရန် ကမ်းလှမ်းခဲ့သည်။",
    "ဘယ်သူမှ မဖြေခဲ့ပါ။",
]


def both(english: list[str], burmese: list[str]) -> Ladder:
    return align([Segment(each) for each in english], [Segment(each, language="my") for each in burmese])


def links(ladder: Ladder) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in ladder.beads]


def test_digits_of_either_script_and_latin_names_carry_a_text() -> None:
    assert links(both(ENGLISH, BURMESE)) == [((n,), (n,)) for n in range(5)]


def test_two_sentences_that_became_one_are_one_bead() -> None:
    merged = [BURMESE[0] + " " + BURMESE[1], *BURMESE[2:]]
    assert links(both(ENGLISH, merged))[0] == ((0, 1), (0,))


def test_a_sentence_left_out_stands_alone() -> None:
    assert ((1,), ()) in links(both(ENGLISH, BURMESE[:1] + BURMESE[2:]))


@pytest.mark.parametrize("sides", [([], BURMESE), (ENGLISH, []), ([], [])])
def test_an_empty_side_leaves_the_other_alone(sides: tuple[list[str], list[str]]) -> None:
    ladder = both(*sides)
    assert [bead.source or bead.target for bead in ladder.beads] == [
        (n,) for n in range(len(sides[0] or sides[1]))
    ]


texts = st.lists(st.text(max_size=30), max_size=9)


@given(texts, texts)
@settings(max_examples=60, deadline=None)
def test_any_two_texts_give_beads_that_cover_each_side_once_with_a_chance(english, burmese) -> None:
    beads = both(english, burmese).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(english)))
    assert [j for bead in beads for j in bead.target] == list(range(len(burmese)))
    assert all(0 <= bead.score <= 1 for bead in beads)


@pytest.mark.parametrize(
    ("english", "burmese"),
    [
        (["word " * 40_000, "Two 2."], [BURMESE[0] * 3_000, "၂"]),
        (["One sentence."] * 2, [f"{BURMESE[0]} {n}" for n in range(1500)]),
        ([f"Sentence {n}." for n in range(1500)], BURMESE[:1]),
        (["The same."] * 400, BURMESE[:1] * 300),
        ([""] * 30, ["\u200b"] * 40),
        (["\x00\ud800 a"], ["၁" * 500]),
        (["1" * 5000, "1,2," * 5000], ["၁" * 5000, "ရာ" * 20_000]),
    ],
    ids=[
        "very long segments",
        "much longer",
        "much shorter",
        "all alike",
        "nothing in them",
        "odd signs",
        "endless numbers",
    ],
)
def test_hostile_texts_are_aligned_in_bounded_time_and_covered(
    english: list[str], burmese: list[str]
) -> None:
    beads = both(english, burmese).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(english)))
    assert [j for bead in beads for j in bead.target] == list(range(len(burmese)))


@pytest.mark.parametrize(("ours", "theirs"), [(400, 400), (30, 25), (6, 5)])
def test_lines_that_are_all_alike_pair_in_order(ours: int, theirs: int) -> None:
    found = links(both(["The same again."] * ours, ["ထပ်တူ ဖြစ်သည်။"] * theirs))
    assert sum(bool(i and j) for i, j in found) == theirs


def test_what_stands_on_one_side_only_is_paired_with_nothing() -> None:
    added = "Subscribe to our newsletter and never miss a story."
    wrong = "ဓာတ်ပုံကို ကြည့်ရန် ဤနေရာကို နှိပ်ပါ။"
    found = links(both([*ENGLISH[:2], added, *ENGLISH[2:]], [*BURMESE[:3], wrong, *BURMESE[3:]]))
    assert ((2,), ()) in found and ((), (3,)) in found


def test_a_missing_chapter_leaves_the_rest_where_it_belongs() -> None:
    english = [f"Item {n} costs {n * 7} dollars in year {1000 + n}." for n in range(420)]
    burmese = [f"ပစ္စည်း {n} သည် {1000 + n} ခုနှစ်တွင် {n * 7} ဒေါ်လာ ကျသည်။" for n in range(420)]
    for ours, theirs in (
        (english, burmese[:100] + burmese[250:]),
        (english[:100] + english[250:], burmese),
    ):
        found = links(both(ours, theirs))
        right = [
            (i, j) for i, j in found if i and j and ours[i[0]].split()[1] == theirs[j[0]].split()[1]
        ]
        assert len(right) > 260


@pytest.mark.parametrize(
    ("english", "burmese"),
    [
        (("Aaa bbb on 3 May.", "Aaa bbb on 9 June."), ("မေလ ၃ ရက်တွင် ကကက ခခခ။", "ဇွန်လ ၉ ရက်တွင် ကကက ခခခ။")),
        (("Aaa, five hundred.", "Aaa, three million."), ("ငါးရာ ကကက ခခခ ဂဂဂ။", "သုံးသန်း ကကက ခခခ ဂဂဂ။")),
    ],
    ids=["dates", "numerals"],
)
def test_a_date_or_a_number_in_words_says_which_of_two_was_left_out(
    english: tuple[str, str], burmese: tuple[str, str]
) -> None:
    for left in (0, 1):
        found = links(both(list(english), [burmese[left]]))
        assert ((left,), (0,)) in found


def test_a_score_says_no_more_than_it_knows() -> None:
    source = [Segment("We met in 2021."), Segment("Twelve came."), Segment("They left.")]
    target = [Segment("၂၀၂၁ တွင် တွေ့သည်။", language="my"), Segment("သူတို့ ပြန်သည်။", language="my")]
    scores = [bead.score for bead in align(source, target).beads]
    assert scores == [round(score, 4) for score in scores]
