"""The weights of the features and shapes, and how chances are brought down to earth.

Made by `scripts/fit_aligner.py` from documents cut out of licence-clean text; the figures lie beside
this module in `weights.json`.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

from workbench.align.beads import SHAPES, Floats

VERSION = "1"
SHIPPED = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """`features` by name; `shapes` the log of how usual each shape of bead is, as `"1-2"`; and how the
    score follows from the `chance` (as log odds) and the `content` of a bead."""

    features: Mapping[str, float]
    shapes: Mapping[str, float]
    calibration: Mapping[str, float] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """The aligner, its version, and a fingerprint of the weights."""
        figures = json.dumps([self.features, self.shapes], sort_keys=True)
        return f"workbench {VERSION} ({crc32(figures.encode()):08x})"

    def score(self, chance: float, content: float) -> float:
        """The chance as it proved on documents whose ladder was known: too sure ones come down.

        >>> Weights({}, {}).score(0.75, 3.0)
        0.75
        """
        if not self.calibration:
            return chance
        known = self.calibration
        odds = known["offset"] + known["chance"] * log_odds(chance) + known["content"] * bounded(content)
        return 1 / (1 + math.exp(-odds))

    def priors(self) -> Floats:
        """The weight of each shape, in the order of `SHAPES`."""
        return np.array([self.shapes[f"{a}-{b}"] for a, b in SHAPES])


def log_odds(chance: float) -> float:
    """The log odds of a chance, which counts as neither certain nor impossible."""
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def bounded(content: float) -> float:
    """The content of a bead, so that a very long one does not count for more than a long one."""
    return min(max(content, -5.0), 15.0)


@cache
def shipped() -> Weights:
    """The weights of the package."""
    return Weights(**json.loads(SHIPPED.read_text(encoding="utf-8")))
