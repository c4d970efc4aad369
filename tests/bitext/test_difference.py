"""A difference holds both texts and cuts no syllable."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.bitext.difference import difference

TEXTS = st.text("ab 12ကခန်းို။", max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(text for kind, text in pieces if kind != "ins") == old
    assert "".join(text for kind, text in pieces if kind != "del") == new


def test_burmese_differs_by_syllables() -> None:
    assert difference("ကန်ကို ကြည့်", "ကမ်းကို ကြည့်") == (
        ("del", "ကန်"),
        ("ins", "ကမ်း"),
        ("same", "ကို ကြည့်"),
    )
