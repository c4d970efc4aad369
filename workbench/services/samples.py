"""The sample projects that come with the workbench, one for each kind of document."""

from functools import cache
from pathlib import Path

from workbench.bitext.build import build
from workbench.resources import resource
from workbench.services.checking import check_new
from workbench.services.intake import Incoming, add_document
from workbench.services.projects import create_project, find_project
from workbench.storage import Database

EDITOR = "workbench"


def load_samples(database: Database) -> list[str]:
    """Load every sample that is not there yet, each whole or not at all; the names of those loaded."""
    folders = sorted(path.parent for path in resource("seeds").glob("*/ABOUT.md"))
    return [name for folder in folders if (name := _load(database, folder))]


@cache
def names() -> frozenset[str]:
    """The names of the sample projects."""
    return frozenset(_name(path.parent) for path in resource("seeds").glob("*/ABOUT.md"))


def _load(database: Database, folder: Path) -> str | None:
    name = _name(folder)
    with database.reading() as session:
        if find_project(session, name):
            return None
    source, target = (folder / "en.txt").read_bytes(), (folder / "my.txt").read_bytes()
    bitext = build(source, target, title=name)
    incoming = (Incoming("source", "en.txt", source), Incoming("target", "my.txt", target))
    with database.transaction() as session:
        document = add_document(session, create_project(session, name), bitext, incoming, EDITOR)
    check_new(database, document.id)
    return name


def _name(folder: Path) -> str:
    """The title in the first line of a sample's ABOUT.md."""
    first, *_ = (folder / "ABOUT.md").read_text(encoding="utf-8").splitlines()
    return first.removeprefix("# ").strip()
