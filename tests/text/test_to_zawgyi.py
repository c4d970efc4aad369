import unicodedata

import pytest

from workbench.text import check, convert, detect
from workbench.text.syllables import TABLE
from workbench.text.to_zawgyi import to_zawgyi


@pytest.mark.parametrize(
    ("unicode", "zawgyi"),
    [
        ("မြန်မာ", "ျမန္မာ"),
        ("ကြီး ကြွ ခြံ ပြု", "ႀကီး ႂကြ ၿခံ ျပဳ"),
        ("ကျွန်ုပ်တို့", "ကၽြႏု္ပ္တို႔"),
        ("သင်္ဘော အင်္ဂါ", "သေဘၤာ အဂၤါ"),
        ("ယောက်ျား", "ေယာက္်ား"),
        ("ကဏ္ဍ သတ္တဝါ", "က႑ သတၱဝါ"),
        ("ဒေါ် ၎င်း", "ေဒၚ ၎"),
        ("Hello ၁၂၃", "Hello ၁၂၃"),
    ],
)
def test_unicode_is_spelled_in_the_shapes_of_zawgyi(unicode: str, zawgyi: str) -> None:
    assert to_zawgyi(unicode).text == zawgyi


def test_every_faultless_syllable_we_know_comes_back_as_it_went() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    syllables = [line.split("\t")[0] for line in lines if " " not in line and "\u1039" not in line]
    right = [each for each in syllables if detect(each).verdict != "zawgyi" and not check(f"ရှေ့ {each}")]
    lost = [each for each in right if to_zawgyi(each).lost]
    assert lost == []
    assert len(right) > 1000


def test_the_way_back_gives_the_text_where_nothing_was_lost() -> None:
    text = "ဥက္ကဋ္ဌသည် ပြဿနာများကို ဖြေရှင်းရန် ရှေ့နေ၊ ဝန်ကြီးနှင့် တွေ့ဆုံခဲ့သည်။"
    made = to_zawgyi(text)
    assert made.lost == ()
    assert unicodedata.normalize("NFC", convert(made.text)) == unicodedata.normalize("NFC", text)
