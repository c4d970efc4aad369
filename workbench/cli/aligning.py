"""`workbench align` and `workbench score`."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import click

from workbench.align import Bead, Ladder, align, hunalign, scoring
from workbench.align.neural import load_encoder
from workbench.bitext import tmx, tsv
from workbench.bitext.build import units_of
from workbench.bitext.sides import align_sides, content, in_languages
from workbench.bitext.units import join
from workbench.cli.files import json_line, read_bytes, writer
from workbench.cli.remarks import tell
from workbench.errors import WorkbenchError
from workbench.files import MOST_BYTES, open_file
from workbench.segment import Segment, lines
from workbench.text import language, read

FORMATS = ("tmx", "tsv", "jsonl", "ladder")
Side = Sequence[Segment]


@click.command()
@click.argument("source", metavar="EN")
@click.argument("target", metavar="MY")
@click.option("-o", "--output", metavar="OUT", help="Where to write; stdout without it.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Otherwise by OUT's ending, else jsonl."
)
@click.option("--explain", is_flag=True, help="Print beads with scores and reasons, for reading.")
@click.option("--model", metavar="FOLDER", help="Use a sentence-embedding model on this disk as well.")
@click.option("--segmented", is_flag=True, help="Each line of a file is one segment as it stands.")
def align_command(
    source: str,
    target: str,
    output: str | None,
    form: str | None,
    explain: bool,
    model: str | None,
    segmented: bool,
) -> None:
    """Align two texts that say the same.

    \b
    Example: workbench align statement.en.txt statement.my.txt -o statement.tmx
    """
    sides = _segments(source, "en", segmented), _segments(target, "my", segmented)
    encoder = load_encoder(model) if model else None
    ladder = align(*sides, encoder=encoder) if segmented else align_sides(*sides, encoder=encoder)
    for remark in ladder.remarks:
        click.echo(f"workbench: {remark.message}", err=True)
    lines_of = _explained if explain else _LINES[form or _by_ending(output)]
    with writer(output) as stream:
        stream.writelines(lines_of(ladder, *sides))


def _by_ending(output: str | None) -> str:
    ending = Path(output or "").suffix.lstrip(".").lower()
    return ending if ending in FORMATS else "jsonl"


def _segments(path: str, tag: str, segmented: bool) -> list[Segment]:
    raw = read_bytes(path, MOST_BYTES)
    try:
        if segmented:
            return lines(read(raw, language(tag)).text, tag)
        opened = open_file(raw, path, language=tag)
    except WorkbenchError as error:
        raise type(error)(f"{path}: {error}") from error
    tell(path, opened.remarks)
    return content(in_languages(opened.blocks, tag, "my" if tag == "en" else "en"))


def _jsonl(ladder: Ladder, source: Side, target: Side) -> Iterable[str]:
    for bead in ladder.beads:
        yield json_line(
            {
                "source": bead.source,
                "target": bead.target,
                "source_text": join(tuple(source[i] for i in bead.source)),
                "target_text": join(tuple(target[j] for j in bead.target)),
                "score": round(bead.score, 4),
                "reasons": [each.message for each in bead.reasons],
            }
        )


def _explained(ladder: Ladder, source: Side, target: Side) -> Iterable[str]:
    for bead in ladder.beads:
        yield from _bead(bead, source, target)
    if ladder.crossings:
        yield "Moved elsewhere:\n"
    for bead in ladder.crossings:
        yield from _bead(bead, source, target)


def _bead(bead: Bead, source: Side, target: Side) -> Iterable[str]:
    yield f"{bead.score:.2f}  {len(bead.source)}-{len(bead.target)}\n"
    yield from (f"    {i + 1:>5}  {source[i].text}\n" for i in bead.source)
    yield from (f"    {j + 1:>5}  {target[j].text}\n" for j in bead.target)
    yield from (f"        {'+' if each.speaks_for else '-'} {each.message}\n" for each in bead.reasons)


def _ladder(ladder: Ladder, source: Side, target: Side) -> Iterable[str]:
    return hunalign.dump(ladder)


def _tmx(ladder: Ladder, source: Side, target: Side) -> Iterable[str]:
    out = BytesIO()
    tmx.write(units_of(ladder, source, target), out, signature=ladder.signature)
    yield out.getvalue().decode()


def _tsv(ladder: Ladder, source: Side, target: Side) -> Iterable[str]:
    out = BytesIO()
    tsv.write(units_of(ladder, source, target), out)
    yield out.getvalue().decode()


_LINES = {"jsonl": _jsonl, "ladder": _ladder, "tmx": _tmx, "tsv": _tsv}


@click.command()
@click.argument("ladder", metavar="LADDER")
@click.argument("gold", metavar="GOLD")
def score_command(ladder: str, gold: str) -> None:
    """Hold a ladder against the gold ladder, both in hunalign's form.

    \b
    Example: workbench score statement.ladder statement.gold.ladder
    """
    found, wanted = (_read_ladder(path).beads for path in (ladder, gold))
    click.echo("          precision  recall    F1")
    for name, hits in (("strict", scoring.strict(found, wanted)), ("lax", scoring.lax(found, wanted))):
        click.echo(f"{name:<10}{hits.precision:>9.4f}{hits.recall:>8.4f}{hits.f1:>7.4f}")
    click.echo("\ntype      wanted  found  right     F1")
    for name, hits in scoring.by_type(found, wanted).items():
        click.echo(f"{name:<8}{hits.wanted:>8}{hits.found:>7}{hits.right_found:>7}{hits.f1:>7.4f}")


def _read_ladder(path: str) -> Ladder:
    return hunalign.load(read_bytes(path).decode("utf-8", "replace").splitlines(), path)
