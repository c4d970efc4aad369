"""A difference loses nothing of either text, however long they are and however often they repeat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web import difference as room
from workbench.web.difference import difference, joined

TEXT = st.text("ab ကခ်", max_size=20)


@pytest.mark.parametrize("most", [0, 300])
@given(TEXT, TEXT)
def test_both_texts_can_be_told_from_a_difference(most: int, before: str, after: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_MOST", most)
        parts = difference(before, after)
        assert "".join(text for kind, text in parts if kind != "in") == before
        assert "".join(text for kind, text in parts if kind != "out") == after
        assert joined(before, before, after) == after == joined(before, after, before)


def test_long_texts_that_repeat_themselves_are_compared() -> None:
    assert difference("ကခ " * 3000, "ကခ " * 3000 + "ဂ")[-1] == ("in", "ဂ")
    assert joined("a " * 3000, "a b " * 3000, "a " * 3000) == "a b " * 3000
