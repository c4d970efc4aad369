"""Sentence vectors as evidence, with a small model made here."""

import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from click.testing import CliRunner

from workbench.align import align
from workbench.align.neural import load_encoder
from workbench.cli import workbench
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


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What the door needs of sentence-transformers: a class that loads a folder, and only that."""

    class SentenceTransformer(Model):
        def __init__(self, folder: str, *, device: str, local_files_only: bool) -> None:
            assert device == "cpu" and local_files_only
            if not (Path(folder) / "modules.json").is_file():
                raise OSError("no modules.json")

    module = ModuleType("sentence_transformers")
    module.__dict__["SentenceTransformer"] = SentenceTransformer
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    return module


def test_both_commands_that_align_take_a_model(package: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "modules.json").write_text("[]")
    texts = [[f"{english} aaaaa bbbbb ccccc" for english, _ in THINGS]]
    texts.append([f"{burmese} ကကကကက ခခခခခ" for _, burmese in THINGS[1:]])
    for text, name in zip(texts, ("en", "my"), strict=True):
        (tmp_path / name).write_text("\n".join(text), encoding="utf-8")
    document = {"id": 1, "en": texts[0], "my": texts[1]}
    (tmp_path / "in.jsonl").write_text(json.dumps(document), encoding="utf-8")
    model = ("--model", str(tmp_path / "model"))
    many = run("corpus", "align", str(tmp_path / "in.jsonl"), "-", *model)
    links = json.loads(many)["links"]
    assert [[], [0]] not in links and [[1], [0]] in links and [[3], [2]] in links
    one = run("align", "--segmented", str(tmp_path / "en"), str(tmp_path / "my"), *model)
    assert [json.loads(line)["source"] for line in one.splitlines()] == [link[0] for link in links]


def test_a_folder_without_a_model_is_told_of(package: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="holds no model"):
        load_encoder(tmp_path)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(workbench, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout
