"""What goes in by the command line comes out by it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import workbench
from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.services import exceptions, glossary, projects
from workbench.storage import open_database

TABLE = "en\tmy\tstatus\nOne day.\tတစ်နေ့။\tconfirmed\nTwo days.\tနှစ်ရက်။\tunreviewed\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        result = CliRunner().invoke(workbench, arguments)
        if isinstance(result.exception, WorkbenchError):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result

    return call


def test_a_table_goes_in_and_its_confirmed_pairs_come_out_as_tmx(run, tmp_path: Path) -> None:
    (tmp_path / "days.tsv").write_text(TABLE, encoding="utf-8")
    run("import", "days.tsv", "--project", "Days")
    run("export", "Days", "-o", "days.tmx")
    written = (tmp_path / "days.tmx").read_text(encoding="utf-8")
    assert ("တစ်နေ့။" in written, "နှစ်ရက်။" in written) == (True, False)


def test_tmx_goes_in_and_all_of_it_comes_out_again(run, tmp_path: Path) -> None:
    (tmp_path / "days.tsv").write_text(TABLE, encoding="utf-8")
    run("import", "days.tsv", "--project", "Days")
    run("export", "Days", "-o", "all.tmx", "--status", "all")
    run("import", "all.tmx", "--project", "Again")
    run("export", "Again", "-o", "again.tsv", "--status", "all")
    written = (tmp_path / "again.tsv").read_text(encoding="utf-8-sig")
    assert [line.split("\t")[:3] for line in written.splitlines()] == [
        line.split("\t") for line in TABLE.splitlines()
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("import", "only-one.txt", "--project", "P"), "Cannot read only-one.txt"),
        (("import", "none.tmx", "--project", "P"), "Cannot read none.tmx"),
        (("export", "Nobody", "-o", "x.tmx"), "no project 'Nobody'"),
        (("export", "Nobody", "-o", "x.doc"), "must end in one of .tmx"),
    ],
)
def test_wrong_use_is_one_sentence(run, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(WorkbenchError, match=sentence):
        run(*arguments)


def test_an_export_that_fails_leaves_the_old_file_as_it_was(run, tmp_path: Path) -> None:
    (tmp_path / "days.tsv").write_text(TABLE.replace("confirmed", "unreviewed"), encoding="utf-8")
    (tmp_path / "days.tmx").write_text("the old file")
    run("import", "days.tsv", "--project", "Days")
    with pytest.raises(WorkbenchError, match="No pair is confirmed"):
        run("export", "Days", "-o", "days.tmx")
    assert (tmp_path / "days.tmx").read_text() == "the old file"
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))


def test_samples_are_loaded_once_and_one_by_one(run) -> None:
    assert run("seed").stdout.count("Loaded") == 5
    assert run("seed").stdout == ""
    assert run("seed", "--once").stdout == ""


ASKED = "The zorble came.\n\nThe quibble came.\n\nThe wabble came.\n"
TOLD = "ကွစ်ဘယ် လာသည်။\n"


@pytest.mark.parametrize("files", [("en.txt", "my.txt"), ("both.txt",)])
def test_an_import_aligns_with_the_projects_glossary(
    run, tmp_path: Path, files: tuple[str, ...]
) -> None:
    (tmp_path / "en.txt").write_text(ASKED, encoding="utf-8")
    (tmp_path / "my.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "both.txt").write_text(ASKED + "\n" + TOLD, encoding="utf-8")
    (tmp_path / "days.tsv").write_text(TABLE, encoding="utf-8")
    run("import", "days.tsv", "--project", "Days")
    database = open_database(Settings.from_environment())
    with database.transaction() as session:
        glossary.add_term(session, projects.get_project(session, "days"), "wabble", "ကွစ်ဘယ်")
    database.close()
    run("import", *files, "--project", "Days")
    run("export", "Days", "-o", "all.tsv", "--status", "all")
    rows = (tmp_path / "all.tsv").read_text(encoding="utf-8-sig").splitlines()
    assert ["The wabble came.", TOLD.strip()] in [row.split("\t")[:2] for row in rows]


def test_an_import_is_cut_by_the_projects_exceptions(run, tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("The Off. Yangon agreed.\n", encoding="utf-8")
    (tmp_path / "my.txt").write_text("ရန်ကုန်ရုံး သဘောတူသည်။\n", encoding="utf-8")
    (tmp_path / "days.tsv").write_text(TABLE, encoding="utf-8")
    run("import", "days.tsv", "--project", "Days")
    database = open_database(Settings.from_environment())
    with database.transaction() as session:
        days = projects.get_project(session, "days")
        exceptions.add_exception(session, days, "Off.", "en", "abbreviation")
    database.close()
    for project in ("Days", "Others"):
        run("import", "en.txt", "my.txt", "--project", project)
        run("export", project, "-o", f"{project}.jsonl", "--status", "all")
    ours, theirs = ((tmp_path / f"{name}.jsonl").read_text("utf-8") for name in ("Days", "Others"))
    assert '"The Off. Yangon agreed."' in ours
    assert '"The Off. Yangon agreed."' not in theirs
