from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_conversion import cases
from tests.text.test_zawgyi import MYANMAR as SCRIPT
from workbench.errors import WrongUse
from workbench.resources import resource
from workbench.text import MYANMAR, Choice, Level, Policy, Verdict, check, detect_lines, mend, read
from workbench.text.findings import RULES

BEFORE = "ရှေ့တွင် "
CASES = cases("check.tsv")
ANYTHING = st.text(SCRIPT | st.sampled_from(" \n.a1​‌­�◌()"))


@pytest.mark.parametrize(("text", "codes", "mended"), CASES)
def test_a_text_brings(text: str, codes: str, mended: str) -> None:
    assert [each.code for each in check(BEFORE + text)] == codes.replace("-", "").split()
    assert mend(BEFORE + text).text == BEFORE + mended


def test_zawgyi_is_one_finding_whose_mend_is_unicode() -> None:
    text = "မြန်မာစာ\nျမန္မာစာ"
    assert [(each.code, each.start, each.fix) for each in check(text)] == [("040", 9, "မြန်မာစာ")]
    assert mend(text).text == "မြန်မာစာ\nမြန်မာစာ"


def test_every_rule_of_burmese_has_a_case() -> None:
    shown = {code for _, codes, _ in CASES for code in codes.split()}
    assert set(RULES) - shown == {"060"}  # the script-level rule, tested with its languages


@given(ANYTHING)
def test_each_finding_is_at_its_place_and_in_order(text: str) -> None:
    findings = check(text)
    assert all(text[each.start : each.end] == each.text for each in findings)
    assert findings == sorted(findings, key=lambda each: (each.start, each.end))


@given(ANYTHING)
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mend(text).text
    assert mend(once).text == once


def test_policies_are_chosen_by_name() -> None:
    policy = Policy.parse("zwsp=normalise, lookalikes=leave")
    assert mend("မှတ်​ပုံ", policy=policy).text == "မှတ်ပုံ"
    assert check("၄င်း", policy=policy) == []
    assert policy.digits is Choice.SHOW


def test_an_unknown_policy_is_refused_with_the_known_ones() -> None:
    with pytest.raises(WrongUse, match=r"zwsp, lookalikes, digits, order"):
        Policy.parse("spaces=leave")


@pytest.mark.parametrize("text", ["ၵႂၢမ်းတႆးၼႆႉ", "ဘာသာမန်ကဵုမွဲဂၞပ်", "ကညီကျိာ်အံၤတၢ်"])
def test_other_languages_are_not_held_to_the_rules_of_burmese(text: str) -> None:
    assert check(text) == []


def test_an_impossible_cluster_of_another_language_is_found() -> None:
    assert [each.code for each in check("ၵႂၢမ်းတႆး ႃၵ", "shn")] == ["060"]


def test_another_language_in_latin_script_brings_nothing() -> None:
    assert check("Hello, naïve world.", "en") == []


SAMPLES = sorted(resource("seeds").glob("*/my.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_read_is_right_and_no_mend_touches_it(path: Path) -> None:
    text = read(path.read_bytes(), MYANMAR).text
    assert check(text) == []
    assert mend(text).text == text
    every = Policy(*[Choice.NORMALISE] * 4)
    assert mend(text, policy=every).text == text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_lines_of_a_sample_are_all_of_one_encoding(path: Path) -> None:
    found = {each.verdict for each in detect_lines(path.read_text(encoding="utf-8").split("\n"))}
    assert len(found - {Verdict.NEUTRAL}) == 1


@pytest.mark.parametrize("text", ["ဆ်ုဍောဟ်ပြေ အ်ုလုက်ဆိ", "ထူးသံကွံာ် တြံာ်", "အရာမရုဲစှ် မပြံင်"])
def test_what_burmese_would_not_write_but_a_neighbour_does_is_left_alone(text: str) -> None:
    assert mend(text).text == text
    assert not [each for each in check(text) if each.level is Level.ERROR]
