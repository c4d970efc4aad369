"""The command line: results to stdout, remarks to stderr, `-` is stdin.

Exit codes: 0 fine, 1 a problem was found, 2 wrong use or unreadable input, told in one sentence.
Each command lies in the module of its subject and is imported only when it is called, so that
`workbench --help` and `workbench detect` load no database and no Flask.
"""

import sys
from importlib import import_module

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
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        workbench(prog_name="workbench")
    except WorkbenchError as error:
        click.echo(plain(f"workbench: {error}"), err=True)
        sys.exit(2)
