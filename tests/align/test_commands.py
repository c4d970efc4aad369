"""The commands `align`, `score` and `corpus align`, as a person calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli import workbench
from workbench.errors import BadFile


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(workbench, [str(each) for each in arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.en.txt", tmp_path / "a.my.txt"]
    paths[0].write_text("Rice costs 12 dollars.\nNobody came.\n", encoding="utf-8")
    paths[1].write_text("ဆန်သည် ၁၂ ဒေါ်လာ ကျသည်။\nဘယ်သူမှ မလာပါ။\n", encoding="utf-8")
    return paths


def test_align_writes_a_bead_a_line(texts: list[Path]) -> None:
    lines = [
        json.loads(line)
        for line in run("align", "--segmented", *texts, "--format", "jsonl").splitlines()
    ]
    assert [(each["source"], each["target"]) for each in lines] == [([0], [0]), ([1], [1])]
    assert lines[1]["source_text"] == "Nobody came." and lines[1]["target_text"] == "ဘယ်သူမှ မလာပါ။"


def test_a_ladder_by_its_ending_scores_one_against_itself(texts: list[Path], tmp_path: Path) -> None:
    run("align", "--segmented", *texts, "-o", tmp_path / "a.ladder")
    assert "strict       1.0000  1.0000 1.0000" in run(
        "score", tmp_path / "a.ladder", tmp_path / "a.ladder"
    )


def test_a_corpus_keeps_its_order_and_scores_every_link(tmp_path: Path) -> None:
    documents = [{"id": name, "en": ["One 1.", "Two 2."], "my": ["တစ် ၁။", "နှစ် ၂။"]} for name in "cab"]
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps(each) + "\n" for each in documents), encoding="utf-8"
    )
    run("corpus", "align", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    out = [
        json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [each["id"] for each in out] == ["c", "a", "b"]
    assert out[0]["links"] == [[[0], [0]], [[1], [1]]] and len(out[0]["scores"]) == 2


@pytest.mark.parametrize(
    "line", ["nonsense", "[]", '{"id": 1, "en": ["a"]}', '{"id": 1, "en": "a", "my": []}']
)
def test_a_broken_corpus_names_the_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 0, "en": [], "my": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(BadFile, match="line 2"):
        run("corpus", "align", tmp_path / "in.jsonl", tmp_path / "out.jsonl")


@pytest.mark.parametrize("form", ["tmx", "tsv"])
def test_align_writes_both_texts_in_the_form_of_the_ending(
    texts: list[Path], tmp_path: Path, form: str
) -> None:
    run("align", *texts, "-o", tmp_path / f"a.{form}")
    out = (tmp_path / f"a.{form}").read_text(encoding="utf-8")
    assert "Nobody came." in out and "ဘယ်သူမှ မလာပါ။" in out


def test_explain_shows_scores_and_reasons_for_and_against(texts: list[Path]) -> None:
    out = run("align", "--segmented", "--explain", *texts)
    assert "1-1\n        1  Rice costs 12 dollars.\n" in out
    assert "+ The numbers agree: 12." in out


def test_swapped_files_are_told_apart_with_the_way_out(texts: list[Path]) -> None:
    result = CliRunner().invoke(workbench, ["align", *map(str, reversed(texts))], catch_exceptions=False)
    assert result.exit_code == 0 and "look swapped" in result.stderr
