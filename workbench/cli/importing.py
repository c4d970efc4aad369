"""`import`: two texts that are aligned on the way in, or files that hold pairs already."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy.orm import Session

from workbench.bitext.arriving import Arriving, Wishes
from workbench.bitext.tables import Columns, places
from workbench.cli.files import MOST_BYTES, read_bytes
from workbench.cli.keeping import editor, kept
from workbench.cli.values import Parsed
from workbench.services import checking, exchange, importing, projects
from workbench.services.importing import Ready
from workbench.services.learning import NOTHING, Known, known
from workbench.storage.bitexts import in_silence

_HELD = 100_000_000
"""Bytes of a file of pairs that are held; more are read where they lie."""
COLUMNS = Parsed("two columns like 2,3", places)


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
@click.option(
    "--columns", type=COLUMNS, metavar="2,3", help="Of a table: the source's and the target's."
)
@click.option("--no-header", is_flag=True, help="With --columns: the first row is a pair too.")
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
    columns: tuple[int, int] | None,
    no_header: bool,
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
    chosen = Columns(*columns, header=not no_header) if columns else None
    wishes = Wishes(source, target, chosen, keep_zawgyi, whole)
    found = list(_files(files))
    title = title or importing.title_of(str(Path(files[0]).absolute()))
    ready = importing.look(found, known=lambda: _known(project), title=title, wishes=wishes, lines=lines)
    _take(ready, project, dry_run=dry_run, again=again, update=update)


def _files(paths: Sequence[str]) -> Iterator[Arriving]:
    """Each file by its name; a folder gives all files in it, by their places."""
    room = MOST_BYTES
    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            yield _file(folder.name, path)
            continue
        for each in sorted(folder.rglob("*")):
            place = each.relative_to(folder)
            if each.is_file() and not any(part.startswith(".") for part in place.parts):
                found = Arriving(place.as_posix(), read_bytes(str(each), room))
                room -= len(found.content)
                yield found


def _file(name: str, path: str) -> Arriving:
    """One file; a very large one stays where it lies."""
    place = Path(path)
    if path != "-" and place.is_file() and place.stat().st_size > _HELD:
        return Arriving(name, b"", place)
    return Arriving(name, read_bytes(path))


def _known(project: str) -> Known:
    """What the project knows; nothing if it is yet to be made."""
    with kept() as database, database.reading() as session:
        found = projects.find_project(session, project)
        return known(session, found) if found else NOTHING


def _take(ready: Sequence[Ready], project: str, *, dry_run: bool, again: bool, update: bool) -> None:
    """Keep what is ready, all or none, or say what would be kept."""
    for each in ready:
        _tell(each)
    if dry_run and not update:
        for each in ready:
            _preview(each)
        return
    with kept() as database:
        with database.transaction() as session:
            if update:
                _update(session, project, ready, dry_run)
                return
            found = projects.find_or_create_project(session, project)
            with _progress(ready) as tell:
                added = importing.keep(session, found, ready, editor(), again=again, tell=tell)
        for document in added:
            checking.check_new(database, document.id)
        database.settle()
    for each in ready:
        click.echo(f"Added {each.bitext.title!r} to {project!r}.", err=True)


@contextmanager
def _progress(ready: Sequence[Ready]) -> Iterator[Callable[[int], None]]:
    """A bar for whoever sits before a terminal; Ctrl-C stops the import and nothing of it is kept."""
    if not sys.stderr.isatty():
        yield in_silence
        return
    total = sum(len(each.bitext.units) for each in ready)
    with click.progressbar(length=total, file=sys.stderr, label="Pairs") as bar:
        yield lambda done: bar.update(done - bar.pos)


def _tell(ready: Ready) -> None:
    for remark in ready.bitext.remarks:
        click.echo(remark, err=True)
    if columns := ready.report.notes.get("columns"):
        click.echo(f"Columns: {columns}.", err=True)
    half = f" ({ready.report.one_sided} with an empty side)" if ready.report.one_sided else ""
    taken = f"{ready.report.units} pairs{half}, {ready.report.left_out} left out"
    click.echo(f"{ready.bitext.title}: {ready.format}, {taken}.", err=True)


def _preview(ready: Ready, shown: int = 5) -> None:
    """The first pairs, as JSON lines."""
    for unit in ready.bitext.units[:shown]:
        row = {"id": unit.uid, "source": unit.source_text, "target": unit.target_text}
        click.echo(json.dumps({**row, "status": unit.status.value}, ensure_ascii=False))


def _update(session: Session, project: str, ready: Sequence[Ready], dry_run: bool) -> None:
    """Show what a sheet changes, as JSON lines, and apply it."""
    found = projects.get_project(session, project)
    for one in ready:
        sheet = exchange.Sheet.of(one.bitext, one.report)
        review = exchange.compare(session, found, sheet)
        for each in review.differences:
            row = {"id": each.uid, "field": each.field, "before": each.before, "after": each.after}
            click.echo(json.dumps(row, ensure_ascii=False))
        changes = [] if dry_run else exchange.apply_sheet(session, found, sheet, editor())
        touched = exchange.count(changes)
        done = f"{len(review.differences)} differences" if dry_run else f"{touched} pairs changed"
        click.echo(f"{done}; {review.unknown} rows are no pairs of {project!r}.", err=True)
