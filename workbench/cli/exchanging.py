"""Files for other tools: `export` gives ours out, `validate` judges any."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from workbench.bitext import tmx
from workbench.bitext.arriving import Arriving
from workbench.bitext.formats import FORMATS, by_name
from workbench.bitext.judging import judge
from workbench.bitext.selecting import Selection
from workbench.cli.files import read_bytes
from workbench.cli.keeping import kept
from workbench.errors import BadFile, WrongUse
from workbench.services import export, projects


@click.command("validate")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
def validate_command(files: tuple[str, ...], form: str, strict: bool) -> None:
    """Say whether TMX and XLIFF files will work, by line, unit and rule, with what to do.

    Exit 0: no error; 1: errors were found; 2: the file is no TMX and no XLIFF.

    \b
    Example: workbench validate memory.tmx
    """
    failed = False
    for path in files:
        report = judge(Arriving(path, read_bytes(path)))
        for problem in report.problems:
            row = {
                "file": path, "line": problem.line, "unit": problem.unit, "rule": problem.rule,
                "level": problem.level, "message": problem.message,
            }  # fmt: skip
            click.echo(_told(row) if form == "text" else json.dumps(row, ensure_ascii=False))
        more = report.counts.total() - len(report.problems)
        rest = f", {more} of them not shown" if more else ""
        total = report.counts.total()
        click.echo(f"{path}: {report.units} units, {total} problems{rest}.", err=True)
        failed = failed or bool(report.errors) or (strict and total > 0)
    raise SystemExit(failed)


def _told(row: dict[str, object]) -> str:
    unit = f"unit {row['unit']}: " if row["unit"] else ""
    return f"{row['file']}:{row['line']}: {row['level']}: {unit}{row['message']} [{row['rule']}]"


@click.command("export")
@click.argument("project", metavar="NAME")
@click.option("-o", "--output", required=True, metavar="OUT", help="A file; its ending says the format.")
@click.option(
    "--status", type=click.Choice(["confirmed", "all"]), default="confirmed", show_default=True
)
@click.option("--min-score", type=click.FloatRange(0, 1), help="Leave out pairs that score lower.")
@click.option("--longest", type=int, metavar="N", help="Leave out pairs with a side longer than this.")
@click.option("--strip-zwsp", is_flag=True, help="TMX: take U+200B out of both sides.")
@click.option("--bare", is_flag=True, help="TMX: the texts alone, without status, score, notes, blocks.")
def export_command(
    project: str,
    output: str,
    status: export.Which,
    min_score: float | None,
    longest: int | None,
    strip_zwsp: bool,
    bare: bool,
) -> None:
    """Write a project's pairs, the confirmed ones or all, in the format of OUT's ending.

    .tmx .xlf (XLIFF 1.2) .xliff (2.1) .xlsx .tsv .csv .po .jsonl .parquet .zip (XCES) .omegat.zip
    (an OmegaT project) .html .docx

    \b
    Example: workbench export Statements -o statements.tmx
    Example: workbench export Statements -o statements.xlsx --status all --min-score 0.8
    """
    form = by_name(output)
    if form is None:
        endings = ", ".join(f".{each}" for each in FORMATS)
        raise WrongUse(f"The name {output} must end in one of {endings}, so that the format is clear.")
    plain = not bare
    options = tmx.Options(plain, plain, plain, plain, plain, strip_zwsp=strip_zwsp)
    selection = Selection(min_score=min_score, longest=longest)
    with kept() as database, database.reading() as session:
        documents = projects.get_project(session, project).documents
        with _written(output) as out:
            report = export.write(session, documents, out, form.ending, status, selection, options)
    for sentence in report.sentences():
        click.echo(sentence, err=True)
    click.echo(f"Wrote {report.units} pairs to {output}.", err=True)


@contextmanager
def _written(path: str) -> Iterator[BinaryIO]:
    """A file that stands under its name only when it is whole; refuses with `BadFile`."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w+b") as out:
            yield out
        part.replace(target)
    except OSError as error:
        raise BadFile(f"Cannot write {path}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
