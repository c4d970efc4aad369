"""Reasons a translator can read, and remarks on the two texts as a whole."""

import pytest

from workbench.align import Reason, align
from workbench.segment import Segment


def reasons(english: Segment, burmese: str, label: str | None = None) -> dict[str, Reason]:
    target = Segment(burmese, language="my", label=label)
    return {each.code: each for each in align([english], [target]).beads[0].reasons}


def test_numbers_that_agree_and_words_in_common_speak_for_a_bead() -> None:
    found = reasons(Segment("The school has 45 students."), "ကျောင်းတွင် ကျောင်းသား ၄၅ ဦး ရှိသည်။")
    assert found["numbers_agree"].message == "The numbers agree: 45."
    assert "students = ကျောင်းသား" in found["words_in_common"].message
    assert all(each.speaks_for for each in found.values())


def test_words_in_common_are_found_from_burmese_to_english_and_for_any_region() -> None:
    source = [Segment("ကျောင်းတွင် ကျောင်းသား ၄၅ ဦး ရှိသည်။", language="my-MM")]
    beads = align(source, [Segment("The school has 45 students.", language="en-GB")]).beads
    assert "ကျောင်းသား = students" in " ".join(each.message for each in beads[0].reasons)


def test_numbers_that_clash_are_named_with_their_side() -> None:
    found = reasons(Segment("The school has 45 students."), "ကျောင်းတွင် ကျောင်းသား ၅၄ ဦး ရှိသည်။")
    assert found["numbers_differ"].message in {
        "Only the source has the number 45.",
        "Only the translation has the number 54.",
    }


@pytest.mark.parametrize(
    ("english", "burmese"),
    [("Twelve schools are open.", "ကျောင်း ၁၂ ကျောင်း ဖွင့်သည်။"), ("It has 10 rooms.", "အခန်း ဆယ်ခန်း ရှိသည်။")],
)
def test_a_number_written_as_a_word_is_no_clash(english: str, burmese: str) -> None:
    assert "numbers_differ" not in reasons(Segment(english), burmese)


@pytest.mark.parametrize(
    ("english", "burmese", "message"),
    [
        ("Three hundred came.", "လူသုံးရာ လာသည်။", "The numbers agree: Three hundred = သုံးရာ."),
        ("It cost 2.5 million.", "၂၅ သိန်း ကျသည်။", "The numbers agree: 2.5 million = ၂၅ သိန်း."),
        (
            "On 1 February 2021 it rained.",
            "၂၀၂၁ ခုနှစ် ဖေဖော်ဝါရီ ၁ ရက်တွင် မိုးရွာသည်။",
            "The dates agree: 1 February 2021 = ၂၀၂၁ ခုနှစ် ဖေဖော်ဝါရီ ၁ ရက်.",
        ),
        ("They met on Feb. 1.", "မတ်လ ၂ ရက်တွင် တွေ့သည်။", "The dates differ: Feb. 1 and မတ်လ ၂ ရက်."),
    ],
)
def test_values_are_compared_and_shown_as_they_are_written(
    english: str, burmese: str, message: str
) -> None:
    found = reasons(Segment(english), burmese)
    assert message in [each.message for each in found.values()]
    assert "numbers_differ" not in found


@pytest.mark.parametrize(("theirs", "code"), [("၅။", "label_agrees"), ("(၆)", "label_differs")])
def test_labels_are_compared_across_scripts(theirs: str, code: str) -> None:
    assert code in reasons(Segment("The school is open.", label="5."), "ကျောင်း ဖွင့်ထားသည်။", theirs)


def test_a_latin_name_on_both_sides_is_named() -> None:
    assert (
        "warren"
        in reasons(Segment("Warren replied."), "ဝါရန် (Warren) က ပြန်ဖြေသည်။")["name_found"].message
    )


@pytest.mark.parametrize("text", ["ျမန္မာဘာသာစကားကို ေလ့လာသည္။", "ဟိုတုန်းက “ျမန္မာဘာသာစကားကို ေလ့လာသည္” ဟု ရေးသည်။"])
def test_zawgyi_left_in_the_target_is_said_first(text: str) -> None:
    beads = align([Segment("The Burmese language.")], [Segment(text, language="my")]).beads
    assert [bead.reasons[0].code for bead in beads if bead.target] == ["zawgyi_left"]


def test_a_segment_without_partner_says_so() -> None:
    source = [Segment("The school has 45 students."), Segment("Nobody came to the meeting on 4 March.")]
    beads = align(source, [Segment("ကျောင်းတွင် ကျောင်းသား ၄၅ ဦး ရှိသည်။", language="my")]).beads
    assert [each.code for each in beads[1].reasons] == ["no_partner"]


ENGLISH = [
    "The river rose during the night and the bridge was closed.",
    "Teachers carried the books to the upper floor of the school.",
    "Prices at the market went up by a third within a week.",
    "A doctor came by boat and stayed for three days.",
    "The village asked for seed, nails and a new bell.",
    "Children drew the water and hung the drawings in the hall.",
]
UNRELATED = [
    "ယနေ့ ဘောလုံးပွဲကို မိုးကြောင့် ရွှေ့ဆိုင်းလိုက်သည်။",
    "အဆိုတော်၏ သီချင်းသစ်သည် လူကြိုက်များနေသည်။",
    "ဖုန်းအမျိုးအစားသစ်ကို လာမည့်လတွင် ရောင်းချမည်။",
    "စာအုပ်ဈေးတန်း။",
    "လေယာဉ်လက်မှတ်များ ကုန်သွားပြီဟု ကုမ္ပဏီက ပြောသည်၊ သို့သော် နောက်ထပ် ခရီးစဉ်များ ထပ်တိုးမည်ဖြစ်ကြောင်း သိရသည်။",
    "ရုပ်ရှင်ရုံ ပိတ်သည်။",
]


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ([], UNRELATED, "side_empty"),
        ([], [], "both_empty"),
        (["  ", "\u200b"], UNRELATED, "side_empty"),
        (UNRELATED, ENGLISH, "sides_swapped"),
        (ENGLISH, ENGLISH, "same_text"),
        (UNRELATED, UNRELATED[::-1], "wrong_language"),
        (ENGLISH[:1], UNRELATED * 9, "much_longer"),
        (ENGLISH, UNRELATED, "unrelated"),
        (ENGLISH, UNRELATED[:1] * 6, "all_alike"),
    ],
)
def test_what_is_odd_about_two_texts_is_said(source: list[str], target: list[str], code: str) -> None:
    ladder = align([Segment(each) for each in source], [Segment(each, language="my") for each in target])
    assert code in [each.code for each in ladder.remarks]
