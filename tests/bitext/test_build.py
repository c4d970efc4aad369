import pytest

from workbench.bitext.build import build
from workbench.errors import UnreadableText

ENGLISH = "1. We met in Yangon on 3 May 2021.\n2. Twelve people came. They stayed until noon.\n"
BURMESE = """၁။ ကျွန်ုပ်တို့ ၂၀၂၁ ခုနှစ် မေလ ၃ ရက်နေ့က ရန်ကုန်တွင် တွေ့ဆုံခဲ့ကြသည်။
၂။ လူ ဆယ့်နှစ်ဦး လာခဲ့သည်။ မွန်းတည့်ချိန်အထိ နေခဲ့ကြသည်။
"""
ZAWGYI = "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွတြင္ ရွိသည္။"


def test_two_files_become_units_side_by_side() -> None:
    bitext = build(ENGLISH.encode(), BURMESE.encode(), title="Meeting")
    assert [len(each.source) for each in bitext.units] == [1, 1, 1]
    assert bitext.units[2].target_text == "မွန်းတည့်ချိန်အထိ နေခဲ့ကြသည်။"
    assert len({each.uid for each in bitext.units}) == 3
    assert bitext.signature
    assert (bitext.source_language, bitext.target_language) == ("en", "my")


def test_every_segment_of_both_texts_stands_in_one_unit() -> None:
    bitext = build(ENGLISH.encode() * 3, BURMESE.encode(), title="Meeting")
    english = "".join(f"{each.label or ''}{each.text}" for one in bitext.units for each in one.source)
    assert "".join(english.split()) == "".join(ENGLISH.split()) * 3


def test_zawgyi_is_converted_and_remarked_with_its_side_and_line() -> None:
    bitext = build(b"\nMyanmar is in Southeast Asia.", f"\n{ZAWGYI}".encode("utf-16"), title="Zawgyi")
    assert bitext.units[-1].target_text.startswith("မြန်မာနိုင်ငံသည်")
    assert any(each.startswith("Burmese, line 2:") for each in bitext.remarks)
    assert bitext.encodings[1].startswith("utf-16")


def test_an_empty_side_leaves_the_other_alone() -> None:
    bitext = build(ENGLISH.encode(), b"", title="Half")
    assert [(len(each.source), len(each.target)) for each in bitext.units] == [(1, 0)] * 3


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableText):
        build(b"\x00\xff\xfe\x01", b"", title="Bad")


def test_a_line_of_asterisks_is_not_a_pair() -> None:
    bitext = build(b"One day.\n\n* * *\n\nAnother day.", "တစ်နေ့။\n\nနောက်တစ်နေ့။".encode(), title="Days")
    assert all(each.text for one in bitext.units for each in one.source)
    assert len(bitext.units) == 2
