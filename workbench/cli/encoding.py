"""The commands `detect`, `convert` and `check`: which encoding, made Unicode, what is wrong."""

import sys
from typing import Any

import click

from workbench.cli.files import json_line, read_bytes, writer
from workbench.text import Finding, Level, check, convert, detect_lines
from workbench.text.decoding import decode
from workbench.text.documents import unicode_of


@click.command()
@click.argument("file")
def detect_command(file: str) -> None:
    """Say of each line of FILE whether it is Unicode, Zawgyi, neutral, other or mixed.

    \b
    Example: workbench detect letter.txt
    """
    lines = _lines(decode(read_bytes(file))[0])
    for number, found in enumerate(detect_lines(lines), start=1):
        sys.stdout.write(json_line({"line": number, "verdict": found.verdict, "zawgyi": found.zawgyi}))


@click.command()
@click.argument("file")
@click.option("-o", "--output", metavar="OUT", help="Where the text goes; stdout without it.")
@click.option(
    "--from", "source", type=click.Choice(["auto", "zawgyi"]), default="auto", show_default=True
)
def convert_command(file: str, output: str | None, source: str) -> None:
    """Convert the Zawgyi lines of FILE to Unicode and leave the others as they are.

    \b
    Example: workbench convert letter.txt -o letter.unicode.txt
    """
    lines = decode(read_bytes(file))[0].split("\n")
    if source == "zawgyi":
        converted = list(map(convert, lines))
    else:
        converted = list(map(unicode_of, lines, detect_lines(lines)))
    with writer(output) as stream:
        stream.write("\n".join(converted))


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--lang", "language", default="my", show_default=True, help="The language of the text.")
def check_command(files: tuple[str, ...], language: str) -> None:
    """Show what is wrong in FILES; exit code 1 if any of it is an error.

    \b
    Example: workbench check letter.txt
    """
    errors = 0
    for file in files:
        for number, line in enumerate(_lines(decode(read_bytes(file))[0]), start=1):
            for finding in check(line, language):
                errors += finding.level is Level.ERROR
                sys.stdout.write(json_line(_row(file, number, finding)))
    sys.exit(1 if errors else 0)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _row(file: str, line: int, finding: Finding) -> dict[str, Any]:
    return {
        "file": file,
        "line": line,
        "column": finding.start + 1,
        "code": finding.code,
        "level": finding.level,
        "message": finding.message,
        "text": finding.text,
        "fix": finding.fix,
    }
