import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_conversion import cases
from workbench.text import Verdict, detect, detect_lines

MYANMAR = st.characters(min_codepoint=0x1000, max_codepoint=0x109F)


@pytest.mark.parametrize(("verdict", "text", "why"), cases("detect.tsv"))
def test_a_text_alone_is(verdict: str, text: str, why: str) -> None:
    assert detect(text).verdict == verdict, why


@given(st.text(st.sampled_from("၀၁၂၃၄၅၆၇၈၉။၊ .,-()%/:0123456789")))
def test_digits_and_punctuation_are_always_neutral(text: str) -> None:
    assert detect(text).verdict is Verdict.NEUTRAL


@given(st.text(MYANMAR | st.sampled_from(" \n.a1​")))
def test_every_text_has_a_verdict_and_a_chance(text: str) -> None:
    found = detect(text)
    assert 0.0 <= found.zawgyi <= 1.0
    assert (found.verdict is Verdict.ZAWGYI) <= (found.zawgyi >= 0.5)


@given(st.lists(st.sampled_from(["ကြာကြာ", "ေန႔လည္", "နေ့လည်", "123", ""]), max_size=40))
def test_each_line_of_a_document_gets_one_verdict(lines: list[str]) -> None:
    assert len(list(detect_lines(iter(lines)))) == len(lines)


def test_an_undecided_line_follows_its_neighbours() -> None:
    undecided = "ပြား"  # "flat" in Unicode, "increase" in Zawgyi
    zawgyi = [found.verdict.value for found in detect_lines(["ျမန္မာစာေရးသားျခင္း"] * 9 + [undecided])]
    unicode = [found.verdict.value for found in detect_lines(["မြန်မာစာရေးသားခြင်း"] * 9 + [undecided])]
    assert (zawgyi[-1], unicode[-1]) == ("zawgyi", "unicode")
