"""`workbench corpus`: many documents at once."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workbench.align import align
from workbench.align.neural import Encoder, load_encoder
from workbench.cli.files import json_line, writer
from workbench.cli.releasing import release_corpus
from workbench.errors import BadFile, WrongUse
from workbench.segment import Segment


@click.group()
def corpus_command() -> None:
    """Work on a corpus of many documents."""


corpus_command.add_command(release_corpus)


@corpus_command.command("align")
@click.argument("documents", metavar="IN.jsonl")
@click.argument("out", metavar="OUT.jsonl")
@click.option("--model", metavar="FOLDER", help="Use a sentence-embedding model on this disk as well.")
def align_corpus(documents: str, out: str, model: str | None) -> None:
    """Align each document of a JSONL file: {"id", "en": [...], "my": [...]} a line.

    \b
    OUT gets {"id", "links": [[[0], [0]], ...], "scores": [...]} a line, in the same order.
    Example: workbench corpus align news.jsonl links.jsonl
    """
    if Path(documents).exists() and Path(out).exists() and Path(documents).samefile(out):
        raise WrongUse(f"{out} is the file that is read; choose another name for what comes out.")
    encoder = load_encoder(model) if model else None
    shown = sys.stderr.isatty()
    count = _count(documents) if shown else None
    lines = _lines(documents)
    bar = click.progressbar(lines, count, "Aligning", file=sys.stderr, hidden=not shown)
    with writer(out) as stream, bar as progress:
        for number, line in enumerate(progress, start=1):
            if line.strip():
                stream.write(json_line(_aligned(line, f"{documents}, line {number}", encoder)))
                stream.flush()


def _count(path: str) -> int | None:
    """How many lines a file has, for the progress bar; None for what can be read only once."""
    if not Path(path).is_file():
        return None
    with Path(path).open("rb") as stream:
        return sum(1 for _ in stream)


def _lines(path: str) -> Iterator[str]:
    try:
        with sys.stdin if path == "-" else Path(path).open(encoding="utf-8") as stream:
            yield from stream
    except UnicodeDecodeError as error:
        raise BadFile(f"{path} is no JSONL: it is not UTF-8 text.") from error
    except OSError as error:
        raise BadFile(f"Cannot read {path}: {error.strerror}.") from error


def _aligned(line: str, place: str, encoder: Encoder | None) -> dict[str, Any]:
    document = _document(line, place)
    sides = [[Segment(text, language=tag) for text in document[tag]] for tag in ("en", "my")]
    beads = align(*sides, encoder=encoder, explain=False).beads
    return {
        "id": document["id"],
        "links": [[list(bead.source), list(bead.target)] for bead in beads],
        "scores": [round(bead.score, 4) for bead in beads],
    }


def _document(line: str, place: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadFile(f"{place}: this is not JSON.") from error
    if not (isinstance(document, dict) and "id" in document and all(map(_is_side, _sides(document)))):
        raise BadFile(f'{place}: expected one object with "id", and "en" and "my" as lists of texts.')
    return document


def _sides(document: dict[str, Any]) -> list[Any]:
    return [document.get(tag) for tag in ("en", "my")]


def _is_side(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
