"""Import, export and validate as a process, tried as scripts would."""

import json
from pathlib import Path

import pytest

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.test_command_line import rows, run

GOOD = f'<?xml version="1.0"?>\n{HEAD}{tu("One.", "တစ်။", "1")}{tu("Two.", "နှစ်။", "2")}{TAIL}'


@pytest.fixture
def memory(tmp_path: Path) -> str:
    path = tmp_path / "memory.tmx"
    path.write_text(GOOD, encoding="utf-8")
    return str(path)


def test_validate_is_silent_on_a_good_file_and_exits_with_1_for_errors(
    memory: str, tmp_path: Path
) -> None:
    assert run("validate", memory) == ""
    bad = tmp_path / "bad.tmx"
    bad.write_text(GOOD.replace("တစ်။", ""), encoding="utf-8")
    assert run("validate", str(bad), code=1).startswith(
        f"{bad}:3: error: unit 1: The text in my is empty"
    )
    found = rows(run("validate", "--format", "jsonl", str(bad), code=1))
    assert (found[0]["rule"], found[0]["line"], found[0]["unit"]) == ("empty", 3, "1")
    run("validate", "-", stdin=b"plain text", code=2)


def test_a_memory_comes_in_once_and_goes_out_as_a_sheet_and_back(memory: str, tmp_path: Path) -> None:
    data = {"WORKBENCH_DATA": str(tmp_path / "data")}
    preview = rows(run("import", memory, "--project", "P", "--dry-run", **data))
    assert [row["source"] for row in preview] == ["One.", "Two."]
    run("import", memory, "--project", "P", **data)
    run("import", memory, "--project", "P", code=2, **data)
    sheet = tmp_path / "sheet.tsv"
    run("export", "P", "-o", str(sheet), "--status", "all", **data)
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("နှစ်။", "နှစ်ခု။"), encoding="utf-8")
    shown = run("import", str(sheet), "--project", "P", "--update", **data)
    assert json.loads(shown) == {"id": "2", "field": "target", "before": "နှစ်။", "after": "နှစ်ခု။"}
    out = tmp_path / "out.tmx"
    run("export", "P", "-o", str(out), "--status", "all", **data)
    assert "<seg>နှစ်ခု။</seg>" in out.read_text(encoding="utf-8")
    run("export", "P", "-o", str(tmp_path / "out.xyz"), code=2, **data)


def test_a_folder_of_files_becomes_a_document_each(memory: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.tmx").write_text(GOOD, encoding="utf-8")
    (folder / "b.tmx").write_text(GOOD.replace("One", "Uno"), encoding="utf-8")
    run("import", str(folder), "--project", "P", WORKBENCH_DATA=str(tmp_path / "data"))
    out = tmp_path / "out.jsonl"
    run("export", "P", "-o", str(out), "--status", "all", WORKBENCH_DATA=str(tmp_path / "data"))
    assert len(out.read_text(encoding="utf-8").splitlines()) == 4


def test_one_plain_text_alone_is_told_what_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("One.\n", encoding="utf-8")
    run("import", str(tmp_path / "en.txt"), "--project", "P", code=2, WORKBENCH_DATA=str(tmp_path))
