"""Every word of the interface is said in Burmese too, with the same places for names and numbers."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

CHECKOUT = Path(__file__).resolve().parents[2]
PLACE = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    target = tmp_path_factory.mktemp("words") / "words.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "pyproject.toml"]
    subprocess.run([*command, "-o", str(target), "."], cwd=CHECKOUT, check=True)
    with target.open("rb") as stream:
        return read_po(stream)


@pytest.fixture(scope="module")
def burmese() -> Catalog:
    path = CHECKOUT / "workbench" / "web" / "translations" / "my" / "messages.po"
    with path.open("rb") as stream:
        return read_po(stream, locale="my")


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def messages(catalogue: Catalog) -> list[Message]:
    return [each for each in catalogue if each.id]


def test_no_word_is_left_out(collected: Catalog, burmese: Catalog) -> None:
    said = {forms(each.id)[0] for each in messages(burmese) if all(forms(each.string))}
    asked = [forms(each.id)[0] for each in messages(collected)]
    assert len(asked) > 300
    assert [words for words in asked if words not in said] == [], "make words, then say them in Burmese"


def test_every_place_for_a_name_or_number_is_kept(burmese: Catalog) -> None:
    for each in messages(burmese):
        wanted = set(PLACE.findall(forms(each.id)[-1]))
        assert all(set(PLACE.findall(form)) == wanted for form in forms(each.string)), each.id


def test_burmese_words_are_burmese(burmese: Catalog) -> None:
    letters = re.compile(r"[\u1000-\u109f]")
    bare = [each.id for each in messages(burmese) if not letters.search(forms(each.string)[0])]
    assert bare == ["%(editor)s: %(act)s", "%(where)s: %(sentence)s"]
