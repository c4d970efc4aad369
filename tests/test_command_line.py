"""The command line as a contract: what scripts outside rely on, tried as they would, as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context, Group

from tests.files.makers import docx, paragraph
from workbench.cli import workbench as top

UNICODE = "မြန်မာနိုင်ငံသည် အရှေ့တောင်အာရှတွင် ရှိသည်။"
ZAWGYI = "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွတြင္ ရွိသည္။"
ENGLISH = "1. We met in Yangon on 3 May 2021.\n2. Twelve people came. They stayed until noon.\n"
BURMESE = "၁။ ကျွန်ုပ်တို့ ၂၀၂၁ ခုနှစ် မေလ ၃ ရက်နေ့က ရန်ကုန်တွင် တွေ့ဆုံခဲ့ကြသည်။\n၂။ လူ ဆယ့်နှစ်ဦး လာခဲ့သည်။ မွန်းတည့်ချိန်အထိ နေခဲ့ကြသည်။\n"


def run(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None, code: int = 0, **environment: str
) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    assert code != 2 or len(done.stderr.decode().strip().splitlines()[-1]) > 20, (
        "exit 2 comes with a sentence"
    )
    assert b"Traceback" not in done.stderr
    return done.stdout.decode("utf-8")


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "my.txt").write_text(BURMESE, encoding="utf-8")
    return str(tmp_path / "en.txt"), str(tmp_path / "my.txt")


def commands(group: Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    context = Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        here = (*path, name)
        found += commands(command, here) if isinstance(command, Group) else [here]
    return found


@pytest.mark.parametrize("path", commands(top), ids=" ".join)
def test_every_command_helps_with_an_example(path: tuple[str, ...]) -> None:
    command = top
    for name in path:
        command = command.get_command(Context(command), name)  # type: ignore[assignment]
    assert "Example" in command.get_help(Context(command)), f"{' '.join(path)} --help shows no example"


def test_detect_answers_every_line_empty_ones_too() -> None:
    text = f"{UNICODE}\n\n{ZAWGYI}\n၁၂၃\nHello\n".encode()
    found = rows(run("detect", "-", stdin=text))
    assert [row["line"] for row in found] == [1, 2, 3, 4, 5]
    assert [row["verdict"] for row in found] == ["unicode", "neutral", "zawgyi", "neutral", "neutral"]
    assert all(0 <= float(str(row["zawgyi"])) <= 1 for row in found)


def test_convert_changes_zawgyi_lines_and_no_other_byte(tmp_path: Path) -> None:
    text = f"{UNICODE}\r\n{ZAWGYI}\nHello 33 \t\n".encode()
    target = tmp_path / "out.txt"
    run("convert", "-", "-o", str(target), stdin=text)
    assert target.read_bytes() == f"{UNICODE}\r\n{UNICODE}\nHello 33 \t\n".encode()


def test_convert_from_zawgyi_takes_every_line() -> None:
    assert run("convert", "-", "--from", "zawgyi", stdin=ZAWGYI.encode()) == UNICODE


def test_check_names_place_and_code_and_ends_with_one_on_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"{UNICODE}\nပုိ\n", encoding="utf-8")
    found = rows(run("check", str(path), code=1))
    keys = ["file", "line", "column", "code", "level", "message", "text", "fix"]
    assert found and all(list(row) == keys for row in found)
    assert {row["line"] for row in found if row["level"] == "error"} == {2}


def test_check_is_silent_about_clean_text(tmp_path: Path) -> None:
    path = tmp_path / "good.txt"
    path.write_text(UNICODE + "\n", encoding="utf-8")
    assert run("check", str(path)) == ""


def test_segment_keeps_labels_apart_and_every_character(pair: tuple[str, str]) -> None:
    found = rows(run("segment", pair[0]))
    assert [row["label"] for row in found] == ["1.", "2.", None]
    assert [row["kind"] for row in found] == ["numbered_item"] * 3
    assert {row["lang"] for row in found} == {"en"}
    squeezed = "".join(f"{row['label'] or ''}{row['text']}" for row in found)
    assert "".join(squeezed.split()) == "".join(ENGLISH.split())


def test_segment_reads_burmese_by_itself(pair: tuple[str, str]) -> None:
    found = rows(run("segment", pair[1], "--lang", "auto"))
    assert [(row["block"], row["label"], row["lang"]) for row in found] == [
        (0, "၁။", "my"),
        (1, "၂။", "my"),
        (1, None, "my"),
    ]


def test_align_gives_beads_with_texts_scores_and_reasons(pair: tuple[str, str]) -> None:
    found = rows(run("align", *pair, "--format", "jsonl"))
    assert [(row["source"], row["target"]) for row in found] == [([0], [0]), ([1], [1]), ([2], [2])]
    assert found[2]["source_text"] == "They stayed until noon."
    assert all(0 <= float(str(row["score"])) <= 1 and isinstance(row["reasons"], list) for row in found)


@pytest.mark.parametrize(
    ("ending", "sign"), [("tmx", '<tmx version="1.4">'), ("tsv", "\t"), ("ladder", "0\t0")]
)
def test_align_takes_the_format_from_the_ending(
    pair: tuple[str, str], ending: str, sign: str, tmp_path: Path
) -> None:
    target = tmp_path / f"out.{ending}"
    run("align", *pair, "-o", str(target))
    assert sign in target.read_text(encoding="utf-8")


def test_align_takes_segmented_lines_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "e").write_text("One. Two.\nThree.\n")
    (tmp_path / "m").write_text("တစ်။ နှစ်။\nသုံး။\n")
    found = rows(run("align", "e", "m", "--segmented", "--format", "jsonl", cwd=tmp_path))
    assert [row["source_text"] for row in found] == ["One. Two.", "Three."]


def test_corpus_align_keeps_the_order_of_documents(tmp_path: Path) -> None:
    documents = [
        {"id": name, "en": ENGLISH.split("\n")[:2], "my": BURMESE.split("\n")[:2]} for name in "zab"
    ]
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8"
    )
    run("corpus", "align", "in.jsonl", "out.jsonl", cwd=tmp_path)
    found = rows((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [row["id"] for row in found] == ["z", "a", "b"]
    assert found[0]["links"] == [[[0], [0]], [[1], [1]]] and len(found[0]["scores"]) == 2  # type: ignore[arg-type]


def test_one_file_with_both_languages_is_imported_as_pairs(tmp_path: Path) -> None:
    lines = [*zip(["One day.", "Two weeks.", "Three."], ["တစ်နေ့။", "နှစ်ပတ်။", "သုံး။"], strict=True)]
    body = "".join(f"<p>{english}</p><p>{burmese}</p>" for english, burmese in lines)
    (tmp_path / "both.html").write_text(f"<html>{body}</html>", encoding="utf-8")
    data = str(tmp_path / "data")
    run("import", "both.html", "--project", "Days", cwd=tmp_path, WORKBENCH_DATA=data)
    run("export", "Days", "-o", "out.tsv", "--status", "all", cwd=tmp_path, WORKBENCH_DATA=data)
    table = (tmp_path / "out.tsv").read_text(encoding="utf-8")
    assert all(f"{english}\t{burmese}" in table for english, burmese in lines)


def test_two_tables_of_one_language_each_are_aligned(tmp_path: Path) -> None:
    (tmp_path / "en.csv").write_text("One day.\nTwo weeks.\n", encoding="utf-8")
    (tmp_path / "my.csv").write_text("တစ်နေ့။\nနှစ်ပတ်။\n", encoding="utf-8")
    data = str(tmp_path / "data")
    run("import", "en.csv", "my.csv", "--project", "Days", cwd=tmp_path, WORKBENCH_DATA=data)
    run("export", "Days", "-o", "out.tsv", "--status", "all", cwd=tmp_path, WORKBENCH_DATA=data)
    assert "Two weeks.\tနှစ်ပတ်။" in (tmp_path / "out.tsv").read_text(encoding="utf-8")


def test_a_document_of_any_format_is_segmented_and_too_long_a_text_refused(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.docx").write_bytes(docx(paragraph("One day. Two weeks.")))
    found = rows(run("segment", "a\x1b[31m.docx", cwd=tmp_path))
    assert [each["text"] for each in found] == ["One day.", "Two weeks."]
    with (tmp_path / "long.txt").open("wb") as sparse:
        sparse.truncate(1 << 30)
    run("segment", "long.txt", cwd=tmp_path, code=2)


def test_import_then_export_brings_the_units_out(pair: tuple[str, str], tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    run("import", *pair, "--project", "Letters", WORKBENCH_DATA=data)
    run("export", "Letters", "-o", str(tmp_path / "none.tmx"), WORKBENCH_DATA=data, code=2)
    run("export", "Letters", "-o", str(tmp_path / "all.tmx"), "--status", "all", WORKBENCH_DATA=data)
    assert (tmp_path / "all.tmx").read_text(encoding="utf-8").count("<tu ") == 3


def test_seed_loads_the_samples_and_a_second_time_adds_nothing(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    run("db", "upgrade", WORKBENCH_DATA=data)
    first = run("seed", WORKBENCH_DATA=data)
    assert run("seed", WORKBENCH_DATA=data) != first or not first
    assert (Path(data).stat().st_mode & 0o077) == 0, "the data folder is the user's alone"


@pytest.mark.parametrize(
    "arguments",
    [
        ("detect", "no-such-file"),
        ("convert", "no-such-file"),
        ("check", "no-such-file"),
        ("segment", "no-such-file"),
        ("align", "no-such-file", "neither"),
        ("corpus", "align", "no-such-file", "out"),
        ("export", "no-such-project", "-o", "x.tmx"),
        ("align",),
        ("nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_sentence_and_exit_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    run(*arguments, cwd=tmp_path, code=2, WORKBENCH_DATA=str(tmp_path / "data"))


def test_bytes_that_are_not_text_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("က".encode() * 3 + b"\xff\xff\x00")
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "segment", "x.txt"],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert "9" in done.stderr.decode(), "the place of the first bad byte, counted from 0 or 10 from 1"


def test_an_unwritable_data_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run("db", "upgrade", code=2, WORKBENCH_DATA=str(tmp_path / "file" / "data"))


@pytest.mark.parametrize("command", [("detect",), ("convert",), ("check", "--lang", "my")])
def test_a_reader_who_leaves_is_no_fault_of_the_file(tmp_path: Path, command: tuple[str, ...]) -> None:
    big = tmp_path / "big.txt"
    big.write_text(f"{ZAWGYI} ကိုုု\n" * 20_000, encoding="utf-8")
    arguments = [sys.executable, "-m", "workbench", *command, str(big)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        assert process.stdout.read(20)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("command", ["detect", "segment"])
@pytest.mark.parametrize(
    ("where", "code", "sentence"), [(">/dev/full", 2, "No space left"), (">&-", 0, "")]
)
def test_a_full_disk_is_a_sentence_and_no_stdout_no_fault(
    pair: tuple[str, str], command: str, where: str, code: int, sentence: str
) -> None:
    line = f'"$0" -m workbench {command} "$1" {where}'
    done = subprocess.run(["sh", "-c", line, sys.executable, pair[0]], stderr=subprocess.PIPE, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert sentence in done.stderr and pair[0] not in done.stderr


def test_a_corpus_is_not_written_over_what_is_read(tmp_path: Path) -> None:
    line = '{"id": 1, "en": ["One."], "my": ["တစ်။"]}\n'
    (tmp_path / "news.jsonl").write_text(line, encoding="utf-8")
    run("corpus", "align", "news.jsonl", "./news.jsonl", cwd=tmp_path, code=2)
    assert (tmp_path / "news.jsonl").read_text(encoding="utf-8") == line


def test_a_corpus_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(b"\xff\x00")
    run("corpus", "align", "news.jsonl", "out.jsonl", cwd=tmp_path, code=2)
