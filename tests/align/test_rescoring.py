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


def test_two_right_pairs_that_were_merged_are_as_right_as_before() -> None:
    scored = rescored([Bead((0, 1), (0, 1)), Bead((2,), (2,))], SOURCE, TARGET)
    assert scored[0].score >= 0.8 and all(each.speaks_for for each in scored[0].reasons)


@pytest.mark.parametrize(
    "beads",
    [
        [Bead((0, 1), (0,)), Bead((2,), (1, 2))],
        [Bead((0,), (0, 1)), Bead((1, 2), (2,))],
        [Bead((0,), ()), Bead((1, 2), (0, 1)), Bead((), (2,))],
    ],
    ids=["a target went down", "a target came up", "all shifted by one"],
)
def test_a_merge_that_lacks_what_the_other_side_says_is_doubtful(beads: list[Bead]) -> None:
    assert all(each.score < 0.3 for each in rescored(beads, SOURCE, TARGET))


def test_a_merge_whose_other_half_was_never_translated_is_doubtful() -> None:
    assert rescored([Bead((0, 1), (0,)), Bead((2,), (1,))], SOURCE, TARGET[::2])[0].score < 0.3


def test_pairs_that_cross_are_right_once_they_are_merged() -> None:
    crossed = [TARGET[1], TARGET[0], TARGET[2]]
    scored = rescored([Bead((0, 1), (0, 1)), Bead((2,), (2,))], SOURCE, crossed)
    assert scored[0].score >= 0.8


def test_a_comma_changes_a_score_little() -> None:
    beads = [Bead((n,), (n,)) for n in range(3)]
    edited = [SOURCE[0], Segment("The army attacked villages, on 3 May 2023.", block=1), SOURCE[2]]
    before, after = (rescored(beads, side, TARGET) for side in (SOURCE, edited))
    assert after[1].score == pytest.approx(before[1].score, abs=0.05)
