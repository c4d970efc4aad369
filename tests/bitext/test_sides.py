"""What is set aside stays in the document, alone; what belongs together by layout stays together."""

import pytest

from workbench.bitext.build import build, build_one
from workbench.bitext.units import Bitext
from workbench.errors import BadFile, WrongUse

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
