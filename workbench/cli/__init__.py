"""The command line: results to stdout, remarks to stderr, `-` is stdin.

Exit codes: 0 fine, 1 a problem was found, 2 wrong use or unreadable input, told in one sentence.
Each command lies in the module of its subject and is imported only when it is called, so that
`workbench --help` and `workbench detect` load no database and no Flask.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn, TextIO

import click

from workbench.cli.files import plain
from workbench.errors import WorkbenchError

COMMANDS = {
    "detect": "encoding",
    "convert": "encoding",
    "check": "encoding",
    "segment": "segmenting",
    "align": "aligning",
    "score": "aligning",
    "corpus": "corpus",
    "import": "importing",
    "export": "exchanging",
    "validate": "exchanging",
    "seed": "keeping",
    "db": "keeping",
    "exception": "exceptions",
    "token": "tokens",
    "serve": "serving",
}
"""Each command and the module of this folder that holds it, as the function `<command>_command`."""


class _Commands(click.Group):
    """The commands by name, imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"workbench.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="workbench")
def workbench() -> None:
    """Align, check and review English and Burmese translations.

    \b
    Example: workbench align statement.en.txt statement.my.txt -o statement.tmx
    """


def main() -> None:
    """Run a command; what a person can mend becomes one sentence and exit code 2."""
    sys.stdout, sys.stderr = (each or _nowhere() for each in (sys.stdout, sys.stderr))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    stdout = sys.stdout
    try:
        try:
            workbench(prog_name="workbench")
        finally:
            if not stdout.closed:  # as it is when what was writing to it has failed
                stdout.flush()
    except WorkbenchError as error:
        click.echo(plain(f"workbench: {error}"), err=True)
        sys.exit(2)
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> NoReturn:
    """End when stdout takes no more; a reader who left, as `head` does, needs no sentence."""
    with _nowhere() as nowhere:  # else what is still to be written fails once more at the end
        os.dup2(nowhere.fileno(), 1)
    if isinstance(error, BrokenPipeError):
        sys.exit(1)
    click.echo(plain(f"workbench: Cannot go on: {error.strerror}."), err=True)
    sys.exit(2)


def _nowhere() -> TextIO:
    """What stands in for a stream that whoever started us had closed."""
    return Path(os.devnull).open("w")
