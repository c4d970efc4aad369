"""What README and the help show can be typed as it stands."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from workbench.cli import workbench

README = Path(__file__).parents[2] / "README.md"
SHOWN = re.compile(r"(?:^|Example: |`)workbench ([^`\n]+)", re.MULTILINE)


def commands(group: click.Group) -> Iterator[click.Command]:
    """Every command of a group, and of the groups in it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from commands(command)


TEXTS = [README.read_text(encoding="utf-8"), *(each.help or "" for each in commands(workbench))]
EXAMPLES = sorted(
    {found.strip() for text in TEXTS for found in SHOWN.findall(text)} - {"COMMAND --help"}
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_understood(example: str) -> None:
    command: click.Command = workbench
    words = shlex.split(example, comments=True)
    context: click.Context | None = None
    while isinstance(command, click.Group) and words:
        name, *words = words
        context = click.Context(command, parent=context)
        found = command.get_command(context, name)
        assert found is not None, f"there is no command {name}"
        command = found
    command.make_context(command.name, words, parent=context)


def test_every_command_shows_an_example() -> None:
    leaves = [each for each in commands(workbench) if not isinstance(each, click.Group)]
    assert not [each.name for each in leaves if "Example: workbench" not in (each.help or "")]
