"""`import`: two texts that are aligned on the way in, or files that hold pairs already."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import click
from sqlalchemy.orm import Session

from workbench.bitext.arriving import Arrival, Arriving, Wishes, arrive, is_bitext, pair, unpacked
from workbench.bitext.build import build, build_one
from workbench.bitext.formats import FORMATS, kind
from workbench.bitext.units import Bitext
from workbench.cli.files import read_bytes
from workbench.cli.keeping import editor, kept, title_of
from workbench.errors import WrongUse
from workbench.files import halves, open_file
from workbench.services import checking, exchange, intake, projects
from workbench.services.intake import Incoming
from workbench.services.learning import Aids, aids
from workbench.storage import Database


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
    with kept() as database:
        bitext = _built(files, title or title_of(files[0].name), _known(database, project))
        if not dry_run:
            _keep(database, project, bitext, files)
    _tell(bitext.remarks)
    done = "Would add" if dry_run else "Added"
    click.echo(f"{done} {bitext.title!r} to {project!r}: {len(bitext.units)} pairs.", err=True)


def _known(database: Database, project: str) -> Aids:
    """What the project teaches the aligner; nothing if it is yet to be made."""
    with database.reading() as session:
        found = projects.find_project(session, project)
        return aids(session, found) if found else {"terms": [], "lexicon": None}


def _built(files: Sequence[Arriving], title: str, known: Aids) -> Bitext:
    if len(files) == 1:
        return build_one(files[0].content, files[0].name, title=title, **known)
    source, target = files
    names = source.name, target.name
    return build(source.content, target.content, title=title, names=names, **known)


def _keep(database: Database, project: str, bitext: Bitext, files: Sequence[Arriving]) -> None:
    """Save a document with the bytes it came from, then check it."""
    sides: tuple[Literal["source", "target", "both"], ...] = ("source", "target")
    incoming = [
        Incoming(side, Path(each.name).name, each.content)
        for side, each in zip(sides if len(files) > 1 else ("both",), files, strict=True)
    ]
    with database.transaction() as session:
        found = projects.find_or_create_project(session, project)
        document = intake.add_document(session, found, bitext, incoming, editor())
    checking.check_new(database, document.id)
    database.settle()


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
