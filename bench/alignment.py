"""How well texts are aligned: `python -m bench.alignment [FOLDER]`, a folder of labelled documents.

Its `*.jsonl` hold {"id", "en", "my", "gold"} a line, gold as pairs of lists of places. Without a folder
the samples are taken, their pairs merged, left out and added to by chance. Told are strict F1, how well
scores rank (AUC) and how true they are (calibration error over ten bins of equal mass), a reliability
diagram, what each feature is worth, what confirming a tenth of the pairs brings, and nltk's F1 beside.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.alignment_speed import gale_church
from scripts.made_documents import documents
from workbench.align import Bead, align, scoring
from workbench.align.evidence import FEATURES
from workbench.align.weights import Weights, shipped
from workbench.resources import resource
from workbench.segment import Segment

CONFIRMED = 0.1
MADE = 25
"""Documents made of each sample."""
WITHOUT = (*((each,) for each in FEATURES), ("source_words", "target_words"))


class Labelled(NamedTuple):
    """A document and its gold beads."""

    source: list[Segment]
    target: list[Segment]
    gold: list[Bead]


class Judged(NamedTuple):
    """The beads with two sides of many documents: their scores, and whether each is right."""

    f1: float
    scores: np.ndarray
    right: np.ndarray


def read(path: Path) -> list[Labelled]:
    """The documents of a file."""
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Labelled(
            [Segment(text) for text in each["en"]],
            [Segment(text, language="my") for text in each["my"]],
            [Bead(tuple(source), tuple(target)) for source, target in each["gold"]],
        )
        for each in documents
    ]


def damaged_samples() -> list[Labelled]:
    """Documents made out of the samples' gold pairs; strangers come from the other samples."""
    samples = [_pairs(path) for path in sorted(resource("seeds").glob("*/gold.tsv"))]
    made = []
    for seed, pairs in enumerate(samples):
        strangers = [pair for other in samples if other is not pairs for pair in other]
        made += documents(pairs, strangers, MADE, seed)
    return [Labelled(each.source, each.target, each.gold) for each in made]


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [(source, target) for source, target in lines if source and target]


def judge(documents: Sequence[Labelled], weights: Weights) -> Judged:
    """Align all documents and hold them against their gold."""
    hits, scores, right = [], [], []
    for source, target, gold in documents:
        beads = align(source, target, weights=weights, explain=False).beads
        hits.append(scoring.strict(beads, gold))
        wanted = {(bead.source, bead.target) for bead in gold}
        both = [bead for bead in beads if bead.source and bead.target]
        scores += [bead.score for bead in both]
        right += [(bead.source, bead.target) in wanted for bead in both]
    return Judged(_f1(hits), np.array(scores), np.array(right, dtype=float))


def _f1(hits: Sequence[scoring.Hits]) -> float:
    return scoring.Hits(*(sum(each) for each in zip(*(hit.counts for hit in hits), strict=True))).f1


def auc(judged: Judged) -> float:
    """The chance that a right bead scores above a wrong one."""
    good, bad = judged.scores[judged.right == 1], np.sort(judged.scores[judged.right == 0])
    if not len(good) or not len(bad):
        return 1.0
    below, up_to = (np.searchsorted(bad, good, side=side).sum() for side in ("left", "right"))
    return float((below + up_to) / 2 / len(good) / len(bad))


def bins(judged: Judged) -> list[tuple[float, float, int]]:
    """Ten bins of equal mass: the score promised, the share that was right, how many."""
    order = np.argsort(judged.scores, kind="stable")
    parts = [part for part in np.array_split(order, 10) if len(part)]
    return [(judged.scores[part].mean(), judged.right[part].mean(), len(part)) for part in parts]


def error(judged: Judged) -> float:
    """The mean distance between what scores promise and what was right."""
    return sum(count * abs(said - was) for said, was, count in bins(judged)) / len(judged.scores)


def diagram(judged: Judged) -> None:
    """Promise and truth, bin by bin."""
    for said, was, _ in bins(judged):
        print(f"    promised {said:.3f}  right {was:.3f}  {'#' * round(was * 40)}")


def ablate(documents: Sequence[Labelled], whole: float) -> None:
    """What F1 loses without each feature."""
    for names in WITHOUT:
        kept = {name: value for name, value in shipped().features.items() if name not in names}
        lost = whole - judge(documents, replace(shipped(), features=kept)).f1
        print(f"    without {' and '.join(names):<30} {-lost:+.4f}")


def confirm(documents: Sequence[Labelled]) -> None:
    """All documents as one; a person sets the worst-scored tenth of its pairs right; then the others."""
    source, target, gold = _joined(documents)
    first = align(source, target, explain=False).beads
    owner = {
        (side, n): bead for bead in gold for side in (0, 1) for n in (bead.source, bead.target)[side]
    }
    fixed: dict[tuple[int, int], Bead] = {}
    for bead in sorted(first, key=lambda each: each.score):
        places = [(side, n) for side in (0, 1) for n in (bead.source, bead.target)[side]]
        if len(fixed) < CONFIRMED * len(gold):
            fixed |= {_begin(owner[place]): owner[place] for place in places}
    again = align(source, target, fixed=[fixed[key] for key in sorted(fixed)], explain=False).beads
    kept = {(bead.source, bead.target) for bead in fixed.values()}
    rest = [[b for b in beads if (b.source, b.target) not in kept] for beads in (first, again, gold)]
    before, after = (scoring.strict(beads, rest[2]).f1 for beads in rest[:2])
    print(
        f"    {len(fixed)} of {len(gold)} confirmed: F1 of the other pairs {before:.4f} -> {after:.4f}"
    )


def _begin(bead: Bead) -> tuple[int, int]:
    return (min(bead.source, default=-1), min(bead.target, default=-1))


def _joined(documents: Sequence[Labelled]) -> Labelled:
    whole = Labelled([], [], [])
    for source, target, gold in documents:
        i, j = len(whole.source), len(whole.target)
        whole.gold.extend(
            Bead(tuple(n + i for n in bead.source), tuple(n + j for n in bead.target)) for bead in gold
        )
        whole.source.extend(source)
        whole.target.extend(target)
    return whole


def peer(documents: Sequence[Labelled]) -> float:
    """The strict F1 of nltk's Gale-Church aligner."""
    return _f1([scoring.strict(gale_church(each.source, each.target), each.gold) for each in documents])


def measure(name: str, documents: Sequence[Labelled], *, closely: bool) -> None:
    """The figures of a set of documents; all of them when it is looked at closely."""
    judged = judge(documents, shipped())
    figures = f"F1 {judged.f1:.4f}  AUC {auc(judged):.3f}  error {error(judged):.3f}"
    beside = f"  nltk F1 {peer(documents):.4f}" if closely and find_spec("nltk") else ""
    print(f"{name:<28} strict {figures}{beside}")
    if closely:
        diagram(judged)
        ablate(documents, judged.f1)
        confirm(documents)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for path in sorted(Path(sys.argv[1]).glob("*.jsonl")):
            measure(path.stem, read(path), closely="noisy" in path.stem)
    else:
        measure("samples, damaged", damaged_samples(), closely=True)
