"""A project's exceptions by the command line: they hold for what is cut, and for the rules written."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import workbench
from workbench.errors import NotFound, WrongUse


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)
    (tmp_path / "en.txt").write_text("Adm. Off. Yangon agreed. Go.\n", encoding="utf-8")
    (tmp_path / "my.txt").write_text("ရန်ကုန်ရုံးက သဘောတူသည်။ သွားပါ။\n", encoding="utf-8")

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(
            workbench, [each.replace("@", str(tmp_path) + "/") for each in arguments]
        )

    assert call("import", "@en.txt", "@my.txt", "--project", "Statements").exit_code == 0
    return call


def sentences(result: Result) -> list[str]:
    return [json.loads(line)["text"] for line in result.stdout.splitlines()]


def test_an_exception_is_added_listed_and_removed(run) -> None:
    mine = ("--project", "Statements")
    assert "exception 1" in run("exception", "add", "Off.", *mine).stderr
    assert run("exception", "list", *mine).stdout == "1\ten\tabbreviation\tOff.\n"
    assert isinstance(run("exception", "add", "Off.", *mine).exception, WrongUse)
    assert "Off." in run("exception", "remove", "1", *mine).stderr
    assert run("exception", "list", *mine).stdout == ""
    assert isinstance(run("exception", "remove", "1", *mine).exception, NotFound)
    assert isinstance(run("exception", "list", "--project", "None").exception, NotFound)


def test_a_text_and_the_rules_are_cut_by_a_projects_exceptions(run) -> None:
    mine = ("--project", "Statements")
    assert sentences(run("segment", "@en.txt")) == ["Adm. Off.", "Yangon agreed.", "Go."]
    run("exception", "add", "Off.", *mine)
    assert sentences(run("segment", "@en.txt", *mine)) == ["Adm. Off. Yangon agreed.", "Go."]
    for rules in ("srx", "omegat"):
        assert "Off" in run("segment", "--rules", rules, *mine).stdout
        assert "Off" not in run("segment", "--rules", rules).stdout
