"""Tokens by the command line: the secret on stdout alone, everything else beside it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli import workbench
from workbench.errors import NotFound


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(workbench, ["token", *arguments])

    return call


def test_a_token_is_made_listed_and_removed(run) -> None:
    made = run("add", "--editor", "Daw Hla", "--purpose", "nightly export")
    assert made.stdout.startswith("workbench_") and len(made.stdout.split()) == 1
    listed = run("list").stdout
    assert listed.startswith("1\tDaw Hla\t") and listed.endswith("\tnightly export\n")
    assert made.stdout.strip() not in listed
    assert "Daw Hla" in run("remove", "1").stderr
    assert run("list").stdout == ""
    assert isinstance(run("remove", "1").exception, NotFound)
