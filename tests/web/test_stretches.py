"""Acts on a stretch of pairs and with far ones, by htmx and by a plain form."""

import pytest

from tests.web.conftest import DeskPage


def pairs(desk: DeskPage) -> list[tuple[str, str]]:
    return [(each.source_text, each.target_text) for each in desk.units()]


def test_a_column_shifts_down_and_up_again(desk: DeskPage) -> None:
    before = pairs(desk)
    desk.do("shift_column_down", 1, side="target")
    assert pairs(desk)[0] == (before[0][0], "")
    assert pairs(desk)[1][1] == before[0][1]
    desk.do("shift_column_up", 1, side="target")
    assert pairs(desk)[:2] == before[:2]


def test_aligning_again_keeps_every_sentence(desk: DeskPage) -> None:
    before = pairs(desk)
    assert desk.do("realign", 1).status_code in (200, 303)
    for side in (0, 1):
        joined = [
            "".join(each[side] for each in found).replace(" ", "") for found in (before, pairs(desk))
        ]
        assert joined[0] == joined[1]


def test_a_crossing_is_marked_by_number_and_taken_off(desk: DeskPage) -> None:
    desk.do("shift_column_down", 1, side="target")
    desk.do("insert", 1)
    desk.do("edit", 2, target_at_0="ကြက်ခြေခတ်")
    desk.do("cross", 1, other="2")
    first, second = desk.units()[:2]
    assert (first.crosses_id, second.crosses_id) == (second.id, first.id)
    desk.do("uncross", 2)
    assert desk.units()[0].crosses_id is None


@pytest.mark.parametrize("other", ["", "999", "x", "0", "9" * 5000])
def test_a_pair_that_is_not_there_is_asked_for_again(desk: DeskPage, other: str) -> None:
    answer = desk.do("pin", 1, other=other)
    assert answer.status_code == 422
    assert "number of the other pair" in answer.text
