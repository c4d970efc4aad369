"""`workbench segment`: a text to its blocks and sentences, one JSON object a sentence."""

from typing import Any

import click

from workbench.cli.files import json_line, read_bytes, writer
from workbench.segment import Segment, segment
from workbench.text import MYANMAR, read


@click.command("segment")
@click.argument("file")
@click.option(
    "--lang",
    default="auto",
    show_default=True,
    help="en, my, another BCP-47 tag, or auto: block by block.",
)
@click.option("-o", "--output", help="Where to write; stdout without it.")
def segment_command(file: str, lang: str, output: str | None) -> None:
    """Cut a text into blocks and sentences.

    \b
    Example: workbench segment statement.txt --lang en
    """
    reading = read(read_bytes(file), MYANMAR)
    for remark in reading.remarks:
        click.echo(f"{file}:{remark.line}: {remark.message}", err=True)
    with writer(output) as stream:
        stream.writelines(json_line(_row(each)) for each in segment(reading.text, lang))


def _row(each: Segment) -> dict[str, Any]:
    row = {
        "block": each.block,
        "kind": each.kind,
        "label": each.label,
        "lang": each.language,
        "text": each.text,
    }
    return {**row, "tentative": True} if each.tentative else row
