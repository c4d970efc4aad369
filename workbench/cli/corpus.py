"""`workbench corpus`: many documents at once."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workbench.align import align
from workbench.cli.files import json_line, writer
from workbench.cli.releasing import release_corpus
from workbench.errors import BadFile
from workbench.segment import Segment


@click.group()
def corpus_command() -> None:
    """Work on a corpus of many documents."""


corpus_command.add_command(release_corpus)


@corpus_command.command("align")
@click.argument("documents", metavar="IN.jsonl")
@click.argument("out", metavar="OUT.jsonl")
def align_corpus(documents: str, out: str) -> None:
    """Align each document of a JSONL file: {"id", "en": [...], "my": [...]} a line.

    \b
    OUT gets {"id", "links": [[[0], [0]], ...], "scores": [...]} a line, in the same order.
    Example: workbench corpus align news.jsonl links.jsonl
    """
    lines = _lines(documents)
    bar = click.progressbar(lines, label="Aligning", file=sys.stderr, hidden=not sys.stderr.isatty())
    with writer(out) as stream, bar as progress:
        for number, line in enumerate(progress, start=1):
            if line.strip():
                stream.write(json_line(_aligned(line, f"{documents}, line {number}")))
                stream.flush()


def _lines(path: str) -> Iterator[str]:
    try:
        with sys.stdin if path == "-" else Path(path).open(encoding="utf-8") as stream:
            yield from stream
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"Cannot read {path}: {error}.") from error


def _aligned(line: str, place: str) -> dict[str, Any]:
    document = _document(line, place)
    sides = [[Segment(text, language=tag) for text in document[tag]] for tag in ("en", "my")]
    beads = align(*sides, explain=False).beads
    return {
        "id": document["id"],
        "links": [[list(bead.source), list(bead.target)] for bead in beads],
        "scores": [round(bead.score, 4) for bead in beads],
    }


def _document(line: str, place: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
        sides = [document["en"], document["my"]]
        assert "id" in document and all(isinstance(side, list) for side in sides)
        assert all(isinstance(text, str) for side in sides for text in side)
    except (ValueError, KeyError, TypeError, AssertionError, RecursionError) as error:
        raise BadFile(
            f'{place}: expected one object with "id", and "en" and "my" as lists of texts.'
        ) from error
    assert isinstance(document, dict)
    return document
