"""`workbench corpus release`: a project as a corpus one can publish."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.files import read_bytes
from workbench.cli.values import LANGUAGES
from workbench.errors import BadFile

if TYPE_CHECKING:
    from workbench.bitext.release import Plan


@click.command("release")
@click.argument("project", metavar="NAME")
@click.option("-o", "--output", required=True, metavar="DIR", help="A new folder.")
@click.option(
    "--licence", default="unknown", show_default=True, help="As dataset hubs write it: cc-by-4.0."
)
@click.option("--attribution", default="", help="Whom the card names as the source.")
@click.option("--format", "formats", multiple=True, help="moses, tsv, jsonl, parquet, xces, hunalign.")
@click.option(
    "--status", type=click.Choice(["confirmed", "all"]), default="confirmed", show_default=True
)
@click.option("--min-score", type=click.FloatRange(0, 1), help="Leave out pairs that score lower.")
@click.option("--longest", type=int, default=2000, show_default=True, help="Characters of a side.")
@click.option(
    "--ratio",
    type=click.FloatRange(1),
    default=6.0,
    show_default=True,
    help="How many times one side may be longer than the other.",
)
@click.option(
    "--near",
    type=click.FloatRange(0.5, 2),
    default=0.9,
    show_default=True,
    help="How alike both sides of near copies are; above 1 leaves none out.",
)
@click.option("--languages", type=LANGUAGES, metavar="SOURCE:TARGET", help="Of documents in several.")
@click.option("--dev", type=click.FloatRange(0, 0.5), default=0.05, show_default=True)
@click.option("--test", type=click.FloatRange(0, 0.5), default=0.05, show_default=True)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Decides which document goes where."
)
@click.option("--notes", is_flag=True, help="Put people's comments in too.")
@click.option("--manifest", metavar="FILE", help="Make again what this manifest.json describes.")
def release_corpus(project: str, output: str, manifest: str | None, **choices: Any) -> None:
    """Write a project's pairs as a corpus to publish: data, card, manifest and checksums.

    Copies and bad pairs are left out, and whole documents are put into train, dev and test.

    \b
    Example: workbench corpus release Statements -o statements-1.0 --licence cc-by-4.0
    Example: workbench corpus release Statements -o again --manifest statements-1.0/manifest.json
    """
    from workbench.bitext.release import Plan
    from workbench.cli.keeping import kept
    from workbench.services.releasing import release_project

    told = _manifest(manifest) if manifest else {}
    plan = Plan.from_json(told["plan"]) if manifest else _plan(project, **choices)
    with kept() as database, database.reading() as session:
        made = release_project(session, project, Path(output), plan)
    for why, count in sorted(made.gone.items()):
        click.echo(f"Left out, {why}: {count}", err=True)
    counts = ", ".join(f"{count} {name}" for name, count in made.counts.items())
    click.echo(f"Wrote {counts} to {output}.", err=True)
    if manifest:
        _compare(made.checksums, told.get("files", {}), manifest)


def _compare(made: dict[str, str], wanted: object, manifest: str) -> None:
    """Say whether these are the files that a manifest describes; exit with 1 when they are not."""
    wanted = wanted if isinstance(wanted, dict) else {}
    other = sorted(name for name, digest in wanted.items() if made.get(name) != digest)
    if not other:
        click.echo(f"They are those of {manifest}, byte for byte.", err=True)
        return
    names = ", ".join(other[:5])
    click.echo(f"Not as in {manifest}: {names}. The project has changed since.", err=True)
    raise SystemExit(1)


def _plan(project: str, *, status: str, formats: tuple[str, ...], **choices: Any) -> "Plan":
    from workbench.bitext.release import Plan

    statuses = ("confirmed",) if status == "confirmed" else ()
    choices["languages"] = choices["languages"] or ()
    chosen: dict[str, Any] = {"formats": formats} if formats else {}
    return Plan(project, statuses=statuses, **choices, **chosen)


def _manifest(path: str) -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(path))
    except ValueError as error:
        raise BadFile(f"{path} is not a manifest of a release.") from error
    if not isinstance(found, dict) or "plan" not in found:
        raise BadFile(f"{path} is not a manifest of a release.")
    return found
