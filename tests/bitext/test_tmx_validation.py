import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bitext.strategies import UNITS
from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from workbench.bitext import tmx
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
GOOD = tu("One.", "တစ်။", "1")


def judged(text: str) -> Report:
    return tmx.validate(io.BytesIO(text.encode()))


def rules(text: str) -> set[str]:
    return set(judged(text).counts)


def test_a_good_file_has_no_problem() -> None:
    report = judged(XML + HEAD + GOOD + TAIL)
    assert report.problems == [] and report.units == 1


@given(st.lists(UNITS, min_size=1, max_size=4, unique_by=lambda unit: unit.uid))
@settings(max_examples=50)
def test_what_we_write_has_no_error(units: list[Unit]) -> None:
    out = io.BytesIO()
    tmx.write(units, out)
    assert tmx.validate(out).errors == 0


UNIT_CASES = [
    ("outer-space", tu(" One.", "တစ်။")),
    ("inner-space", tu("One.  Two.", "တစ်။")),
    ("inner-space", tu("One.\n  Two.", "တစ်။")),
    ("not-nfc", tu("cafe\u0301", "တစ်။")),
    ("escaped-twice", tu("R &amp;amp; D", "တစ်။")),
    ("long", tu("a" * 2001, "တစ်။")),
    ("zawgyi", tu("Writing.", "ျမန္မာစာ ေရးသားနည္း")),
    ("zawgyi-label", GOOD.replace('"my"', '"my-x-zawgyi"')),
    ("zawgyi-label", GOOD.replace('"my"', '"my-Qaag"')),
    ("bad-language", GOOD.replace('"my"', '"my_MM"')),
    ("long-language", GOOD.replace('"my"', '"mya"')),
    ("old-lang", GOOD.replace("xml:lang", "lang")),
    ("empty", tu("One.", "")),
    ("one-side", '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu>'),
    ("second-variant", GOOD.replace("</tu>", '<tuv xml:lang="my"><seg>b</seg></tuv></tu>')),
    ("no-source", GOOD.replace('"en"', '"fr"')),
    (
        "source-second",
        tu("x", "y").replace('"my"', '"de"').replace('"en"', '"my"').replace('"de"', '"en"'),
    ),
    ("repeat", tu("Yes.", "ဟုတ်။", "a") + tu("Yes.", "ကဲ။", "b")),
    ("duplicate-tuid", GOOD + GOOD),
    ("bad-date", GOOD.replace("<tu ", '<tu changedate="yesterday" ')),
    ("bad-count", GOOD.replace("<tu ", '<tu usagecount="many" ')),
    ("unpaired-tags", tu('a <bpt i="1">x</bpt>b', "စာ")),
    ("dtd", tu("a <b>x</b>", "စာ")),
    ("dtd", GOOD.replace("<tuv", "<seg>a</seg><tuv", 1)),
    ("not-well-formed", "<tu>"),
    ("not-well-formed", tu("a\x0bb", "စာ")),
    ("no-units", ""),
    ("one-line", ""),
]


def test_what_is_wrong_all_through_a_file_is_told_once() -> None:
    text = f"{HEAD}{GOOD}{tu('Two.', 'နှစ်။', 'b')}{TAIL}".replace("xml:lang", "lang")
    told = [each for each in tmx.validate(io.BytesIO(text.encode())).problems if each.rule == "old-lang"]
    assert [(each.message[:32], each.line > 0) for each in told] == [
        ("lang instead of xml:lang, 4 time", True)
    ]


@pytest.mark.parametrize(("rule", "units"), UNIT_CASES)
def test_each_trap_is_told_by_its_rule(rule: str, units: str) -> None:
    text = XML + HEAD + units + TAIL
    assert rule in rules(text.replace("<body>\n", f"<body>{GOOD}") if rule == "one-line" else text)


HEAD_CASES = [
    ("version", "1.4", "1.4b"),
    ("namespace", "<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
    ("header", 'o-tmf="x" ', ""),
    ("srclang", 'srclang="en"', 'srclang="*all*"'),
    ("datatype", '"plaintext"', '"text"'),
    ("header-note", "/><body>", "><note>n</note></header><body>"),
]


@pytest.mark.parametrize(("rule", "old", "new"), HEAD_CASES)
def test_each_trap_of_the_head_is_told_by_its_rule(rule: str, old: str, new: str) -> None:
    assert rules(XML + HEAD.replace(old, new) + GOOD + TAIL) == {rule}


def test_a_problem_names_its_line_its_unit_and_what_to_do() -> None:
    problem = judged(XML + HEAD + GOOD + tu("One.", "", "u2") + TAIL).problems[0]
    assert str(problem) == (
        "Line 4, unit u2: The text in my is empty: OmegaT inserts it as it is. Leave it out."
    )


def test_units_after_a_fault_are_judged_as_well() -> None:
    report = judged(XML + HEAD + tu("a\x0bb", "စာ", "x1") + tu("One.", "", "x2") + GOOD + TAIL)
    assert report.units == 3
    assert [(each.rule, each.line) for each in report.problems if each.level == "error"] == [
        ("not-well-formed", 3), ("empty", 4),
    ]  # fmt: skip


def test_what_is_no_tmx_is_refused() -> None:
    with pytest.raises(BadFile, match="not a TMX file"):
        judged("<xliff/>")
