from dataclasses import replace

import pytest

from tests.builders import unit
from workbench.bitext.selecting import Selection, stretch, turned, unsaid
from workbench.bitext.units import Status, Unit
from workbench.segment import Segment

HEADING = Unit(
    "h", (Segment("Statement", 0, "heading"),), (Segment("ကြေညာချက်", 0, "heading", language="my"),)
)
ITEM = Unit("i", (Segment("Stop.", 4, "numbered_item", "1."),), ())
ALL = [HEADING, ITEM, replace(unit("One.", "တစ်။", "u", 0.5), status=Status.CONFIRMED)]


@pytest.mark.parametrize(("selection", "taken"), [
    (Selection(), "hiu"),
    (Selection(frozenset({Status.CONFIRMED})), "u"),
    (Selection(min_score=0.6), "hi"),
    (Selection(longest=5), "iu"),
    (Selection(kinds=frozenset({"heading", "bullet"})), "h"),
    (Selection(blocks=(5, 9)), "i"),
    (Selection(blocks=(1, 1)), "hu"),
])  # fmt: skip
def test_a_selection_takes_what_it_says(selection: Selection, taken: str) -> None:
    assert [each.uid for each in ALL if selection.takes(each)] == list(taken)


def test_turned_twice_is_the_same_and_tags_go_with_their_side() -> None:
    tagged = replace(HEADING, props=(("x-inline-source", "<x/>"), ("x-domain", "law")))
    once = turned(tagged)
    assert (once.source_text, once.props[0]) == ("ကြေညာချက်", ("x-inline-target", "<x/>"))
    assert turned(once) == tagged


def test_what_is_left_unsaid_takes_no_tag_away() -> None:
    full = replace(
        unit("A {1}.", "က", "1", 0.5), notes=("why?",), props=(("x-inline-source", "<x/>"), ("x-a", "b"))
    )
    bare = unsaid(full, frozenset({"score", "notes", "props"}))
    assert (bare.score, bare.notes, bare.props) == (None, (), (("x-inline-source", "<x/>"),))
    assert unsaid(full, frozenset({"notes"})) == replace(full, notes=())


@pytest.mark.parametrize("text", ["", "0", "7-3", "a", "1-", "1-2-3", "9" * 20])
def test_what_is_no_stretch_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        stretch(text)
