"""The weights of the package, fitted: python scripts/fit_aligner.py FOLDER RUNNING.tsv

FOLDER holds the pairs the lexicon is learnt from, and in it RUNNING.tsv those in the order of their
text. Documents are made out of these; each is judged with a lexicon that has not seen its sentences,
and a third of them with one that has seen nothing of their kind, for that is what other texts will meet.
The weights maximise the chance of the known ladders (a conditional random field), by gradient ascent.
"""

import json
import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made_documents import Made, Pair, documents

from workbench.align import Bead, lexicon
from workbench.align.beads import IMPOSSIBLE, SHAPES, Band, Floats, whole
from workbench.align.deciding import solve
from workbench.align.evidence import FEATURES
from workbench.align.gathering import gather
from workbench.align.lexicon import Lexicon
from workbench.align.pieces import solve_in_pieces
from workbench.align.search import posteriors
from workbench.align.ties import untied
from workbench.align.weights import SHIPPED, Weights, bounded, log_odds
from workbench.text.names import names

TAGS = ("en", "my")
GIVEN = {"sounds": 1.0, "labels": 1.0, "kinds": 0.4, "meaning": 1.0}
"""Weights of what the made documents do not show."""
FITTED = tuple(name for name in FEATURES if name not in GIVEN)
_ROUNDS = 45
_DOCUMENTS = 50
START = [
    *(1.0 if name == "lengths" else -1.0 if "sentences" in name else 0.5 for name in FITTED),
    *(-2.0 if 0 in shape else 0.0 if shape == (1, 1) else -1.5 * sum(shape) for shape in SHAPES),
]
"""Where the ascent begins, and what it is held to: rougher than what it finds."""


class Prepared(NamedTuple):
    """A made document's features (features, shapes, rungs, width) and where its gold beads end."""

    features: np.ndarray
    band: Band
    gold: list[tuple[int, int, int]]


def read(path: Path) -> list[Pair]:
    """The pairs of a file."""
    cells = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [(each[0], each[1]) for each in cells if len(each) >= 2]


def folds(folder: Path, running: Path) -> list[tuple[list[Pair], list[Pair], Lexicon]]:
    """Pairs to make documents of, strangers, and a lexicon that has seen neither."""
    text = read(running)
    other = [pair for path in sorted(folder.glob("*.tsv")) if path != running for pair in read(path)]
    seen, strangers = other[: len(other) * 3 // 4], other[len(other) * 3 // 4 :]
    usual = [*seen, *names(*TAGS).items()]
    half = len(text) // 2
    first, second = text[:half], text[half:]
    return [
        (second, strangers, lexicon.from_pairs([*usual, *first], TAGS)),
        (first, strangers, lexicon.from_pairs([*usual, *second], TAGS)),
        (text, strangers, lexicon.from_pairs(usual, TAGS)),
    ]


def prepare(document: Made, words: Lexicon) -> Prepared:
    """Each feature alone, for every bead."""
    evidence = gather(document.source, document.target, words)
    band = whole(len(document.source), len(document.target))
    each = [evidence.scores(band, {name: 1.0}, evidence.measured()) for name in FITTED]
    return Prepared(np.array(each, dtype=np.float32), band, places(document.gold))


def places(gold: list[Bead]) -> list[tuple[int, int, int]]:
    """The beads as (shape, i, j) of the rung where each ends."""
    result, i, j = [], 0, 0
    for bead in gold:
        i, j = i + len(bead.source), j + len(bead.target)
        result.append((SHAPES.index((len(bead.source), len(bead.target))), i, j))
    return result


def slope(prepared: Prepared, theta: Floats) -> tuple[Floats, int]:
    """The gradient of the log chance of the gold ladder, and how many beads it has."""
    features, band, gold = prepared
    shapes = theta[len(FITTED) :]
    scores = np.tensordot(theta[: len(FITTED)], features, 1) + shapes[:, None, None]
    chances = posteriors(np.where(band.legal(), scores, IMPOSSIBLE), band)
    by_feature = -np.tensordot(features, chances, ([1, 2, 3], [0, 1, 2]))
    by_shape = -chances.sum(axis=(1, 2))
    for shape, i, j in gold:
        by_feature = by_feature + features[:, shape, i, j]
        by_shape[shape] += 1
    return np.concatenate([by_feature, by_shape]), len(gold)


def fit(data: list[Prepared], start: Floats) -> Floats:
    """Adam (Kingma and Ba 2015), held lightly to where it starts."""
    theta, mean, square, rate = start.copy(), np.zeros_like(start), np.zeros_like(start), 0.08
    for step in range(1, _ROUNDS + 1):
        slopes = [slope(each, theta) for each in data]
        gradient = sum(each for each, _ in slopes) / sum(count for _, count in slopes) - 0.002 * (
            theta - start
        )
        mean = 0.8 * mean + 0.2 * gradient
        square = 0.95 * square + 0.05 * gradient**2
        theta = theta + rate * mean / (1 - 0.8**step) / (np.sqrt(square / (1 - 0.95**step)) + 1e-4)
        rate *= 1.0 if step < _ROUNDS * 0.6 else 0.9
    return theta


def decided(document: Made, words: Lexicon, weights: Weights) -> list[tuple[float, float, bool]]:
    """The two-sided beads the aligner makes: log odds of the chance, content, whether right."""
    evidence = gather(document.source, document.target, words)
    ties = untied(len(document.source), len(document.target))
    wanted = {(bead.source, bead.target) for bead in document.gold}
    return [
        (log_odds(link.chance), bounded(link.content), (link.source, link.target) in wanted)
        for link in solve_in_pieces(evidence, ties, partial(solve, weights))
        if link.source and link.target
    ]


def calibrate(beads: list[tuple[float, float, bool]]) -> dict[str, float]:
    """Logistic regression by Newton's method: how often beads of such chance and content were right."""
    data = np.array(beads, dtype=float)
    columns, right = np.column_stack([data[:, :2], np.ones(len(data))]), data[:, 2]
    theta = np.zeros(3)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-columns @ theta))
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns + 1e-6 * np.eye(3)
        theta = theta + np.linalg.solve(curve, columns.T @ (right - chance))
    return dict(
        zip(("chance", "content", "offset"), (round(float(each), 3) for each in theta), strict=True)
    )


def main(folder: Path, running: Path) -> None:
    """Fit and write the weights, then the calibration on other documents made the same way."""
    learnt = folds(folder, running)
    data = [
        prepare(document, words)
        for seed, (pairs, strangers, words) in enumerate(learnt)
        for document in documents(pairs, strangers, _DOCUMENTS, seed)
    ]
    theta = [round(float(each), 3) for each in fit(data, np.array(START))]
    features = dict(zip(FITTED, theta, strict=False)) | GIVEN
    shapes = dict(zip((f"{a}-{b}" for a, b in SHAPES), theta[len(FITTED) :], strict=True))
    beads = [
        bead
        for seed, (pairs, strangers, words) in enumerate(learnt)
        for document in documents(pairs, strangers, 2 * _DOCUMENTS, seed + len(learnt))
        for bead in decided(document, words, Weights(features, shapes))
    ]
    figures = {"features": features, "shapes": shapes, "calibration": calibrate(beads)}
    SHIPPED.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[1], sys.argv[2]))
