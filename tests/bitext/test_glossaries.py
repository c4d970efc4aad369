"""Glossaries come in from CSV, TBX and OmegaT's tab file, and go out as they came."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bitext import glossaries, tbx
from workbench.bitext.report import Report
from workbench.bitext.terms import Term
from workbench.errors import BadFile

TERMS = [
    Term("ceasefire", "အပစ်အခတ်ရပ်စဲမှု", "since 2015"),
    Term("ASEAN", "အာဆီယံ"),
    Term('say "no", never', "ငြင်း"),
    Term("=1+1", "'=၂"),
    Term("a < b & c", "က<ခ"),
]


def table(text: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    report = Report()
    found = list(glossaries.read_table(io.BytesIO(text.encode()), report))
    return [(each.source, each.target, each.note) for each in found], list(report.sentences())


def test_csv_comes_back_as_it_went() -> None:
    out = io.BytesIO()
    assert glossaries.write_csv(TERMS, out, languages=("en", "my")) == len(TERMS)
    assert out.getvalue().startswith(b"\xef\xbb\xbfen,my,note\n")
    assert list(glossaries.read_table(io.BytesIO(out.getvalue()), Report())) == TERMS


def test_the_tab_file_is_omegats() -> None:
    out = io.BytesIO()
    glossaries.write_tab(TERMS[:2], out)
    assert out.getvalue().decode() == "ceasefire\tအပစ်အခတ်ရပ်စဲမှု\tsince 2015\nASEAN\tအာဆီယံ\t\n"
    assert list(glossaries.read_table(io.BytesIO(out.getvalue()), Report())) == TERMS[:2]


def test_tbx_comes_back_as_it_went() -> None:
    out = io.BytesIO()
    assert tbx.write(TERMS, out, title="Samples & more") == len(TERMS)
    assert list(tbx.read(io.BytesIO(out.getvalue()), Report())) == TERMS


def test_columns_may_be_the_other_way_round() -> None:
    assert table("my,en\nအာဆီယံ,ASEAN\n")[0] == [("ASEAN", "အာဆီယံ", "")]


def test_a_term_of_two_encodings_keeps_what_is_unicode() -> None:
    terms, _ = table("en\tmy\nlong ago\tဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။\n")
    assert terms == [("long ago", "ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။", "")]


def test_comments_of_omegat_and_empty_lines_are_passed_over() -> None:
    text = "# Glossary -*- coding: utf-8 -*-\n\nASEAN\tအာဆီယံ\tbloc\n#hash\tဟက်ရှ်\n"
    assert table(text)[0] == [("ASEAN", "အာဆီယံ", "bloc"), ("#hash", "ဟက်ရှ်", "")]


def test_bad_lines_are_told_and_cost_no_other() -> None:
    terms, remarks = table(
        "en\tmy\nASEAN\tအာဆီယံ\nalone\t\n" + "x" * 301 + "\tက\n\u200b\tက\npeace\tၿငိမ္းခ်မ္းေရး\n"
    )
    assert terms == [("ASEAN", "အာဆီယံ", ""), ("peace", "ငြိမ်းချမ်းရေး", "")]
    assert remarks == [
        "Line 3: The target is empty; left out.",
        "Line 4: Longer than 300 characters, so no term; left out.",
        "Line 5: The source is empty; left out.",
        "Line 6: “ငြိမ်းချမ်းရေး” was Zawgyi; converted.",
    ]


NEW_TBX = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" xml:lang="en"><text><body>
<conceptEntry id="1">
<langSec xml:lang="en-GB"><termSec><term>aid</term></termSec></langSec>
<langSec xml:lang="my"><termSec><term>အကူအညီ</term></termSec>
<termSec><term>အထောက်အပံ့</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="2">
<langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>"""


def test_the_newer_tbx_and_synonyms_are_read() -> None:
    report = Report()
    found = list(tbx.read(io.BytesIO(NEW_TBX.encode()), report))
    assert [(each.source, each.target) for each in found] == [("aid", "အကူအညီ"), ("aid", "အထောက်အပံ့")]
    assert "no term in “my”" in report.sentences()[0]


def test_a_damaged_tbx_gives_what_came_before() -> None:
    report = Report()
    found = list(tbx.read(io.BytesIO(NEW_TBX.encode()[:-60]), report))
    assert len(found) == 2 and "broken" in report.sentences()[-1]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"plain text",
        b"<html/>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><martif><termEntry>&a;</termEntry></martif>',
    ],
)
def test_what_is_no_tbx_says_so(raw: bytes) -> None:
    with pytest.raises(BadFile):
        list(tbx.read(io.BytesIO(raw), Report()))


def test_what_has_no_two_columns_says_so() -> None:
    with pytest.raises(BadFile, match="first row"):
        table("one\ntwo\n")


@given(st.binary(max_size=300))
def test_no_bytes_do_harm(raw: bytes) -> None:
    for read in (glossaries.read_table, tbx.read):
        try:
            list(read(io.BytesIO(raw), Report()))
        except BadFile:
            continue
