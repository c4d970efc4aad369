import ast
import inspect
from types import ModuleType

import pytest

from workbench.bitext import phrasing
from workbench.bitext.advice import ADVICE, advice_on, by_tool, grouped
from workbench.bitext.report import LEVELS, Problem
from workbench.bitext.tmx import careful as tmx_careful
from workbench.bitext.tmx import validation as tmx_validation
from workbench.bitext.xliff import validation as xliff_validation

MODULES = phrasing, tmx_careful, tmx_validation, xliff_validation
ELSEWHERE = {"empty", "not-well-formed"}
"""Rules that are reported with a name worked out, or by other modules."""
CALLS = {"add": 0, "leave_out": 0}


def rules(module: ModuleType) -> set[str]:
    """The rules that a module reports: the first word of each finding and of each call of a report."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            first = node.value.elts[0]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in CALLS and node.args:
            first = node.args[0]
        else:
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.add(first.value)
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_there_is_advice_for_every_rule(module: ModuleType) -> None:
    assert len(rules(module)) >= 3
    assert rules(module) - ADVICE.keys() == set()


def test_no_advice_is_for_a_rule_that_nobody_reports() -> None:
    assert ADVICE.keys() - {rule for module in MODULES for rule in rules(module)} <= ELSEWHERE


def test_advice_says_what_to_do() -> None:
    assert all(each.todo.endswith(".") and each.todo[0].isupper() for each in ADVICE.values())
    assert advice_on("something new").todo


def test_problems_are_grouped_with_the_gravest_and_most_frequent_first() -> None:
    some = [("long", "warning"), ("empty", "error"), ("repeat", "warning"), ("repeat", "warning")]
    groups = grouped([Problem(rule, "x", level) for rule, level in some])
    assert [(each.rule, each.level, len(each.problems)) for each in groups] == [
        ("empty", "error", 1), ("repeat", "warning", 2), ("long", "warning", 1),
    ]  # fmt: skip
    assert by_tool(groups) == {"OmegaT": 3, "Trados": 1}
    assert {each.level for each in groups} <= set(LEVELS)
