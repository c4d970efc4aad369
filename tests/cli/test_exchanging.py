"""Import, export and validate, as scripts call them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.bitext.hostile import hostile
from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from workbench.cli import workbench
from workbench.errors import WorkbenchError

GOOD = f'<?xml version="1.0"?>\n{HEAD}{tu("One.", "တစ်။", "1")}{tu("Two.", "နှစ်။", "2")}{TAIL}'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, code: int = 0, stdin: str = "") -> Result:
        result = CliRunner().invoke(workbench, arguments, input=stdin)
        if isinstance(result.exception, WorkbenchError):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return call


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def memory(tmp_path: Path) -> str:
    (tmp_path / "memory.tmx").write_text(GOOD, encoding="utf-8")
    return "memory.tmx"


def test_validate_is_silent_on_a_good_file_and_exits_with_1_for_errors(run, memory: str) -> None:
    assert run("validate", memory).stdout == ""
    Path("bad.tmx").write_text(GOOD.replace("တစ်။", ""), encoding="utf-8")
    told = run("validate", "bad.tmx", code=1).stdout
    assert told.startswith("bad.tmx:3: error: unit 1: The text in my is empty")
    (found,) = rows(run("validate", "--format", "jsonl", "bad.tmx", code=1))
    assert (found["rule"], found["line"], found["unit"]) == ("empty", 3, "1")
    assert (found["tools"], found["advice"][:9]) == (["OmegaT"], "Translate")
    assert "empty, 1 times (OmegaT): Translate the pair" in run("validate", "bad.tmx", code=1).stderr
    with pytest.raises(WorkbenchError, match="neither TMX nor XLIFF"):
        run("validate", "-", stdin="plain text")


def test_a_memory_comes_in_once_and_goes_out_as_a_sheet_and_back(run, memory: str) -> None:
    preview = rows(run("import", memory, "--project", "P", "--dry-run"))
    assert [row["source"] for row in preview] == ["One.", "Two."]
    run("import", memory, "--project", "P")
    with pytest.raises(WorkbenchError, match="came in already"):
        run("import", memory, "--project", "P")
    run("export", "P", "-o", "sheet.tsv", "--status", "all")
    sheet = Path("sheet.tsv")
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("နှစ်။", "နှစ်ခု။"), encoding="utf-8")
    shown = rows(run("import", "sheet.tsv", "--project", "P", "--update"))
    assert shown == [{"id": "2", "field": "target", "before": "နှစ်။", "after": "နှစ်ခု။"}]
    run("export", "P", "-o", "out.tmx", "--status", "all")
    assert "<seg>နှစ်ခု။</seg>" in Path("out.tmx").read_text(encoding="utf-8")


def test_a_folder_of_files_becomes_a_document_each(run) -> None:
    Path("folder").mkdir()
    Path("folder/a.tmx").write_text(GOOD, encoding="utf-8")
    Path("folder/b.tmx").write_text(GOOD.replace("One", "Uno"), encoding="utf-8")
    run("import", "folder", "--project", "P")
    run("export", "P", "-o", "out.jsonl", "--status", "all")
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 4


def test_a_folder_is_taken_with_all_that_lies_in_it(run) -> None:
    for name, text in (("en/a.txt", "One.\n"), ("my/a.txt", "တစ်။\n"), ("c.tmx", GOOD), ("d.tmx", GOOD)):
        Path("folder", name).parent.mkdir(parents=True, exist_ok=True)
        Path("folder", name).write_text(text, encoding="utf-8")
    told = run("import", "folder", "--project", "P", "--dry-run", "--lines").stderr
    assert [line for line in told.splitlines() if "pairs" in line] == [
        "c: TMX 1.4, 2 pairs, 0 left out.", "d: TMX 1.4, 2 pairs, 0 left out.",
        "a: Moses pair, 1 pairs, 0 left out.",
    ]  # fmt: skip


def test_the_columns_of_a_table_are_told_and_can_be_chosen(run) -> None:
    Path("table.tsv").write_text("old\tnew\tmy\tid\nA.\tOne.\tတစ်။\tx1\n", encoding="utf-8")
    result = run("import", "table.tsv", "--project", "P", "--dry-run", "--columns", "2,3")
    assert rows(result) == [{"id": "x1", "source": "One.", "target": "တစ်။", "status": "unreviewed"}]
    assert "Columns: source 2 (en), target 3 (my), id 4." in result.stderr
    assert "is not two columns" in run("import", "t", "--project", "P", "--columns", "2", code=2).output


def test_two_texts_are_aligned_once_and_one_of_them_may_have_another_translation(run) -> None:
    for name, text in (("a.en.txt", "One.\n"), ("a.my.txt", "တစ်။\n"), ("b.my.txt", "တစ်ခု။\n")):
        Path(name).write_text(text, encoding="utf-8")
    texts = ("import", "a.en.txt", "a.my.txt", "--project", "P")
    run(*texts)
    with pytest.raises(WorkbenchError, match=r"a\.en\.txt came in already"):
        run(*texts)
    run(*texts, "--again")
    run("import", "a.en.txt", "b.my.txt", "--project", "P")


def test_one_plain_text_alone_is_told_what_is_wanted(run) -> None:
    Path("en.txt").write_text("One.\n", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="Give"):
        run("import", "en.txt", "--project", "P")


def test_a_project_becomes_a_corpus_and_its_manifest_makes_it_again(run) -> None:
    for name in "abcd":
        Path(f"{name}.tmx").write_text(GOOD.replace("One", f"One {name}"), encoding="utf-8")
        run("import", f"{name}.tmx", "--project", "P")
    run(
        "corpus", "release", "P", "-o", "one", "--status", "all", "--licence", "cc0-1.0", "--test", "0.3"
    )
    again = ("corpus", "release", "P", "--manifest", "one/manifest.json", "-o")
    assert "byte for byte" in run(*again, "two").stderr
    sums = Path("one/SHA256SUMS").read_text(encoding="utf-8")
    assert sums == Path("two/SHA256SUMS").read_text(encoding="utf-8")
    names = {line.split("  ")[1] for line in sums.splitlines()}
    assert {"README.md", "train.en", "train.my", "test.jsonl"} <= names
    with pytest.raises(WorkbenchError, match="is there already"):
        run("corpus", "release", "P", "-o", "one")
    Path("e.tmx").write_text(GOOD.replace("One", "One more"), encoding="utf-8")
    run("import", "e.tmx", "--project", "P")
    assert "The project has changed since" in run(*again, "three", code=1).stderr
    Path("bad.json").write_text('{"plan": {"name": 7}}', encoding="utf-8")
    with pytest.raises(WorkbenchError, match="no plan"):
        run("corpus", "release", "P", "--manifest", "bad.json", "-o", "four")


def test_pairs_with_an_empty_side_and_others_are_counted_on_the_way_in_and_out(run) -> None:
    body = "".join([tu("One.", "တစ်။", "1"), tu("Two.", "နှစ်။", "2"), tu("Three.", "", "3")])
    Path("m.tmx").write_text(f"{HEAD}{body}{TAIL}", encoding="utf-8")
    told = run("import", "m.tmx", "--project", "P").stderr
    assert "m: TMX 1.4, 3 pairs (1 with an empty side), 0 left out." in told
    told = run("export", "P", "-o", "out.tmx", "--status", "all").stderr
    assert told == "Left out, with an empty side: 1\nWrote 2 pairs to out.tmx.\n"
    told = run("export", "P", "-o", "out.tmx", "--status", "all", "--longest", "4").stderr
    assert told.splitlines()[:2] == ["Left out, with an empty side: 1", "Left out, not chosen: 1"]
    assert "Left out" not in run("export", "P", "-o", "out.my.txt", "--status", "all").stderr


def test_what_goes_out_is_chosen_and_a_side_goes_out_as_text(run, memory: str) -> None:
    run("import", memory, "--project", "P")
    out = Path("out")
    run("export", "P", "-o", "out.my.txt", "--status", "all")
    assert out.with_suffix(".my.txt").read_text(encoding="utf-8") == "တစ်။\n\nနှစ်။\n"
    run("export", "P", "-o", "out.en.txt", "--status", "all", "--languages", "my:en")
    assert out.with_suffix(".en.txt").read_text(encoding="utf-8") == "One.\n\nTwo.\n"
    chosen = ("--status", "unreviewed", "--status", "confirmed", "--clean", "warning", "--bare")
    run("export", "P", "-o", "out.tmx", *chosen)
    assert "x-status" not in out.with_suffix(".tmx").read_text(encoding="utf-8")
    with pytest.raises(WorkbenchError, match="No pair is as you chose"):
        run("export", "P", "-o", "out.tmx", "--status", "all", "--blocks", "7-9")
    assert (
        "is not a block or a stretch"
        in run("export", "P", "-o", "a.tmx", "--blocks", "x", code=2).output
    )
    assert (
        "is not two languages" in run("export", "P", "-o", "a.tmx", "--languages", "en", code=2).output
    )


@pytest.mark.parametrize("wrong", hostile())
def test_a_file_that_is_wrong_gets_a_sentence_and_leaves_nothing_half_done(run, wrong: str) -> None:
    file = hostile()[wrong]
    Path(file.name).write_bytes(file.content)
    if file.taken:
        told = run("import", file.name, "--project", "P").stderr
        assert f"{file.taken} pairs" in told and file.said in told
        return
    with pytest.raises(WorkbenchError, match=re.escape(file.said)):
        run("import", file.name, "--project", "P")
    with pytest.raises(WorkbenchError, match="no project 'P'"):
        run("export", "P", "-o", "out.tmx")
