import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bitext.strategies import UNITS
from workbench.bitext import tmx
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile

HEAD = (
    '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
    'adminlang="en" srclang="en" datatype="plaintext"/><body>\n'
)
TAIL = "</body></tmx>"


def tu(source: str, target: str, tuid: str = "") -> str:
    name = f' tuid="{tuid}"' if tuid else ""
    return (
        f'<tu{name}><tuv xml:lang="en"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="my"><seg>{target}</seg></tuv></tu>\n'
    )


def taken(text: str | bytes, **languages: str) -> tuple[list[Unit], Report]:
    report = Report()
    raw = text if isinstance(text, bytes) else text.encode()
    return list(tmx.read(io.BytesIO(raw), report, **languages)), report


def pairs(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source_text, unit.target_text) for unit in units]


@given(st.lists(UNITS, max_size=4, unique_by=lambda unit: unit.uid))
def test_what_we_write_we_read_back_the_same(units: list[Unit]) -> None:
    out = io.BytesIO()
    tmx.write(units, out, signature="aligner 1")
    found, report = taken(out.getvalue())
    assert found == units
    assert report.problems == [] and report.notes["signature"] == "aligner 1"


@given(st.lists(UNITS, min_size=1, max_size=5, unique_by=lambda unit: unit.uid), st.data())
@settings(max_examples=50)
def test_a_cut_loses_no_unit_before_it(units: list[Unit], data: st.DataObject) -> None:
    out = io.BytesIO()
    tmx.write(units, out)
    raw = out.getvalue()
    start = raw.index(b"<body>\n") + 7
    cut = data.draw(st.integers(start, len(raw)))
    whole = raw[:cut].count(b"</tu>\n")
    found, report = taken(raw[:cut])
    assert found[:whole] == units[:whole] and len(found) <= whole + 1
    assert cut > raw.index(b"</tmx>") or report.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_tmx_is_read(encoding: str) -> None:
    declared = "UTF-16" if "16" in encoding else "UTF-8"
    text = f'<?xml version="1.0" encoding="{declared}"?>\n{HEAD}{tu("One.", "တစ်။")}{TAIL}'
    assert pairs(taken(text.encode(encoding))[0]) == [("One.", "တစ်။")]


def test_a_doctype_is_neither_needed_nor_fetched() -> None:
    for doctype in (
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">',
    ):
        assert len(taken(f'<?xml version="1.0"?>\n{doctype}\n{HEAD}{tu("a", "b")}{TAIL}')[0]) == 1


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;&a;">'],
)
def test_entities_of_the_files_own_are_refused(entity: str) -> None:
    with pytest.raises(BadFile, match="declares entities"):
        taken(f'<?xml version="1.0"?><!DOCTYPE tmx [{entity}]>{HEAD}{tu("&x;&b;", "b")}{TAIL}')


def test_lang_of_tmx_1_1_counts_as_xml_lang() -> None:
    text = HEAD.replace("1.4", "1.1") + tu("One.", "တစ်။").replace("xml:lang", "lang") + TAIL
    assert pairs(taken(text)[0]) == [("One.", "တစ်။")]


def test_the_source_is_the_srclang_wherever_it_stands() -> None:
    text = (
        HEAD
        + '<tu><tuv xml:lang="MY"><seg>တစ်</seg></tuv><tuv xml:lang="EN-US"><seg>one</seg></tuv></tu>'
        + TAIL
    )
    assert pairs(taken(text)[0]) == [("one", "တစ်")]
    assert pairs(taken(text, source="my")[0]) == [("တစ်", "one")]
    assert pairs(taken(text.replace('srclang="en"', 'srclang="*all*"'))[0]) == [("တစ်", "one")]


def test_of_many_languages_the_named_pair_is_taken_and_the_rest_told() -> None:
    sides = "".join(f'<tuv xml:lang="{tag}"><seg>{tag}</seg></tuv>' for tag in ("en", "fr", "th"))
    units, report = taken(f"{HEAD}<tu>{sides}</tu>{TAIL}", target="th")
    assert pairs(units) == [("en", "th")] and "Also has fr" in str(report.problems[0])
    units, report = taken(f"{HEAD}<tu>{sides}</tu>{TAIL}", target="my")
    assert units == [] and "Has en and fr and th, not en and my" in str(report.problems[0])


def test_tags_become_placeholders_and_come_back_as_they_were() -> None:
    tagged = tu(
        'a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <ph x="2"/>', "<hi>စာ</hi>", "1"
    )
    units, _ = taken(HEAD + tagged + TAIL)
    assert pairs(units) == [("a {1}bold{2} {3}", "{1}စာ{2}")]
    out = io.BytesIO()
    tmx.write(units, out)
    assert (
        '<seg>a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <ph x="2"></ph></seg>'
        in out.getvalue().decode()
    )
    assert taken(out.getvalue())[0] == units


def test_notes_props_and_attributes_are_kept() -> None:
    text = (
        tu("a", "b", "1")
        .replace("<tu ", '<tu changeid="aye" ')
        .replace("<tuv", "<note>why</note><prop type='p'>q</prop><tuv", 1)
    )
    unit = taken(HEAD + text + TAIL)[0][0]
    assert unit.notes == ("why",) and unit.props == (("@changeid", "aye"), ("p", "q"))


@pytest.mark.parametrize("bad", [
    '<tu tuid="2"><tuv xml:lang="en"><seg>a <b></seg></tuv></tu>\n',
    '<tu tuid="2"><tuv xml:lang="en"><seg>a</tuv></tu>\n',
    '<tu tuid="2"><tuv xml:lang="en"><seg>a\n',
    '<tu tuid="2"><tuv><seg>a</seg></tuv><tuv xml:lang="my"><seg>b</seg></tuv></tu>\n',
    '<tu tuid="2"><tuv xml:lang="en"><seg/></tuv><tuv xml:lang="my"><seg/></tuv></tu>\n',
    '<tu tuid="2"></tu>\n',
    "<tu/>\n",
])  # fmt: skip
def test_a_bad_unit_is_told_with_its_line_and_the_rest_goes_on(bad: str) -> None:
    units, report = taken(HEAD + tu("a", "b", "1") + bad + tu("c", "d", "3") + TAIL)
    assert pairs(units) == [("a", "b"), ("c", "d")]
    assert report.left_out == 1 and 3 in {problem.line for problem in report.problems}


@pytest.mark.parametrize(("bad", "mended"), [
    ("a\x0bb", "ab"), ("a&#x0B;b", "ab"), ("a&nbsp;b", "a\u00a0b"), ("R & D", "R & D"),
    ("&unheardof;", "&unheardof;"),
])  # fmt: skip
def test_what_can_be_mended_is_mended_and_told(bad: str, mended: str) -> None:
    units, report = taken(HEAD + tu("a", "b", "1") + tu(bad, "d", "2") + tu("e", "f", "3") + TAIL)
    assert [each[0] for each in pairs(units)] == ["a", mended, "e"]
    assert report.counts["mended"] >= 1 and report.left_out == 0


def test_bytes_that_are_not_utf_8_cost_their_unit_alone() -> None:
    raw = (HEAD + tu("a", "b", "1") + tu("X", "d", "2") + tu("e", "f", "3") + TAIL).encode()
    units, report = taken(raw.replace(b"X", b"\xff\xfe\x93"))
    assert [each[0] for each in pairs(units)] == ["a", "e"] and report.counts["bad-bytes"] == 1


def test_a_unit_in_a_comment_is_not_counted_when_salvaging() -> None:
    text = HEAD + "<!-- " + tu("no", "no") + " -->" + tu("a", "b", "1") + tu("&nbsp;c", "d", "2") + TAIL
    assert [unit.uid for unit in taken(text)[0]] == ["1", "2"]


def test_a_second_unit_of_the_same_tuid_gets_its_number() -> None:
    units, report = taken(HEAD + tu("a", "b", "1") + tu("c", "d", "1") + TAIL)
    assert [unit.uid for unit in units] == ["1", "1~2"] and report.counts["duplicate-tuid"] == 1


def test_a_text_of_fifty_megabytes_costs_its_unit_alone() -> None:
    units, report = taken(
        HEAD + tu("a", "b", "1") + tu("x" * 50_000_000, "d", "2") + tu("e", "f", "3") + TAIL
    )
    assert [unit.uid for unit in units] == ["1", "3"] and report.counts["too-long"] == 1


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\x01\x02", b"<html></html>", b"PK\x03\x04", "မြန်မာ".encode()]
)
def test_what_is_no_tmx_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(BadFile, match="not a TMX file"):
        taken(raw)


FOREIGN = {
    ("One & only.", "တစ်ခုတည်း။"),
    ("The river is high.", "မြစ်ရေ မြင့်သည်။"),
    ("Bring <b>water</b>.", "ရေ ယူလာပါ။"),
}


@pytest.mark.parametrize(("name", "count"), [
    ("omegat-level1", 3), ("omegat-level2", 3), ("translate-toolkit", 2),
])  # fmt: skip
def test_what_other_programs_wrote_comes_in_whole(name: str, count: int) -> None:
    raw = (Path(__file__).parent / "cases" / "tmx" / f"{name}.tmx").read_bytes()
    wide = raw.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
    for text in (raw, raw.replace(b"\n", b"\r\n"), wide):
        units, report = taken(text)
        assert set(pairs(units)) <= FOREIGN and len(units) == count
        assert not report.errors


@pytest.mark.parametrize("end", [TAIL, "<tu>"])
def test_a_namespace_that_tmx_does_not_know_hides_no_unit(end: str) -> None:
    text = HEAD.replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
    text += tu('One<ph x="1"/>.', "တစ်။", "1") + tu("Two.", "နှစ်။", "2") + end
    found = list(tmx.read(io.BytesIO(text.encode())))
    assert [(each.source_text, each.target_text) for each in found] == [
        ("One{1}.", "တစ်။"), ("Two.", "နှစ်။"),
    ]  # fmt: skip
