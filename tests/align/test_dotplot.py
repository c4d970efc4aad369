"""The dots of a plot lie where two texts share rare words, wherever that is."""

from tests.builders import segments
from workbench.align import cloud
from workbench.align.dotplot import DRAWN

NUMBERS = [str(1000 + 37 * number) for number in range(60)]


def texts(numbers: list[str]) -> tuple[str, ...]:
    return tuple(f"No. {each}." for each in numbers)


def test_a_chapter_that_stands_elsewhere_has_its_dots_there() -> None:
    moved = [*NUMBERS[39:], *NUMBERS[:39]]
    dots = cloud(segments(*texts(NUMBERS)), segments(*texts(moved), language="my"))
    there = {(each.i, each.j) for each in dots if each.darkness > 0.9}
    assert {(number, (number + 21) % 60) for number in range(0, 60, 3)} == there
    assert all(0 <= each.darkness <= 1 and each.stretch == 3 for each in dots)


def test_a_text_beside_nothing_or_beyond_measure_has_none() -> None:
    assert cloud((), segments("One.")) == []
    assert cloud(segments("One."), segments("One.") * (DRAWN + 1)) == []
