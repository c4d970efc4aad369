"""What is set aside stays in the document, alone; what belongs together by layout stays together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bitext.build import build, build_one
from workbench.bitext.sides import align_sides
from workbench.bitext.units import Bitext
from workbench.errors import BadFile, WrongUse
from workbench.segment import Segment

ENGLISH = "The school opened in 1998.\n\nIt has 40 pupils.\n\nShare this\n"
BURMESE = "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။\n\nကျောင်းသား ၄၀ ရှိသည်။\n"
PASSAGE = "This translation was made by volunteers; the English text is the one that counts.\n\n"


def pairs(bitext: Bitext) -> list[tuple[str, str]]:
    return [(unit.source_text, unit.target_text) for unit in bitext.units]


def test_navigation_and_passages_in_the_other_language_stay_alone() -> None:
    bitext = build(ENGLISH.encode(), (PASSAGE + BURMESE).encode(), title="School")
    assert sorted(pairs(bitext)) == [
        ("", PASSAGE.strip()),
        ("It has 40 pupils.", "ကျောင်းသား ၄၀ ရှိသည်။"),
        ("Share this", ""),
        ("The school opened in 1998.", "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။"),
    ]
    aside = [unit for unit in bitext.units if not unit.source or not unit.target]
    assert [unit.reasons[0].code for unit in aside] == ["set_aside"] * 2


def test_one_file_with_both_languages_becomes_pairs() -> None:
    lines = [
        line for pair in zip(ENGLISH.split("\n\n"), BURMESE.split("\n\n"), strict=False) for line in pair
    ]
    bitext = build_one("\n\n".join(lines).encode(), "both.txt", title="School")
    assert pairs(bitext)[:2] == [
        ("The school opened in 1998.", "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။"),
        ("It has 40 pupils.", "ကျောင်းသား ၄၀ ရှိသည်။"),
    ]


def test_one_file_of_one_language_asks_for_its_translation() -> None:
    with pytest.raises(WrongUse, match="Give its translation"):
        build_one(ENGLISH.encode(), "a.txt", title="School")


def test_a_fault_says_whose_side_it_is() -> None:
    with pytest.raises(BadFile, match=r"^Burmese: .*cut short"):
        build(b"One.", b"%PDF-1.7 and no more", title="Bad", names=("a.txt", "b.pdf"))


@given(pairs=st.lists(st.tuples(st.integers(-1, 6), st.integers(-1, 6)), max_size=8))
def test_pairs_of_blocks_that_cross_or_do_not_exist_never_stop_aligning(
    pairs: list[tuple[int, int]],
) -> None:
    source = [Segment(f"Village {n}.", block=n) for n in range(5)]
    target = [Segment(f"ရွာ {n} ။", block=n, language="my") for n in range(5)]
    beads = align_sides(source, target, pairs=pairs).beads
    assert [i for bead in beads for i in bead.source] == list(range(5))
    assert [j for bead in beads for j in bead.target] == list(range(5))


def test_one_pair_of_blocks_astray_does_not_cost_the_others() -> None:
    source = [Segment(f"{word}.", block=n) for n, word in enumerate(("Red", "Blue", "Green"))]
    target = [Segment(f"{word}။", block=n, language="my") for n, word in enumerate(("ဃ", "င", "ည"))]
    beads = align_sides(source, target, pairs=[(0, 2), (1, 1), (2, 2)]).beads
    together = [(i, j) for bead in beads for i in bead.source for j in bead.target]
    assert (1, 1) in together and (2, 2) in together


@pytest.mark.parametrize("count", [1, 9], ids=["short", "long"])
def test_swapped_texts_are_told_however_long_their_blocks(count: int) -> None:
    english = " ".join(f"School {n} has {n}0 pupils and a well." for n in range(1, count + 1))
    burmese = " ".join(f"ကျောင်း {n} တွင် ကျောင်းသား {n}0 နှင့် ရေတွင်း ရှိသည်။" for n in range(1, count + 1))
    assert build(english.encode(), burmese.encode(), title="x").remarks == ()
    swapped = build(burmese.encode(), english.encode(), title="x").remarks
    assert "look swapped" in " ".join(swapped)
