"""`workbench token`: let programs in by the API, and shut them out again."""

import click

from workbench.cli.keeping import editor, kept
from workbench.services import tokens


@click.group("token")
def token_command() -> None:
    """Make, list and remove the tokens by which programs use the API.

    \b
    Example: workbench token add --purpose "nightly export"
    """


@token_command.command("add")
@click.option("--editor", "name", metavar="NAME", help="Under whose name it acts; otherwise yours.")
@click.option("--purpose", default="", metavar="TEXT", help="What it is for.")
def add_command(name: str | None, purpose: str) -> None:
    """Make a token and write it to stdout; it is shown this once.

    \b
    Example: workbench token add --editor "Daw Hla" --purpose "nightly export"
    """
    with kept() as database, database.transaction() as session:
        token, secret = tokens.add_token(session, name or editor(), purpose)
        number = token.id
    click.echo(secret)
    click.echo(f"This is token {number}. Keep it now: it is not shown again.", err=True)


@token_command.command("list")
def list_command() -> None:
    """List the tokens: number, editor, day, purpose; never the secrets.

    \b
    Example: workbench token list
    """
    with kept() as database, database.reading() as session:
        for each in tokens.list_tokens(session):
            click.echo(f"{each.id}\t{each.editor}\t{each.created_at:%Y-%m-%d}\t{each.purpose}")


@token_command.command("remove")
@click.argument("number", type=int)
def remove_command(number: int) -> None:
    """Remove a token by its number; whoever carries it is refused from then on.

    \b
    Example: workbench token remove 3
    """
    with kept() as database, database.transaction() as session:
        removed = tokens.remove_token(session, number)
        click.echo(f"Removed the token of {removed.editor}.", err=True)
