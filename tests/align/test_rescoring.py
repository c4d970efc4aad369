"""A ladder that people changed gets the scores of what it is."""

import pytest

from workbench.align import Bead, align, rescored
from workbench.segment import Segment

SOURCE = [
    Segment("The government must release all 28 prisoners.", block=0),
    Segment("The army attacked villages on 3 May 2023.", block=1),
    Segment("The people need food and medicine.", block=2),
]
TARGET = [
    Segment("အစိုးရသည် အကျဉ်းသား ၂၈ ဦးလုံးကို လွှတ်ပေးရမည်။", block=0, language="my"),
    Segment("စစ်တပ်သည် ၂၀၂၃ မေလ ၃ ရက်တွင် ရွာများကို တိုက်ခိုက်ခဲ့သည်။", block=1, language="my"),
    Segment("ပြည်သူများသည် အစားအစာနှင့် ဆေးဝါး လိုအပ်နေသည်။", block=2, language="my"),
]


def test_a_ladder_as_it_was_found_has_the_scores_it_was_found_with() -> None:
    found = align(SOURCE, TARGET).beads
    assert rescored([Bead(each.source, each.target) for each in found], SOURCE, TARGET) == list(found)


def test_what_was_shifted_wrongly_is_doubtful_and_says_why() -> None:
    beads = [Bead((0,), ()), Bead((1,), (0,)), Bead((2,), (1,)), Bead((), (2,))]
    scored = rescored(beads, SOURCE, TARGET)
    assert all(each.score < 0.1 for each in scored)
    assert "numbers_differ" in {each.code for each in scored[1].reasons}


@pytest.mark.parametrize(
    "beads",
    [
        [Bead((0, 1, 2), ()), Bead((), (0, 1, 2))],
        [Bead((0, 1, 2), (0, 1, 2))],
        [Bead((), (0, 1)), Bead((0, 1, 2), (2,))],
    ],
    ids=["wide on one side", "wide on both", "both"],
)
def test_a_bead_of_any_width_has_a_score(beads: list[Bead]) -> None:
    scored = rescored(beads, SOURCE, TARGET)
    assert [(each.source, each.target) for each in scored] == [
        (each.source, each.target) for each in beads
    ]
    assert all(0 <= each.score <= 1 for each in scored)


def test_where_one_text_is_empty_nothing_is_in_doubt() -> None:
    assert [each.score for each in rescored([Bead((0,), ())], SOURCE[:1], [])] == [1.0]
