from unicodedata import is_normalized, normalize

from hypothesis import given
from hypothesis import strategies as st

from workbench.bitext.cleaning import clean, is_legal, is_plain

BURMESE = st.text(
    st.characters(min_codepoint=0x1000, max_codepoint=0x109F) | st.sampled_from(" \u200b\u00a0“”a1")
)


@given(BURMESE | st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, [])
    assert is_legal(cleaned) and is_normalized("NFC", cleaned)


@given(BURMESE)
def test_what_is_plain_is_in_nfc(text: str) -> None:
    assert not is_plain(text) or normalize("NFC", text) == text


@given(BURMESE | st.text())
def test_nothing_is_changed_without_a_remark(text: str) -> None:
    cleaned, remarks = clean(text)
    assert bool(remarks) == (cleaned != text)


def test_zwsp_and_nbsp_stay() -> None:
    assert clean("စာ\u200bသား\u00a0၁") == ("စာ\u200bသား\u00a0၁", [])
