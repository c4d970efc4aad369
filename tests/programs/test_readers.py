"""Strict readers of TMX from Debian count our units."""

from pathlib import Path

import pytest

from tests.builders import unit
from workbench.bitext import tmx


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tmx"
    units = [unit(f"Sentence {n} & more.", f"ဝါကျ {n}။", f"u{n}") for n in range(25)]
    with path.open("wb") as out:
        tmx.write(units, out, signature="aligner 1")
    return path


def test_perls_xml_tmx_counts_every_unit(program, memory: Path) -> None:
    assert "25" in program("tmxwc", str(memory)).split()


def test_lttoolbox_compiles_the_memory(program, memory: Path) -> None:
    out = memory.with_suffix(".bin")
    program("lt-tmxcomp", "en-my", str(memory), str(out))
    assert out.stat().st_size > 100
