"""Meaning as evidence: sentence vectors of a model that lies on the user's own disk. Off by default.

Any object with `encode(texts) -> vectors` will do: sentence-transformers' interface, LaBSE's too. The
feature `meaning` is how many deviations two sides are closer than sides that stand near each other
usually are; a side of several segments has the sum of their vectors.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from workbench.align.beads import SHAPES, Band, Floats
from workbench.errors import WrongUse
from workbench.saying import say

_MOST = 4.0


class Encoder(Protocol):
    """What turns texts into vectors of one length, texts of like meaning into like vectors."""

    def encode(self, sentences: list[str]) -> Floats:
        """One vector a text, shape (texts, size)."""


def load_encoder(folder: str | Path) -> Encoder:
    """The model in a folder of this machine; nothing is ever fetched.

    Refuses with `WrongUse` when there is no such folder or the `neural` extra is not installed.
    """
    if not Path(folder).is_dir():
        raise WrongUse(
            say(
                "There is no model folder %(folder)s. Models are not fetched; name one on this disk.",
                folder=folder,
            )
        )
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise WrongUse(
            say('Scoring with a model needs one more package: pip install "workbench[neural]".')
        ) from error
    try:
        model: Encoder = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        raise WrongUse(
            say(
                "The folder %(folder)s holds no model that sentence-transformers can load.",
                folder=folder,
            )
        ) from error
    return model


def vectors(encoder: Encoder, texts: Sequence[str]) -> Floats:
    """The vectors of all texts, each of length one; an empty text has none, all noughts."""
    found = np.asarray(encoder.encode(list(texts)), dtype=float).reshape(len(texts), -1)
    sizes = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.where(sizes > 0, sizes, 1.0))


def meaning(source: Floats, target: Floats, band: Band) -> Floats:
    """The closeness of both sides of every bead, in deviations from what is usual in the band."""
    ours, theirs = (
        np.concatenate([np.zeros((1, each.shape[1])), np.cumsum(each, 0)]) for each in (source, target)
    )
    rows = np.arange(band.sources + 1)
    ends = np.minimum(band.columns(), band.targets)
    close = np.zeros((len(SHAPES), band.sources + 1, band.width))
    for k, (a, b) in enumerate(SHAPES):
        left = _unit(ours[rows] - ours[np.maximum(rows - a, 0)])
        right = _unit(theirs - theirs[np.maximum(np.arange(len(theirs)) - b, 0)])
        for i in rows:
            close[k, i] = right[ends[i]] @ left[i]
    single = close[SHAPES.index((1, 1)), 1:]
    usual, spread = float(single.mean()), max(float(single.std()), 1e-6)
    both = np.array([bool(a and b) for a, b in SHAPES])
    return np.asarray(np.clip((close - usual) / spread, -_MOST, _MOST) * both[:, None, None])


def _unit(values: Floats) -> Floats:
    sizes = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.where(sizes > 0, sizes, 1.0))
