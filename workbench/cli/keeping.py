"""The database from the command line: `seed`, `db`, and how every other command opens it."""

from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser

import click

from workbench.config import Settings
from workbench.services import projects
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
