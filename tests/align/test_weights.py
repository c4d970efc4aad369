"""The figures that ship: complete, and a score that rises with the chance."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.beads import SHAPES
from workbench.align.evidence import FEATURES
from workbench.align.lexicon import load, save
from workbench.align.lexicon import shipped as lexicon
from workbench.align.weights import shipped

chances = st.floats(0, 1)
contents = st.floats(-50, 50)


def test_every_feature_and_every_shape_has_a_weight() -> None:
    assert set(FEATURES) <= set(shipped().features)
    assert {f"{a}-{b}" for a, b in SHAPES} == set(shipped().shapes)


@given(chances, chances, contents)
def test_a_score_is_a_chance_and_rises_with_it(one: float, other: float, content: float) -> None:
    low, high = (shipped().score(each, content) for each in sorted((one, other)))
    assert 0 < low <= high < 1


def test_a_lexicon_goes_through_its_file_unchanged(tmp_path) -> None:
    save(lexicon(), tmp_path / "lexicon.npz")
    again = load(tmp_path / "lexicon.npz")
    assert again.source.number == lexicon().source.number
    assert np.array_equal(again.target.chances.chances, lexicon().target.chances.chances)


def test_the_lexicon_knows_a_country_a_month_and_a_name() -> None:
    for english, burmese in (("thailand", "ထိုင်း"), ("april", "ဧပြီလ"), ("aung", "အောင်")):
        words = lexicon().source
        row = words.chances.given == words.number[english]
        assert lexicon().target.number[burmese] in words.chances.words[row]
