"""Scores against a gold ladder, and hunalign's form there and back."""

import pytest

from workbench.align import Bead, Ladder, hunalign, scoring
from workbench.errors import BadFile

GOLD = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), ()), Bead((4,), (2,))]
FOUND = [Bead((0,), (0,)), Bead((1,), (1,)), Bead((2, 3), ()), Bead((4,), (2,))]


def test_strict_counts_equal_links_and_lax_counts_touching_ones() -> None:
    assert scoring.strict(FOUND, GOLD).f1 == pytest.approx(2 / 3)
    assert scoring.lax(FOUND, GOLD).f1 == 1


def test_the_table_of_types_counts_empty_sides_too() -> None:
    table = scoring.by_type(FOUND, GOLD)
    assert (table["1-1"].found, table["1-1"].wanted, table["1-1"].right_found) == (3, 2, 2)
    assert table["1-0"].wanted == 1 and table["1-0"].right_wanted == 0


def test_a_ladder_goes_through_hunaligns_form_unchanged() -> None:
    ladder = Ladder(tuple(Bead(each.source, each.target, 0.5) for each in GOLD), "hunalign")
    assert hunalign.load(hunalign.dump(ladder)) == ladder


@pytest.mark.parametrize("bad", [["0\t0", "x\t1"], ["0\t0", "2\t2", "1\t3"], ["0"], ["0\t0", "0\t0"]])
def test_a_ladder_that_does_not_rise_is_refused_with_its_line(bad: list[str]) -> None:
    with pytest.raises(BadFile, match=r"a.ladder, line \d"):
        hunalign.load(bad, "a.ladder")
