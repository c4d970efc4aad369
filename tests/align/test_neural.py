"""Sentence vectors as evidence, with a small model made here."""

from pathlib import Path

import numpy as np
import pytest

from workbench.align import align
from workbench.align.neural import load_encoder
from workbench.errors import WrongUse
from workbench.segment import Segment

THINGS = (("Pebble", "ကျောက်စရစ်"), ("Heron", "ဗျိုင်း"), ("Lantern", "မီးအိမ်"), ("Saddle", "ကုန်းနှီး"))


class Model:
    """Knows which of a few things a text is about, in either language."""

    def encode(self, sentences: list[str]) -> np.ndarray:
        return np.array(
            [[float(any(word in text for word in pair)) for pair in THINGS] for text in sentences]
        )


def test_a_model_finds_what_nothing_else_tells() -> None:
    source = [Segment(f"{english} aaaaa bbbbb ccccc") for english, _ in THINGS]
    target = [Segment(f"{burmese} ကကကကက ခခခခခ", language="my") for _, burmese in THINGS[1:]]
    beads = align(source, target, encoder=Model()).beads
    wanted = [((0,), ()), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))]
    assert [(bead.source, bead.target) for bead in beads] == wanted


def test_a_model_that_is_not_there_is_never_fetched(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="not fetched"):
        load_encoder(tmp_path / "LaBSE")
