"""The weights of the features and shapes, and how chances are brought down to earth.

Made by `scripts/fit_aligner.py` from documents cut out of licence-clean text; the figures lie beside
this module in `weights.json`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

from workbench.align.beads import SHAPES, Floats

VERSION = "1"
SHIPPED = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """`features` by name; `shapes` the log of how usual each shape of bead is, as `"1-2"`."""

    features: Mapping[str, float]
    shapes: Mapping[str, float]

    @property
    def signature(self) -> str:
        """The aligner, its version, and a fingerprint of the weights."""
        figures = json.dumps([self.features, self.shapes], sort_keys=True)
        return f"workbench {VERSION} ({crc32(figures.encode()):08x})"

    def priors(self) -> Floats:
        """The weight of each shape, in the order of `SHAPES`."""
        return np.array([self.shapes[f"{a}-{b}"] for a, b in SHAPES])


@cache
def shipped() -> Weights:
    """The weights of the package."""
    return Weights(**json.loads(SHIPPED.read_text(encoding="utf-8")))
