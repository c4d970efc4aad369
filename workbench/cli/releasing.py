"""`workbench corpus release`: a project as a corpus one can publish."""

import json
from pathlib import Path
from typing import Any

import click

from workbench.cli.files import read_bytes
from workbench.errors import BadFile


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

    plan = _kept_plan(manifest) if manifest else _plan(project, **choices)
    assert isinstance(plan, Plan)
    with kept() as database, database.reading() as session:
        made = release_project(session, project, Path(output), plan)
    for why, count in sorted(made.gone.items()):
        click.echo(f"Left out, {why}: {count}", err=True)
    counts = ", ".join(f"{count} {name}" for name, count in made.counts.items())
    click.echo(f"Wrote {counts} to {output}.", err=True)


def _plan(project: str, *, status: str, formats: tuple[str, ...], **choices: Any) -> Any:
    from workbench.bitext.release import Plan

    statuses = ("confirmed",) if status == "confirmed" else ()
    chosen: dict[str, Any] = {"formats": formats} if formats else {}
    return Plan(project, statuses=statuses, **choices, **chosen)


def _kept_plan(path: str) -> Any:
    from workbench.bitext.release import Plan

    try:
        return Plan.from_json(json.loads(read_bytes(path))["plan"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile(f"{path} is not a manifest of a release.") from error
