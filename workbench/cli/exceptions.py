"""`workbench exception`: the abbreviations and names that stay whole in a project."""

import click

from workbench.cli.keeping import editor, kept
from workbench.segment.exceptions import EXCEPTION_KINDS
from workbench.services import exceptions, projects

_PROJECT = click.option("--project", "name", metavar="NAME", required=True, help="The project's name.")


@click.group("exception")
def exception_command() -> None:
    """Add, list and remove the texts of a project that no sentence ends in.

    They hold for what comes in from then on, and for the OmegaT kit.

    \b
    Example: workbench exception add "Off." --project Statements
    """


@exception_command.command("add")
@click.argument("text")
@_PROJECT
@click.option("--lang", default="en", show_default=True, metavar="TAG", help="Its language.")
@click.option(
    "--kind",
    type=click.Choice(EXCEPTION_KINDS),
    default=EXCEPTION_KINDS[0],
    show_default=True,
    help="After an abbreviation a sentence goes on; a name (no_break) is never cut inside.",
)
def add_command(text: str, name: str, lang: str, kind: str) -> None:
    """Add TEXT to the exceptions of a project.

    \b
    Example: workbench exception add "Off." --project Statements
             workbench exception add "Yahoo! Inc." --kind no_break --project Statements
    """
    with kept() as database, database.transaction() as session:
        project = projects.get_project(session, name)
        added = exceptions.add_exception(session, project, text, lang, kind, editor=editor())
        click.echo(f"This is exception {added.id}.", err=True)


@exception_command.command("list")
@_PROJECT
def list_command(name: str) -> None:
    """List the exceptions of a project: number, language, kind, text.

    \b
    Example: workbench exception list --project Statements
    """
    with kept() as database, database.reading() as session:
        for each in exceptions.list_exceptions(session, projects.get_project(session, name)):
            click.echo(f"{each.id}\t{each.language}\t{each.kind}\t{each.text}")


@exception_command.command("remove")
@click.argument("number", type=int)
@_PROJECT
def remove_command(number: int, name: str) -> None:
    """Remove an exception by its number; what is cut already stays as it is.

    \b
    Example: workbench exception remove 3 --project Statements
    """
    with kept() as database, database.transaction() as session:
        project = projects.get_project(session, name)
        removed = exceptions.remove_exception(session, project, number, editor=editor())
        click.echo(f"Removed “{removed}”.", err=True)
