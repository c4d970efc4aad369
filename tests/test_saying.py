"""What a floor tells a person is said by `say`: a literal sentence with named places."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench
from workbench import errors
from workbench.saying import say

ROOT = Path(workbench.__file__).parent
PLACE = re.compile(r"%\((\w+)\)s")
HOLE = "\0"

FLOORS = ("text", "segment", "files", "align", "bitext", "storage", "services")
TOLD = {name for name in dir(errors) if not name.startswith("_")} | {
    "Finding", "PairFinding", "Reason", "Remark", "Problem", "add", "leave_out", "remark", "_tell",
}  # fmt: skip
"""What carries a sentence to a person."""

MODULES = {path.relative_to(ROOT).as_posix(): path for path in sorted(ROOT.rglob("*.py"))}
BELOW = [name for name in MODULES if name.split("/")[0] in FLOORS]
PAGES = [name for name in MODULES if name.startswith("web/") and "api" not in name]
"""A program hears English, as HTTP itself speaks it."""


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for each in ast.walk(tree):
        if isinstance(each, ast.Call):
            called = (
                each.func.attr if isinstance(each.func, ast.Attribute) else getattr(each.func, "id", "")
            )
            if called in names:
                yield each


def literal(node: ast.AST) -> bool:
    """Whether words are written here outside of `say`: in quotes, with values put in, or joined."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value
    return not isinstance(node, ast.Call) and any(map(literal, ast.iter_child_nodes(node)))


def told_plainly(tree: ast.Module) -> list[str]:
    return [ast.unparse(each) for each in calls(tree, TOLD) if any(map(literal, each.args))]


def unsaid(tree: ast.Module) -> Iterator[str]:
    """Every string that is neither a docstring nor said, with a hole where a value goes."""
    aside = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    aside |= {id(each.args[0]) for each in calls(tree, {"say"})}
    joined = [each for each in ast.walk(tree) if isinstance(each, ast.JoinedStr)]
    aside |= {id(piece) for each in joined for piece in each.values}
    for each in joined:
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else HOLE for one in each.values)
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in aside:
            yield each.value


def whole_sentence(text: str) -> bool:
    words = [each for each in text.split() if HOLE not in each]
    return text.endswith(".") and len(words) > 2 and text[0] in HOLE + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_values_go_to_their_places() -> None:
    assert say("Line %(line)s is 100 %% wrong.", line=3) == "Line 3 is 100 % wrong."
    assert say("A text of 100 % and no place.") == "A text of 100 % and no place."


@pytest.mark.parametrize("module", BELOW)
def test_what_a_floor_tells_is_said(module: str) -> None:
    tree = tree_of(module)
    assert told_plainly(tree) == [], "say it: say(sentence, name=value)"
    assert [text for text in unsaid(tree) if whole_sentence(text)] == []


@pytest.mark.parametrize("module", PAGES)
def test_what_a_page_refuses_goes_through_gettext(module: str) -> None:
    assert told_plainly(tree_of(module)) == [], "say it: _(sentence, name=value)"


@pytest.mark.parametrize("module", MODULES)
def test_a_sentence_is_a_literal_with_the_places_it_is_given(module: str) -> None:
    for each in calls(tree_of(module), {"say"}):
        [sentence] = each.args
        assert isinstance(sentence, ast.Constant), f"Babel cannot collect {ast.unparse(each)}"
        values = {one.arg for one in each.keywords}
        assert not values or values == set(PLACE.findall(sentence.value))
