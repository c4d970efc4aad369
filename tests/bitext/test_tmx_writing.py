import io
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.bitext.strategies import UNITS
from tests.builders import segments, unit
from workbench.bitext import tmx
from workbench.bitext.report import Report
from workbench.bitext.units import Status, Unit
from workbench.segment import Segment

HERE = Path(__file__).parent
DTD = tmx.dtd()


def written(*units: Unit, options: tmx.Options | None = None, **header: str) -> tuple[str, Report]:
    out = io.BytesIO()
    report = tmx.write(units, out, options=options or tmx.Options(), **header)
    return out.getvalue().decode(), report


def valid(text: str) -> bool:
    return bool(DTD.validate(etree.fromstring(text.encode())))


STATEMENT = (
    Unit(
        "s-1",
        (
            Segment("Stop the violence & release them.", 1, "numbered_item", "1."),
            Segment("Now.", 1, "numbered_item"),
        ),
        (
            Segment("အကြမ်းဖက်မှုကို ရပ်ပါ။", 2, "numbered_item", "၁။", "my", ""),
            Segment("လွှတ်ပေးပါ။", 2, "numbered_item", None, "my"),
        ),
        0.9375,
        (),
        Status.CONFIRMED,
        ("Asked the author.",),
        (("@changeid", "aye"), ("x-domain", "law")),
    ),
    unit("We, the undersigned:", "အောက်တွင် လက်မှတ်ရေးထိုးသူများ-", "s-2", None),
)  # fmt: skip


def test_the_file_is_as_it_was_agreed_byte_for_byte() -> None:
    text, _ = written(*STATEMENT, signature="workbench 1 (lexicon a<b)")
    text = text.replace(f'creationtoolversion="{tmx.tool_version()}"', 'creationtoolversion="VERSION"')
    assert text == (HERE / "golden" / "statement.tmx").read_text(encoding="utf-8")


@given(UNITS)
def test_whatever_goes_in_the_file_is_valid_against_the_dtd(unit: Unit) -> None:
    text, _ = written(unit)
    assert valid(text)


def test_a_unit_is_one_line_and_the_body_has_its_own() -> None:
    lines = written(*STATEMENT)[0].splitlines()
    assert "<body>" in lines and "</body>" in lines
    assert [line[:4] + line[-5:] for line in lines if "<tu " in line] == ["<tu </tu>"] * 2


def test_an_empty_target_never_goes_out_unless_asked_for() -> None:
    text, report = written(unit("Alone.", "", "u7"))
    assert "<tu " not in text and report.left_out == 1
    assert str(report.problems[0]) == "Unit u7: The target is empty; the unit is left out."
    text, _ = written(unit("Alone.", "", "u7"), options=tmx.Options(empty=True))
    assert "<seg></seg>" in text and valid(text)


def test_zawgyi_never_goes_out() -> None:
    text, report = written(unit("Myanmar writing.", "ျမန္မာစာ ေရးသားနည္း", "u1"), STATEMENT[1])
    assert "ျမ" not in text and text.count("<tu ") == 1
    assert report.counts["zawgyi"] == 1


def test_a_character_that_xml_forbids_is_dropped_and_told() -> None:
    text, report = written(unit("Stop\x0b here\ufffe.", "ရပ်ပါ။", "u3"))
    assert "<seg>Stop here.</seg>" in text
    assert "2 characters that XML forbids dropped (U+000B, U+FFFE)" in str(report.problems[0])


def test_text_goes_out_in_nfc_on_one_line_with_nbsp_and_zwsp_kept() -> None:
    text, _ = written(unit("cafe\u0301\n  at\u00a05", "စာ\u200bသား", "u4"))
    assert "<seg>caf\u00e9 at\u00a05</seg>" in text and "<seg>စာ\u200bသား</seg>" in text


def test_zwsp_goes_from_both_sides_when_asked_for() -> None:
    text, _ = written(unit("a\u200bb", "စာ\u200bသား"), options=tmx.Options(strip_zwsp=True))
    assert "<seg>ab</seg>" in text and "<seg>စာသား</seg>" in text


@pytest.mark.parametrize(
    ("given", "code"), [("en_GB", "en"), ("MY-mm", "my"), ("mya", "my"), ("shn", "shn")]
)
def test_codes_are_lower_case_and_en_and_my_stand_alone(given: str, code: str) -> None:
    text, _ = written(STATEMENT[1], source_language=given, target_language="th")
    assert f'srclang="{code}"' in text and f'<tuv xml:lang="{code}">' in text


def test_repeats_with_different_targets_get_their_context() -> None:
    units = [
        unit("One.", "တစ်။", "1"),
        unit("Yes.", "ဟုတ်။", "2"),
        unit("Two.", "နှစ်။", "3"),
        unit("Yes.", "ကဲ။", "4"),
    ]
    options = tmx.Options(repeats=frozenset({"Yes."}), document="doc.txt")
    lines = [line for line in written(*units, options=options)[0].splitlines() if "<tu " in line]
    assert (
        '<prop type="file">doc.txt</prop><prop type="prev">One.</prop><prop type="next">Two.</prop>'
        in lines[1]
    )
    assert '<prop type="prev">Two.</prop>' in lines[3] and "next" not in lines[3]
    assert "prev" not in lines[0] + lines[2]


def test_options_leave_out_what_was_not_asked_for() -> None:
    bare = tmx.Options(status=False, score=False, notes=False, props=False, structure=False)
    text, _ = written(STATEMENT[0], options=bare)
    assert "<prop" not in text and "<note" not in text


def test_a_text_beyond_two_thousand_characters_is_warned_of() -> None:
    _, report = written(unit("a" * 2001, "စာ", "long"))
    assert report.units == 1 and report.counts["long"] == 1


def test_tags_stand_where_their_placeholders_do_and_go_where_they_no_longer_fit() -> None:
    tags = (("x-inline-source", '<bpt i="1">b</bpt>'), ("x-inline-source", '<ept i="1"></ept>'))
    fitting = Unit("t", segments("a {1}b{2} <"), segments("စာ", language="my"), props=tags)
    text, _ = written(fitting)
    assert '<seg>a <bpt i="1">b</bpt>b<ept i="1"></ept> &lt;</seg>' in text and valid(text)
    edited = Unit("t", segments("a b{2}"), segments("စာ", language="my"), props=tags)
    text, report = written(edited)
    assert "<seg>a b</seg>" in text and report.counts["tags-lost"] == 1
