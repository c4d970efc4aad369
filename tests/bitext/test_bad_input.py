"""Whatever bytes come, under whatever name: units and a report, or one sentence; never anything else."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bitext.test_arriving import READ_BACK, written
from workbench.bitext import hunalign, jsonl, lines, po, xces, xliff
from workbench.bitext.arriving import Arriving, arrive
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile, WorkbenchError

GOOD = {form: written(form) for form in READ_BACK}


def survives(name: str, content: bytes) -> None:
    try:
        arrival = arrive([Arriving(name, content)], title="T")
    except WorkbenchError as error:
        assert len(str(error)) > 20
    else:
        assert arrival.bitext.units


@given(st.sampled_from(READ_BACK), st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused_in_a_sentence(form: str, content: bytes) -> None:
    survives(f"a.{form}", content)


@given(st.sampled_from(READ_BACK), st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_is_taken_in_part_or_refused_in_a_sentence(
    form: str, data: st.DataObject
) -> None:
    raw = GOOD[form]
    start = data.draw(st.integers(0, len(raw)))
    length = data.draw(st.integers(0, 40))
    survives(f"a.{form}", raw[:start] + data.draw(st.binary(max_size=40)) + raw[start + length :])


@pytest.mark.parametrize("form", READ_BACK)
def test_a_file_cut_anywhere_is_taken_in_part_or_refused(form: str) -> None:
    raw = GOOD[form]
    for cut in range(0, len(raw), max(1, len(raw) // 40)):
        survives(f"a.{form}", raw[:cut])


def read(door, *contents: bytes | str) -> tuple[list[Unit], Report]:  # type: ignore[no-untyped-def]
    report = Report()
    raws = (each.encode() if isinstance(each, str) else each for each in contents)
    return list(door(*map(io.BytesIO, raws), report)), report


def test_a_bad_line_of_jsonl_costs_that_line() -> None:
    lines = (
        '{"en": "One.", "my": "တစ်။"}\nnot json\n[1]\n{"en": 1, "my": "x"}\n{"en": "Two.", "my": "နှစ်။"}\n'
    )
    units, report = read(jsonl.read, lines)
    assert [each.source_text for each in units] == ["One.", "Two."]
    assert [problem.line for problem in report.problems] == [2, 3, 4]


@pytest.mark.parametrize("name", ["base64", "hex", "rot13", "undefined", "idna", "x" * 100])
@pytest.mark.parametrize("form", ["tmx", "xlf"])
def test_an_encoding_that_is_none_is_survived(form: str, name: str) -> None:
    survives(f"a.{form}", GOOD[form].replace(b"UTF-8", name.encode()))
    survives(f"a.{form}", GOOD[form].replace(b"UTF-8", name.encode())[:-30])


@pytest.mark.parametrize("score", ["NaN", "1e999", "7", "-1", '"high"', "[]"])
def test_a_score_of_jsonl_is_a_number_from_0_to_1_or_the_line_is_told(score: str) -> None:
    units, report = read(jsonl.read, f'{{"en": "One.", "my": "တစ်။", "score": {score}}}\n')
    assert units == [] and report.left_out == 1


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.jsonl", "a.po"])
def test_a_line_without_end_is_left_out_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 1000)
    form = name[2:]
    raw = GOOD[form].replace(b"Two", b"Two" * 1000)
    arrival = arrive([Arriving(name, raw)], title="T")
    assert [each.source_text for each in arrival.bitext.units] == ["One."]
    assert arrival.report.counts["too-long"] == 1


def test_a_bad_entry_of_a_catalogue_costs_that_entry() -> None:
    text = 'msgid "One."\nmsgstr "တစ်။"\n\nmsgid "Bad\nmsgstr x\n\nmsgid "Two."\nmsgstr "နှစ်။"\n'
    units, report = read(po.read, text)
    assert [each.source_text for each in units] == ["One.", "Two."] and report.problems[0].line == 4


def test_plural_and_fuzzy_entries_are_told_apart() -> None:
    text = '#, fuzzy\nmsgid "One"\nmsgid_plural "Many"\nmsgstr[0] "တစ်"\nmsgstr[1] "များ"\n'
    units, report = read(po.read, text)
    assert (units[0].target_text, units[0].status.value) == ("တစ်", "needs_review")
    assert report.counts["plural"] == 1


XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="en" target-language="my"><body>'
    '<trans-unit id="1"><source>One <x id="1"/>.</source>'
    '<target state="final">တစ် <x id="1"/>။</target></trans-unit>'
    '<trans-unit id="2"><source>Two.</source></trans-unit>'
)  # fmt: skip


def test_an_xliff_of_others_comes_in_up_to_its_cut() -> None:
    units, report = read(xliff.read, XLIFF + '<trans-unit id="3"><sour')
    assert [(each.source_text, each.target_text) for each in units] == [
        ("One {1}.", "တစ် {1}။"),
        ("Two.", ""),
    ]
    assert units[0].status.value == "confirmed" and report.errors == 1


@pytest.mark.parametrize(("rule", "old", "new"), [
    ("version", '"1.2"', '"9"'), ("missing", 'original="a" ', ""), ("bad-language", '"my"', '"my_MM"'),
    ("duplicate-id", 'id="2"', 'id="1"'), ("state", '"final"', '"done"'),
    ("missing", "<source>Two.</source>", ""),
    ("zawgyi", "တစ် ", "ျမန္မာစာ ေရးသားနည္း"), ("empty", "<source>Two.</source>", "<source/>"),
])  # fmt: skip
def test_what_is_wrong_with_an_xliff_is_told_by_its_rule(rule: str, old: str, new: str) -> None:
    text = XLIFF.replace(old, new) + "</body></file></xliff>"
    assert rule in xliff.validate(io.BytesIO(text.encode())).counts


@pytest.mark.parametrize("door", [xliff.read, xces.read])
def test_entities_of_the_files_own_are_refused(door) -> None:  # type: ignore[no-untyped-def]
    text = '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>'
    with pytest.raises(BadFile, match="declares entities"):
        read(door, *([text] * (1 if door is xliff.read else 3)))


def test_a_link_to_a_sentence_that_is_not_there_is_told() -> None:
    links = '<link id="a" xtargets="1;1"/><link id="b" xtargets="2;9"/>'
    links = f"<cesAlign><linkGrp>{links}</linkGrp></cesAlign>"
    text = '<text><s id="1"><w>One</w><w>day</w></s><s id="2">Two</s></text>'
    units, report = read(xces.read, links, text, text)
    assert [each.source_text for each in units] == ["One day"]
    assert "Names 9" in str(report.problems[0])


def test_a_rung_that_goes_back_or_beyond_is_passed_over() -> None:
    units, report = read(
        hunalign.read, "0\t0\t\n1\t1\t\n0\t0\t\n9\t9\t\nx\n2\t2\t\n", "a\nb\n", "c\nd\n"
    )
    assert [(each.source_text, each.target_text) for each in units] == [("a", "c"), ("b", "d")]
    assert report.counts["bad-rung"] == 3


def test_a_member_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bitext.xml", b"<cesAlign>" + b" " * 60_000_000)
    survives("a.zip", out.getvalue())
