"""The map is true: every room is on it, and nothing in the house reaches outside."""

import re
import tomllib
from pathlib import Path

import workbench

PACKAGE = Path(workbench.__file__).parent
CHECKOUT = PACKAGE.parent
ADDRESS = re.compile(
    r"""(?:src|href|action|url|@import|fetch|hx-get|hx-post)\s*[=(:]?\s*['"(]?\s*(?:https?:)?//"""
)


def test_every_room_is_on_the_map() -> None:
    drawn = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    missing = [room for room in rooms if f"workbench/{room}" not in drawn]
    assert not missing, f"ARCHITECTURE.md does not name {missing}"


def test_pages_and_their_files_ask_nothing_of_the_network() -> None:
    files = [*(CHECKOUT / "templates").rglob("*.*"), *(PACKAGE / "web" / "static").rglob("*.*")]
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in {".html", ".css", ".js"}
    }
    outward = [str(path) for path, text in texts.items() if ADDRESS.search(text)]
    assert texts and not outward


def test_locks_carry_hashes_and_no_registry_address() -> None:
    for lock in CHECKOUT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text and "://" not in text, lock.name


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    for_tests = [each for each in project["dependency-groups"]["test"] if isinstance(each, str)]
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-test.lock": for_tests,
    }
    for lock, packages in asked.items():
        locked = (CHECKOUT / lock).read_text(encoding="utf-8").lower()
        names = [re.split(r"[\[<>=; ]", each)[0].lower() for each in packages]
        missing = [name for name in names if f"\n{name}==" not in f"\n{locked}"]
        assert not missing, f"make lock: {missing}"


def test_only_the_text_room_converts_without_asking_which_part_is_zawgyi() -> None:
    """`convert` garbles what is Unicode; whoever has a text that may be either takes `unicode_of`."""
    found = re.compile(r"^from workbench\.text(?:\.conversion)? import [^\n]*\bconvert\b", re.M)
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    using = {
        path.name for path, text in sources.items() if found.search(text) and path.parent.name != "text"
    }
    assert using == {"encoding.py"}  # of the command line, whose --from zawgyi asks for just that


def test_no_pattern_is_possessive() -> None:
    """Python 3.11.0 to 3.11.4, Debian 12's among them, match possessive groups wrongly."""
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    possessive = re.compile(r"""[\])}]\}?(?:\+\+|\*\+|\?\+(?![0-9])|\}\+)|\(\?>""")
    assert not [str(path) for path, text in sources.items() if possessive.search(text)]
