"""`detect`, `convert` and `check` as people and git hooks call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

UNICODE, ZAWGYI, FAULTY = "မြန်မာစာ", "ျမန္မာစာ", "ရှေ့သို့ ပုိ၍"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    (tmp_path / ".hidden").write_text(ZAWGYI, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(f"{UNICODE}\r\n{ZAWGYI}\r\n\r\n{FAULTY}".encode())
    (tmp_path / "below" / "b.txt").write_bytes(f"{ZAWGYI}\n".encode("utf-16"))
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x00\x00")
    return tmp_path


def call(*words: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "workbench", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)


def rows(answer: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in answer.stdout.decode().splitlines()]


def test_detect_answers_each_line_even_the_empty_ones(folder: Path) -> None:
    answer = call("detect", folder / "a.txt")
    assert [(row["line"], row["verdict"]) for row in rows(answer)] == [
        (1, "unicode"), (2, "zawgyi"), (3, "neutral"), (4, "unicode"),
    ]  # fmt: skip
    assert answer.returncode == 0
    assert call("detect", "-", stdin=b"").stdout == b""


def test_detect_on_a_folder_names_the_files_and_skips_what_is_no_text(folder: Path) -> None:
    answer = call("detect", folder)
    names = {Path(str(row["file"])).name for row in rows(answer)}
    assert (names, answer.returncode) == ({"a.txt", "b.txt"}, 0)
    assert "c.zip: This is not a text file" in answer.stderr.decode()


def test_convert_changes_zawgyi_lines_and_not_one_other_byte(folder: Path) -> None:
    expected = f"{UNICODE}\r\n{UNICODE}\r\n\r\n{FAULTY}".encode()
    assert call("convert", folder / "a.txt").stdout == expected
    assert call("convert", folder / "below" / "b.txt").stdout == f"{UNICODE}\n".encode("utf-16")
    marked = b"\xef\xbb\xbf" + FAULTY.encode()
    assert call("convert", "-", stdin=marked).stdout == marked


def test_convert_on_a_folder_keeps_its_shape(folder: Path, tmp_path: Path) -> None:
    out = tmp_path.parent / f"{tmp_path.name}-out"
    assert call("convert", folder, "-o", out).returncode == 0
    assert sorted(each.name for each in out.rglob("*") if each.is_file()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "words", [["detect"], ["convert", "-o", "out"], ["check", "--fix", "-o", "out"]]
)
def test_a_named_file_that_is_no_text_spares_the_others_and_exits_2(
    words: list[str], folder: Path
) -> None:
    command = [sys.executable, "-m", "workbench", *words, "a.txt", "c.zip"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    assert answer.returncode == 2
    assert "c.zip: This is not a text file" in answer.stderr.decode()
    assert answer.stdout or [each.name for each in (folder / "out").iterdir()] == ["a.txt"]


def test_what_is_written_can_be_read_by_whom_it_could_before(folder: Path) -> None:
    (folder / "plain").touch()
    call("convert", folder / "a.txt", "-o", folder / "new.txt")
    assert (folder / "new.txt").stat().st_mode == (folder / "plain").stat().st_mode
    (folder / "a.txt").chmod(0o600)
    call("convert", folder / "a.txt", "-o", folder / "a.txt")
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o600
    assert not list(folder.glob(".*.part"))


def test_a_pipe_is_written_and_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reading = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    call("convert", folder / "a.txt", "-o", folder / "pipe")
    assert UNICODE.encode() in os.read(reading, 1000)
    os.close(reading)
    assert (folder / "pipe").is_fifo()


def test_check_tells_place_code_and_mend_and_exits_1_for_errors(folder: Path) -> None:
    answer = call("check", folder / "a.txt")
    assert answer.returncode == 1
    assert rows(answer)[1] == {
        "file": str(folder / "a.txt"), "line": 4, "column": 11, "code": "004", "level": "error",
        "message": "The signs of a syllable are out of order.", "text": "ုိ", "fix": "ို",
    }  # fmt: skip
    assert call("check", "-", stdin=UNICODE.encode()).returncode == 0


def test_check_speaks_to_people_to_github_and_in_sarif(folder: Path) -> None:
    plain = call("check", folder / "a.txt", "--format", "text").stdout.decode().splitlines()
    assert plain[1].endswith("a.txt:4:11: error 004 The signs of a syllable are out of order.  “ုိ” → “ို”")
    github = call("check", folder / "a.txt", "--format", "github").stdout.decode()
    assert github.splitlines()[1].startswith("::error file=")
    log = json.loads(call("check", folder / "a.txt", "--format", "sarif").stdout)
    result = log["runs"][0]["results"][1]
    assert (log["version"], result["ruleId"]) == ("2.1.0", "004")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4, "startColumn": 11, "endColumn": 13,
    }  # fmt: skip


def test_fix_writes_the_mended_text_and_reports_what_it_mended(folder: Path) -> None:
    answer = call("check", folder / "a.txt", "--fix", "-o", folder / "a.txt")
    assert [row["mended"] for row in rows(answer)] == [True, True]
    assert answer.returncode == 0
    assert (folder / "a.txt").read_bytes() == f"{UNICODE}\r\n{UNICODE}\r\n\r\nရှေ့သို့ ပို၍".encode()


def test_policies_come_from_the_option(folder: Path) -> None:
    text = "မှတ်​ပုံ".encode()
    assert call("check", "-", stdin=text).stdout.count(b"048") == 1
    assert call("check", "-", "--policy", "zwsp=leave", stdin=text).stdout == b""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "nowhere.txt"], "There is no file nowhere.txt."),
        (["check", "-", "--fix"], "--fix and -o go together"),
        (["check", "-", "--policy", "zwsp=burn"], "The policy “zwsp=burn” is not known"),
        (["convert", ".", "."], "Several files need a folder"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(words: list[str], sentence: str, folder: Path) -> None:
    command = [sys.executable, "-m", "workbench", *words]
    answer = subprocess.run(command, cwd=folder, input=b"", capture_output=True, timeout=60, check=False)
    assert answer.returncode == 2
    assert sentence in answer.stderr.decode()
    assert "Traceback" not in answer.stderr.decode()


def test_what_is_no_text_is_refused_with_the_place_of_the_byte() -> None:
    answer = call("convert", "-", stdin=b"one\ntwo \xff")
    assert answer.returncode == 2
    assert "byte 8 (0xFF, line 2)" in answer.stderr.decode()


def test_unicode_becomes_zawgyi_and_what_is_lost_is_named() -> None:
    answer = call(
        "convert", "-", "--to", "zawgyi", stdin=f"{UNICODE}\r\n{ZAWGYI}\nရှေ့ဆုံးက ကမ္ယာသည်\n".encode()
    )
    assert answer.stdout.decode().splitlines(keepends=True)[:2] == [f"{ZAWGYI}\r\n", f"{ZAWGYI}\n"]
    assert answer.stderr.decode() == "-:3: “ကမ္ယာ” does not survive in Zawgyi.\n"
