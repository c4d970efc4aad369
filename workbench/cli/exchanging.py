"""Files of other tools: `validate` judges them, `import` takes them in, `export` gives ours out."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

import click
from sqlalchemy.orm import Session

from workbench.bitext import tmx, xliff
from workbench.bitext.arriving import Arrival, Arriving, Wishes, arrive, is_bitext, pair, unpacked
from workbench.bitext.build import build, build_one
from workbench.bitext.formats import FORMATS, by_name, kind
from workbench.bitext.report import Report
from workbench.bitext.selecting import Selection
from workbench.cli.files import read_bytes
from workbench.cli.keeping import editor, kept, title_of
from workbench.errors import BadFile, WrongUse
from workbench.files import halves, open_file
from workbench.services import checking, exchange, export, intake, projects
from workbench.services.intake import Incoming

_VALIDATORS = {"tmx": tmx.validate, "xlf": xliff.validate, "xliff": xliff.validate}


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
        report = _judged(Arriving(path, read_bytes(path)))
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


def _judged(file: Arriving) -> Report:
    form = kind(file.stream(), file.name)
    if form not in _VALIDATORS:
        raise BadFile(f"{file.name} is neither TMX nor XLIFF; these two can be validated.")
    return _VALIDATORS[form](file.stream())


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--project", required=True, metavar="NAME", help="Made when there is none of this name.")
@click.option("--title", help="The document's title; otherwise the first file's name.")
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--source", metavar="TAG", help="The source language to take from a file of many.")
@click.option("--target", metavar="TAG", help="The target language to take.")
@click.option(
    "--lines", is_flag=True, help="Two files of one segment a line that belong together (Moses)."
)
@click.option("--keep-zawgyi", is_flag=True, help="Do not convert Zawgyi to Unicode.")
@click.option("--whole", is_flag=True, help="Take nothing if one unit cannot be taken.")
@click.option("--again", is_flag=True, help="Take a file that came in already once more.")
@click.option("--update", is_flag=True, help="Apply a reviewer's sheet to the pairs of the same ids.")
def import_command(
    files: tuple[str, ...],
    project: str,
    title: str | None,
    dry_run: bool,
    source: str | None,
    target: str | None,
    lines: bool,
    keep_zawgyi: bool,
    whole: bool,
    again: bool,
    update: bool,
) -> None:
    """Add to a project: an English and a Burmese text, one file with both, or files of pairs.

    Pairs come from TMX, XLIFF, XLSX, CSV, TSV, PO, JSONL, Parquet, a hunalign ladder or an XCES
    alignment with its two texts, a Moses pair (--lines), or a folder or zip of these.

    \b
    Example: workbench import statement.en.txt statement.my.txt --project Statements
    Example: workbench import memory.tmx --project Statements --dry-run
    """
    found = unpacked(list(_files(files)))
    wishes = Wishes(source, target, None, keep_zawgyi, whole)
    if lines:
        arrivals = [(found, _lines(found, title, wishes))]
    elif is_bitext(found):
        arrivals = [(found, arrive(found, title=title or _title(found[0]), wishes=wishes))]
    elif len(found) == 2 and all(map(_is_one_sided, found)):
        _align(found, project, title, dry_run)
        return
    elif len(found) > 1 and all(is_bitext([each]) for each in found):
        arrivals = [([each], arrive([each], title=_title(each), wishes=wishes)) for each in found]
    elif len(found) in (1, 2):
        _align(found, project, title, dry_run)
        return
    else:
        raise WrongUse(
            "Give two texts that say the same, first the English, then the Burmese; or one file with "
            "both languages; or files of "
            "pairs: " + ", ".join(each.title for each in FORMATS.values() if each.read) + "."
        )
    _take(arrivals, project, dry_run=dry_run, again=again, update=update)


def _is_one_sided(file: Arriving) -> bool:
    """Whether a file is a table of one language, which looks like a table of pairs."""
    if kind(file.stream(), file.name) not in ("xlsx", "csv", "tsv"):
        return False
    return not halves.is_bilingual(open_file(file.content, file.name).blocks)


def _title(file: Arriving) -> str:
    """The file's name without its ending."""
    return title_of(Path(file.name).stem)


def _files(paths: Sequence[str]) -> Iterator[Arriving]:
    """Each file by its name; a folder gives its files."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            for each in sorted(Path(path).iterdir()):
                if each.is_file() and not each.name.startswith("."):
                    yield Arriving(each.name, read_bytes(str(each)))
        else:
            yield Arriving(Path(path).name, read_bytes(path))


def _lines(files: Sequence[Arriving], title: str | None, wishes: Wishes) -> Arrival:
    if len(files) != 2:
        raise WrongUse("--lines takes two files: the source's lines, then the target's.")
    return pair(files[0], files[1], title=title or _title(files[0]), wishes=wishes)


def _align(files: Sequence[Arriving], project: str, title: str | None, dry_run: bool) -> None:
    """Two texts that say the same, or one that carries both languages: aligned, then kept."""
    title = title or title_of(files[0].name)
    if len(files) == 1:
        bitext = build_one(files[0].content, files[0].name, title=title)
        sides: tuple[Literal["source", "target", "both"], ...] = ("both",)
    else:
        source, target = files
        names = source.name, target.name
        bitext = build(source.content, target.content, title=title, names=names)
        sides = "source", "target"
    if not dry_run:
        incoming = [
            Incoming(side, Path(each.name).name, each.content)
            for side, each in zip(sides, files, strict=True)
        ]
        with kept() as database:
            with database.transaction() as session:
                found = projects.find_or_create_project(session, project)
                document = intake.add_document(session, found, bitext, incoming, editor())
            checking.check_new(database, document.id)
            database.settle()
    _tell(bitext.remarks)
    done = "Would add" if dry_run else "Added"
    click.echo(f"{done} {bitext.title!r} to {project!r}: {len(bitext.units)} pairs.", err=True)


def _tell(remarks: Sequence[str]) -> None:
    for remark in remarks:
        click.echo(remark, err=True)


def _take(
    arrivals: list[tuple[list[Arriving], Arrival]],
    project: str,
    *,
    dry_run: bool,
    again: bool,
    update: bool,
) -> None:
    """Keep the arrivals, all or none, or say what would be kept."""
    for _, arrival in arrivals:
        _tell(arrival.bitext.remarks)
        report = arrival.report
        taken = f"{report.units} pairs, {report.left_out} left out"
        click.echo(f"{arrival.bitext.title}: {arrival.format}, {taken}.", err=True)
    if dry_run and not update:
        for _, arrival in arrivals:
            _preview(arrival)
        return
    with kept() as database:
        with database.transaction() as session:
            if update:
                _update(session, project, arrivals, dry_run)
                return
            found = projects.find_or_create_project(session, project)
            added = [
                exchange.bring_in(session, found, arrival, files, editor(), again=again)
                for files, arrival in arrivals
            ]
        for document in added:
            checking.check_new(database, document.id)
        database.settle()
    click.echo(f"Added to {project!r}.", err=True)


def _preview(arrival: Arrival, shown: int = 5) -> None:
    """The first pairs, as JSON lines."""
    for unit in arrival.bitext.units[:shown]:
        row = {"id": unit.uid, "source": unit.source_text, "target": unit.target_text}
        click.echo(json.dumps({**row, "status": unit.status.value}, ensure_ascii=False))


def _update(
    session: Session,
    project: str,
    arrivals: list[tuple[list[Arriving], Arrival]],
    dry_run: bool,
) -> None:
    """Show what a sheet changes, as JSON lines, and apply it."""
    found = projects.get_project(session, project)
    for _, arrival in arrivals:
        review = exchange.compare(session, found, arrival.bitext.units)
        for each in review.differences:
            row = {"id": each.uid, "field": each.field, "before": each.before, "after": each.after}
            click.echo(json.dumps(row, ensure_ascii=False))
        changes = [] if dry_run else exchange.apply_sheet(session, found, arrival.bitext.units, editor())
        touched = sum(len(change.revisions) for change in changes if change.id)
        done = f"{len(review.differences)} differences" if dry_run else f"{touched} pairs changed"
        click.echo(f"{done}; {review.unknown} rows are no pairs of {project!r}.", err=True)


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
    _tell(report.sentences())
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
