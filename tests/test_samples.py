"""Every sample project aligns at least as well as its ABOUT.md says, beads with one side left out."""

import re
from pathlib import Path

import pytest

from workbench.bitext.build import build
from workbench.resources import resource

SAMPLES = sorted(path.parent for path in resource("seeds").glob("*/ABOUT.md"))
Links = set[tuple[str, str]]


def links(sample: Path) -> Links:
    """What belongs together by gold: one bead a line, both texts, an empty side left out."""
    lines = (sample / "gold.tsv").read_text(encoding="utf-8").splitlines()
    beads = (line.split("\t") for line in lines)
    return {(source, target) for source, target in beads if source and target}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.name))
def test_a_sample_is_aligned_as_its_gold_says(sample: Path) -> None:
    bitext = build((sample / "en.txt").read_bytes(), (sample / "my.txt").read_bytes(), title=sample.name)
    found = {
        (unit.source_text, unit.target_text) for unit in bitext.units if unit.source and unit.target
    }
    gold = links(sample)
    least = re.search(r"least F1: ([\d.]+)", (sample / "ABOUT.md").read_text(encoding="utf-8"))
    assert least is not None
    f1 = 2 * len(found & gold) / (len(found) + len(gold))
    assert f1 >= float(least[1]), f"F1 {f1:.3f}; missed: {sorted(gold - found)}"
