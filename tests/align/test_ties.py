"""What a person has decided stays: fixed beads, pins, and what they teach."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import Bead, Ladder, align, align_again, learn
from workbench.segment import Segment


def sides(count: int, others: int) -> tuple[list[Segment], list[Segment]]:
    ours = [Segment(f"Sentence {n} says nothing much.") for n in range(count)]
    return ours, [Segment(f"ဝါကျ {n} က ဘာမှ သိပ်မပြောပါ။", language="my") for n in range(others)]


def bead_of(ladder: Ladder, source: int) -> Bead:
    return next(bead for bead in ladder.beads if source in bead.source)


@given(st.integers(1, 12), st.integers(1, 12), st.data())
@settings(max_examples=60, deadline=None)
def test_fixed_beads_come_back_exactly_and_the_rest_covers_both_sides(
    n: int, m: int, data: st.DataObject
) -> None:
    cuts_i = sorted(data.draw(st.lists(st.integers(0, n), min_size=4, max_size=4)))
    cuts_j = sorted(data.draw(st.lists(st.integers(0, m), min_size=4, max_size=4)))
    boxes = [(range(cuts_i[k], cuts_i[k + 1]), range(cuts_j[k], cuts_j[k + 1])) for k in (0, 2)]
    fixed = [Bead(tuple(i), tuple(j), 1.0) for i, j in boxes if i or j]
    ladder = align(*sides(n, m), fixed=fixed)
    assert all(bead in ladder.beads for bead in fixed)
    assert [i for bead in ladder.beads for i in bead.source] == list(range(n))
    assert [j for bead in ladder.beads for j in bead.target] == list(range(m))


@pytest.mark.parametrize("size", [9, 400])
def test_two_far_segments_that_are_pinned_share_a_bead_and_the_rest_follows(size: int) -> None:
    ladder = align(*sides(size, size), pins=[(3, 6)])
    assert 6 in bead_of(ladder, 3).target
    assert all(
        j < 6 or 3 in bead.source for bead in ladder.beads[:4] for j in bead.target if bead.source
    )


def test_a_long_document_keeps_a_fixed_bead_far_from_the_path() -> None:
    fixed = Bead((300,), (420,), 1.0)
    assert fixed in align(*sides(700, 700), fixed=[fixed]).beads


@pytest.mark.parametrize(
    "fixed",
    [
        [Bead((0,), (1,)), Bead((1,), (0,))],
        [Bead((0,), (0,)), Bead((0,), (1,))],
        [Bead((0, 2), (0,))],
        [Bead((0,), (9,))],
    ],
    ids=["crossing", "overlapping", "with a gap", "outside"],
)
def test_fixed_beads_that_cannot_all_be_kept_are_refused(fixed: list[Bead]) -> None:
    with pytest.raises(ValueError, match=r"fixed"):
        align(*sides(3, 3), fixed=fixed)


UNKNOWN = [
    ("The zorbles wander at night.", "ဇောဘယ်များသည် ညအခါ လှည့်လည်ကြသည်။"),
    ("We feed every zorble twice.", "ဇောဘယ်တိုင်းကို နှစ်ကြိမ် ကျွေးပါသည်။"),
    ("A zorble never forgets.", "ဇောဘယ်သည် ဘယ်တော့မှ မမေ့ပါ။"),
]


def test_confirmed_pairs_teach_their_words() -> None:
    lexicon = learn(UNKNOWN)
    assert lexicon is not None
    zorble, row = lexicon.source.number["zorbl"], lexicon.source.chances
    best = row.words[row.given == zorble][row.chances[row.given == zorble].argmax()]
    assert list(lexicon.target.number)[best] in {"ဇော", "ဘယ်"}


def test_glossary_terms_count_as_evidence() -> None:
    source = [Segment("It is green."), Segment("The Moon Fund paid."), Segment("It is blue.")]
    target = [Segment("အစိမ်းရောင် ဖြစ်သည်။", language="my"), Segment("လရန်ပုံငွေက ပေးသည်။", language="my")]
    without, having = (align(source, target, terms=terms) for terms in ((), [("Moon Fund", "လရန်ပုံငွေ")]))
    assert bead_of(having, 1).target == (1,)
    assert bead_of(having, 1).score > bead_of(without, 1).score


def test_letters_that_only_look_like_a_terms_do_no_harm() -> None:
    source, target = [Segment("İndigo ındigo")], [Segment("မဲနယ်", language="my")]
    assert align(source, target, terms=[("indigo", "မဲနယ်")]).beads[0].target == (0,)


def test_aligning_a_range_again_keeps_what_is_confirmed_and_all_outside_exactly() -> None:
    source, target = sides(9, 9)
    # A person has made a mess, 3-1 and 1-3, before a pair that is right.
    odd = [Bead((0, 1, 2), (0,), 0.2), Bead((3,), (1, 2, 3), 0.2), Bead((4,), (4,), 1.0)]
    before = [*odd, *(Bead((n,), (n,), 0.123) for n in range(5, 9))]
    ladder = align_again(before, source, target, keep=[2], within=range(3))
    assert ladder.beads[-5:] == tuple(before[-5:])
    assert [(bead.source, bead.target) for bead in ladder.beads[:4]] == [((n,), (n,)) for n in range(4)]
    whole = align_again(before, source, target, keep=[2])
    assert before[2] in whole.beads and whole.beads[-1].score != 0.123


def test_what_a_person_left_alone_is_neither_a_doubt_nor_a_crossing() -> None:
    furniture = [Segment("Follow us on Facebook."), Segment("Share this page.")]
    source = [Segment("The school is open. " * 4), *furniture * 5]
    target = [
        Segment("ကျောင်းကို ဖွင့်ထားသည်။ " * 4, language="my"),
        *(Segment(each.text, language="my") for each in furniture),
    ]
    alone = [Bead((n,), ()) for n in range(1, 11)] + [Bead((), (n,)) for n in (1, 2)]
    ladder = align(source, target, fixed=alone)
    assert ladder.remarks == () and ladder.crossings == ()


def test_fixed_beads_stay_when_the_other_side_is_empty() -> None:
    fixed = Bead((0, 1), (), 1.0)
    assert align(sides(3, 0)[0], [], fixed=[fixed]).beads == (fixed, Bead((2,), (), 1.0))
