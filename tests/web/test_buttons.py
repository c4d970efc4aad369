"""Buttons and options that are put together outside the templates keep a text from becoming a page."""

from workbench.segment import Segment
from workbench.web.buttons import button
from workbench.web.cuts import breaks


def test_a_button_names_its_act_its_keys_and_where_to_go_then() -> None:
    made = button("/units/7/", "split", "Split", "Shift+KeyS Delete", "primary", "next")
    assert made == (
        '<button class="button primary" formaction="/units/7/split" data-key="Shift+KeyS Delete"'
        ' data-then="next">Split <kbd aria-hidden="true">⇧S</kbd></button>\n'
    )


def test_the_words_of_a_button_are_words() -> None:
    assert "<b>" not in button('"><b>', "<b>", "<b>", "<b>", "<b>", "<b>")


def test_the_text_around_a_place_to_cut_at_is_text() -> None:
    options = breaks(Segment("<b>, <i>"), "source:0")
    assert options == '<option value="source:0:5">…&lt;b&gt;,  | &lt;i&gt;…</option>\n'
