"""What goes into the database and comes out: `import`, `export`, `seed`, `db`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import BinaryIO

import click

from workbench.bitext.build import build
from workbench.bitext.ready import is_ready, load
from workbench.bitext.units import Bitext
from workbench.cli.files import read_bytes
from workbench.config import Settings
from workbench.errors import BadFile, WrongUse
from workbench.services import checking, export, intake, projects
from workbench.services.intake import Incoming
from workbench.services.samples import load_samples
from workbench.storage import Database, open_database, upgrade


@contextmanager
def kept() -> Iterator[Database]:
    """The database of the settings, with the newest tables."""
    database = open_database(Settings.from_environment())
    try:
        upgrade(database)
        yield database
    finally:
        database.close()


def editor() -> str:
    """Who is at the keyboard, for the history."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "command line"


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--project", required=True, metavar="NAME", help="Made when there is none of this name.")
@click.option("--title", help="The document's title; otherwise the first file's name.")
def import_command(files: tuple[str, ...], project: str, title: str | None) -> None:
    """Add documents to a project: an English and a Burmese text, or files of pairs (TMX, TSV, CSV).

    \b
    Example: workbench import statement.en.txt statement.my.txt --project Statements
    """
    with kept() as database:
        for bitext, incoming in _read(files, title):
            with database.transaction() as session:
                found = projects.find_or_create_project(session, project)
                document = intake.add_document(session, found, bitext, incoming, editor())
            checking.check_new(database, document.id)
            for remark in bitext.remarks:
                click.echo(remark, err=True)
            click.echo(f"Added {bitext.title!r} to {found.name!r}: {len(bitext.units)} pairs.", err=True)
        database.settle()


def _read(files: tuple[str, ...], title: str | None) -> Iterator[tuple[Bitext, tuple[Incoming, ...]]]:
    """The bitexts of files, each with the bytes it came from."""
    if all(is_ready(path) for path in files):
        for path in files:
            content = read_bytes(path)
            bitext = load(content, path, title=title or title_of(path))
            yield bitext, (Incoming("both", Path(path).name, content),)
    elif len(files) == 2:
        source, target = (read_bytes(path) for path in files)
        names = [Path(path).name for path in files]
        incoming = (Incoming("source", names[0], source), Incoming("target", names[1], target))
        yield build(source, target, title=title or title_of(files[0])), incoming
    else:
        raise WrongUse(
            "Give two texts that say the same, first the English, then the Burmese; "
            "or files of pairs ending in .tmx, .tsv or .csv."
        )


def title_of(path: str) -> str:
    """A title out of a file's name, without its endings; its folder's name when only `en` is left.

    >>> title_of("letters/open_letter.en.txt"), title_of("op-ed/en.txt")
    ('open letter', 'op-ed')
    """
    stem = re.sub(r"(^|\.)((en|my|txt|tmx|tsv|csv)(\.|$))+$", "", Path(path).name, flags=re.IGNORECASE)
    return (stem or Path(path).absolute().parent.name).replace("_", " ").strip() or "Untitled"


@click.command("export")
@click.argument("project", metavar="NAME")
@click.option("-o", "--output", required=True, metavar="OUT", help="A file ending in .tmx or .tsv.")
@click.option(
    "--status", type=click.Choice(["confirmed", "all"]), default="confirmed", show_default=True
)
def export_command(project: str, output: str, status: export.Which) -> None:
    """Write a project's pairs, the confirmed ones or all, as TMX or TSV.

    \b
    Example: workbench export Statements -o statements.tmx
    """
    form = Path(output).suffix.lower().removeprefix(".")
    if form not in export.FORMATS:
        raise WrongUse(f"The name {output} must end in .tmx or .tsv, so that the format is clear.")
    with kept() as database, database.reading() as session:
        documents = projects.get_project(session, project).documents
        with _written(output) as out:
            report = export.write(session, documents, out, form, status)
    for problem in report.problems:
        click.echo(str(problem), err=True)
    click.echo(f"Wrote {report.units} pairs to {output}.", err=True)


@contextmanager
def _written(path: str) -> Iterator[BinaryIO]:
    """A file that stands under its name only when it is whole; refuses with `BadFile`."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(target)
    except OSError as error:
        raise BadFile(f"Cannot write {path}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


@click.command("seed")
@click.option("--once", is_flag=True, help="Only into an empty database, as on the very first start.")
def seed_command(once: bool) -> None:
    """Load the sample projects that are not there yet.

    \b
    Example: workbench seed
    """
    with kept() as database:
        with database.reading() as session:
            if once and projects.list_projects(session):
                return
        for name in load_samples(database):
            click.echo(f"Loaded {name}.")


@click.group("db")
def db_command() -> None:
    """Look after the database.

    \b
    Example: workbench db upgrade
    """


@db_command.command("upgrade")
def upgrade_command() -> None:
    """Bring the database to the newest tables; nothing in it is lost.

    \b
    Example: workbench db upgrade
    """
    with kept():
        click.echo("The database is up to date.", err=True)
