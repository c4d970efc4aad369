import io
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import unit
from workbench.bitext import plain
from workbench.bitext.acts import Side
from workbench.bitext.units import Unit
from workbench.segment import Segment, segment

FIRST = (Segment("To all", 0, "heading"), Segment("of you", 0, "heading"))
UNITS = [
    Unit("1", FIRST[:1], (Segment("အားလုံးသို့", 0, language="my"),)),
    Unit("2", FIRST[1:], ()),
    Unit("3", (Segment("Stop.", 1, "numbered_item", "1."), Segment("Now.", 1)), ()),
    Unit("4", (), (Segment("ရပ်ပါ။", 1, "numbered_item", "၁။", "my", ""),)),
    Unit("5", (Segment("Go.", 2),), (Segment("ယခု။", 1, language="my"),)),
]


def text(units: list[Unit], side: Side) -> str:
    out = io.BytesIO()
    plain.write(units, out, side)
    return out.getvalue().decode()


def test_each_side_stands_in_its_paragraphs_with_their_labels() -> None:
    assert text(UNITS, "source") == "To all of you\n\n1. Stop. Now.\n\nGo.\n"
    assert text(UNITS, "target") == "အားလုံးသို့\n\n၁။ ရပ်ပါ။ယခု။\n"


def test_units_without_blocks_are_a_paragraph_each() -> None:
    assert text([unit("One.", "တစ်။"), unit("Two.", "နှစ်။")], "target") == "တစ်။\n\nနှစ်။\n"
    assert text([], "source") == ""


@given(st.lists(st.sampled_from(["Stop it.", "Go on!", "Why?", "They met."]), min_size=3, max_size=30))
def test_the_text_is_cut_again_into_the_same_sentences(sentences: list[str]) -> None:
    paragraphs = [" ".join(pair) for pair in pairwise(sentences)]
    found = segment("\n\n".join(paragraphs), "en")
    again = segment(text([Unit(str(n), (each,), ()) for n, each in enumerate(found)], "source"), "en")
    assert [(each.text, each.block) for each in again] == [(each.text, each.block) for each in found]
