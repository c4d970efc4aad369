"""Files for other tools: `export` gives ours out, `validate` judges any."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from workbench.bitext.advice import advice_on, grouped
from workbench.bitext.arriving import Arriving
from workbench.bitext.formats import FORMATS, Format, by_name
from workbench.bitext.judging import judge
from workbench.bitext.report import Problem, Report
from workbench.bitext.selecting import SAID, Selection, stretch
from workbench.bitext.units import STATUSES
from workbench.cli.files import plain, read_bytes, whole_file
from workbench.cli.keeping import kept
from workbench.cli.values import LANGUAGES, Parsed
from workbench.errors import NothingToExport, WrongUse
from workbench.segment import KINDS
from workbench.services import export, projects
from workbench.text import Level

BLOCKS = Parsed("a block or a stretch of them like 3-7", stretch)


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
            click.echo(_told(path, problem) if form == "text" else _as_json(path, problem))
        if form == "text":
            _advise(report)
        more = report.counts.total() - len(report.problems)
        rest = f", {more} of them not shown" if more else ""
        total = report.counts.total()
        click.echo(plain(f"{path}: {report.units} units, {total} problems{rest}."), err=True)
        failed = failed or bool(report.errors) or (strict and total > 0)
    raise SystemExit(failed)


def _told(path: str, problem: Problem) -> str:
    """A problem as compilers tell one, so that editors and CI find the line."""
    unit = f"unit {problem.unit}: " if problem.unit else ""
    return plain(f"{path}:{problem.line}: {problem.level}: {unit}{problem.message} [{problem.rule}]")


def _as_json(path: str, problem: Problem) -> str:
    advice = advice_on(problem.rule)
    row = {"file": path, **asdict(problem), "advice": advice.todo, "tools": list(advice.tools)}
    return json.dumps(row, ensure_ascii=False)


def _advise(report: Report) -> None:
    """What to do about each rule that was broken."""
    for group in grouped(report.problems):
        concerned = f" ({', '.join(group.advice.tools)})" if group.advice.tools else ""
        count = report.counts[group.rule]
        click.echo(f"{group.rule}, {count} times{concerned}: {group.advice.todo}", err=True)


@click.command("export")
@click.argument("project", metavar="NAME")
@click.option("-o", "--output", required=True, metavar="OUT", help="A file; its ending says the format.")
@click.option(
    "--status",
    "statuses",
    type=click.Choice([*STATUSES, "all"]),
    multiple=True,
    default=["confirmed"],
    show_default=True,
    help="May be given more than once.",
)
@click.option("--min-score", type=click.FloatRange(0, 1), help="Leave out pairs that score lower.")
@click.option("--longest", type=int, metavar="N", help="Leave out pairs with a side longer than this.")
@click.option(
    "--clean",
    type=click.Choice([each.value for each in Level]),
    help="Leave out pairs with a finding as grave as this that nobody let stand.",
)
@click.option(
    "--languages",
    type=LANGUAGES,
    metavar="SOURCE:TARGET",
    help="Documents of this pair, turned if need be.",
)
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only from blocks of this kind."
)
@click.option("--blocks", type=BLOCKS, metavar="3-7", help="Only from these blocks of the source.")
@click.option(
    "--without", type=click.Choice(SAID), multiple=True, help="Leave this unsaid of every pair."
)
@click.option("--bare", is_flag=True, help="The texts alone: --without all of these.")
@click.option("--findings", is_flag=True, help="Name the findings of each pair in props x-finding.")
@click.option("--strip-zwsp", is_flag=True, help="TMX: take U+200B out of both sides.")
def export_command(project: str, output: str, **asked: Any) -> None:
    """Write a project's pairs, the confirmed ones or others, in the format of OUT's ending.

    .tmx .xlf (XLIFF 1.2) .xliff (2.1) .xlsx .tsv .csv .po .jsonl .parquet .zip (XCES) .omegat.zip
    (an OmegaT project) .html .docx, .en.txt and .my.txt (the text of a side in its paragraphs)

    \b
    Example: workbench export Statements -o statements.tmx
    Example: workbench export Statements -o statements.xlsx --status all --min-score 0.8
    Example: workbench export Statements -o clean.tmx --clean warning --languages my:en
    """
    choices = _choices(**asked)
    if not output.endswith(".txt"):  # which side a text is of, only the documents can say
        _format(output)
    with kept() as database, database.reading() as session:
        documents = projects.get_project(session, project).documents
        form = _format(output, choices.languages or next(map(export.pair_of, documents), ("en", "my")))
        if not documents:
            raise NothingToExport(f"There is no document in {project!r} yet.")
        with whole_file(Path(output), "w+b") as out:
            report = export.write(session, documents, cast(BinaryIO, out), form.ending, choices)
        left = (0, 0) if form.whole or form.one_sided else export.left_over(session, documents, report)
    for sentence in report.sentences():
        click.echo(sentence, err=True)
    for count, why in zip(left, ("with an empty side", "not chosen"), strict=True):
        if count:
            click.echo(f"Left out, {why}: {count}", err=True)
    click.echo(f"Wrote {report.units} pairs to {output}.", err=True)


def _format(output: str, languages: tuple[str, str] = ("en", "my")) -> Format:
    """The format of a file's ending."""
    form = by_name(output, languages)
    if form is None:
        endings = ", ".join(f".{each}" for each in FORMATS)
        raise WrongUse(f"The name {output} must end in one of {endings}, so that the format is clear.")
    return form


def _choices(
    *,
    statuses: tuple[str, ...],
    min_score: float | None,
    longest: int | None,
    clean: str | None,
    languages: tuple[str, str] | None,
    kinds: tuple[str, ...],
    blocks: tuple[int, int] | None,
    without: tuple[str, ...],
    bare: bool,
    findings: bool,
    strip_zwsp: bool,
) -> export.Choices:
    """What the options choose."""
    wanted = None if "all" in statuses else frozenset(STATUSES[each] for each in statuses)
    return export.Choices(
        Selection(wanted, min_score, longest, frozenset(kinds) or None, blocks),
        Level(clean) if clean else None,
        languages,
        frozenset(SAID if bare else without),
        findings,
        strip_zwsp,
    )
