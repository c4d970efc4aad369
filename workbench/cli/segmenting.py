"""`workbench segment`: a text to its blocks and sentences, one JSON object a sentence."""

from typing import Any

import click

from workbench.bitext import srx
from workbench.cli.files import json_line, read_bytes, writer
from workbench.cli.remarks import tell
from workbench.errors import WrongUse
from workbench.files import MOST_BYTES, open_file
from workbench.segment import CutException, Segment, of_blocks
from workbench.segment.language import OTHER


@click.command("segment")
@click.argument("file", required=False)
@click.option("--lang", default="auto", show_default=True, help="en, my, another BCP-47 tag, or auto.")
@click.option("-o", "--output", help="Where to write; stdout without it.")
@click.option("--rules", type=click.Choice(["srx", "omegat"]), help="Write the sentence rules instead.")
@click.option("--project", metavar="NAME", help="Mind the exceptions of this project.")
def segment_command(
    file: str | None, lang: str, output: str | None, rules: str | None, project: str | None
) -> None:
    """Cut a file of any format into blocks and sentences, or write down the rules for doing so.

    \b
    Example: workbench segment statement.docx --lang en
             workbench segment --rules srx -o burmese.srx
    """
    exceptions = _exceptions(project) if project else ()
    if rules:
        write = srx.srx if rules == "srx" else srx.segmentation_conf
        with writer(output) as stream:
            stream.write(write(exceptions))
        return
    if not file:
        raise WrongUse("Say which file is to be cut, or - for stdin.")
    opened = open_file(read_bytes(file, MOST_BYTES), file, language=lang)
    tell(file, opened.remarks)
    with writer(output) as stream:
        stream.writelines(json_line(_row(each)) for each in of_blocks(opened.blocks, exceptions))


def _exceptions(name: str) -> tuple[CutException, ...]:
    """The exceptions of a project; whoever names none need not wait for the database."""
    from workbench.cli.keeping import kept
    from workbench.services import projects
    from workbench.services.exceptions import exceptions_of

    with kept() as database, database.reading() as session:
        return exceptions_of(session, projects.get_project(session, name))


def _row(each: Segment) -> dict[str, Any]:
    row = {
        "block": each.block,
        "kind": each.kind,
        "label": each.label,
        "lang": "other" if each.language == OTHER else each.language,
        "text": each.text,
    }
    return {**row, "tentative": True} if each.tentative else row
