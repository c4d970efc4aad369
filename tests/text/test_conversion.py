import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import convert, unicode_of

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 3 for row in rows), "a case is three columns"
    return rows


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("zawgyi", "unicode", "why"), cases("convert.tsv"))
def test_zawgyi_becomes(zawgyi: str, unicode: str, why: str) -> None:
    assert nfc(convert(zawgyi)) == nfc(unicode), why


@given(st.text(st.characters(max_codepoint=0xFFF)))
def test_what_is_not_myanmar_comes_out_as_it_went_in(text: str) -> None:
    assert convert(text) == text or "​​" in text


@given(st.text(st.characters(min_codepoint=0x1000, max_codepoint=0x109F) | st.sampled_from(" .a1")))
def test_converting_twice_is_converting_once(text: str) -> None:
    once = unicode_of(text)
    assert unicode_of(once) == once
