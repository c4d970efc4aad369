"""Laws of the search: it sees every ladder, and the best is the best."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Floats, around, whole
from workbench.align.search import best_path, posteriors

Path = list[tuple[int, int, int]]


def ladders(i: int, j: int) -> Iterator[Path]:
    if (i, j) == (0, 0):
        yield []
    for shape, (a, b) in enumerate(SHAPES):
        if i >= a and j >= b:
            for path in ladders(i - a, j - b):
                yield [*path, (shape, i, j)]


def random_scores(band: Band, seed: int) -> Floats:
    noise = np.random.default_rng(seed).normal(size=(len(SHAPES), band.sources + 1, band.width))
    return np.where(band.legal(), noise, IMPOSSIBLE)


def weight(path: Path, scores: Floats) -> float:
    return float(sum(scores[place] for place in path))


sides = st.integers(1, 4)


@given(sides, sides, st.integers(0, 999))
@settings(max_examples=30, deadline=None)
def test_the_best_path_is_the_heaviest_of_all_ladders(n: int, m: int, seed: int) -> None:
    scores = random_scores(whole(n, m), seed)
    heaviest = max(weight(path, scores) for path in ladders(n, m))
    assert np.isclose(weight(best_path(scores, whole(n, m)), scores), heaviest)


@given(sides, sides, st.integers(0, 999))
@settings(max_examples=30, deadline=None)
def test_a_chance_is_the_share_of_the_ladders_that_hold_the_bead(n: int, m: int, seed: int) -> None:
    scores = random_scores(whole(n, m), seed)
    wanted = np.zeros_like(scores)
    every = list(ladders(n, m))
    for path in every:
        for place in path:
            wanted[place] += np.exp(weight(path, scores))
    wanted /= sum(np.exp(weight(path, scores)) for path in every)
    assert np.allclose(posteriors(scores, whole(n, m)), wanted, atol=1e-9)


@given(st.integers(5, 40), st.integers(5, 40), st.integers(2, 6), st.data())
@settings(max_examples=50, deadline=None)
def test_a_ladder_in_any_band_covers_both_sides_once_and_in_order(n, m, reach, data) -> None:
    jumps = data.draw(st.lists(st.integers(0, m), min_size=n + 1, max_size=n + 1))
    band = around(np.sort(np.array(jumps)), m, reach)
    path = best_path(random_scores(band, n * m), band)
    i = j = 0
    for shape, end_i, end_j in path:
        i, j = i + SHAPES[shape][0], j + SHAPES[shape][1]
        assert (i, j) == (end_i, end_j)
    assert (i, j) == (n, m)
