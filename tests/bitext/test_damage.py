"""A cut loses no unit before it, and a bad unit is lost alone: for every format that streams."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.bitext.test_formats import WAYS, from_hunalign, from_moses
from tests.builders import unit
from workbench.bitext import xces, xliff
from workbench.bitext.arriving import Arriving, Wishes, arrive
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile

UNITS = [unit(f"Sentence {n} & more.", f"ဝါကျ {n}။", f"u{n}", n / 10) for n in range(6)]


@dataclass(frozen=True)
class Ending:
    """What a whole unit ends in, and how many of these stand there before the first unit has ended."""

    mark: bytes
    before: int = 0


ENDINGS = {
    "tmx": Ending(b"</tu>"),
    "xliff 1.2": Ending(b"</trans-unit>"),
    "xliff 2.1": Ending(b"</unit>"),
    "jsonl": Ending(b"}\n"),
    "tsv": Ending(b"\n", 1),
    "po": Ending('။"\n'.encode()),
}


def written(name: str) -> bytes:
    out = io.BytesIO()
    WAYS[name].out(UNITS, out)
    return out.getvalue()


def back(name: str, raw: bytes) -> tuple[list[Unit], Report]:
    report = Report()
    try:
        return WAYS[name].back(io.BytesIO(raw), report), report
    except BadFile:
        return [], report


@pytest.mark.parametrize("name", ENDINGS)
def test_a_cut_loses_no_unit_before_it(name: str) -> None:
    raw, ending = written(name), ENDINGS[name]
    for cut in range(0, len(raw), 7):
        whole = max(0, raw[:cut].count(ending.mark) - ending.before)
        texts = [each.target_text for each in back(name, raw[:cut])[0]]
        assert texts[:whole] == [each.target_text for each in UNITS[:whole]]


@pytest.mark.parametrize("side", [0, 1, 2])
def test_a_ladder_cut_in_any_of_its_files_keeps_what_stands_before(side: int) -> None:
    out = io.BytesIO()
    WAYS["hunalign"].out(UNITS, out)
    parts = out.getvalue().split(b"\0")
    parts[side] = b"".join(part + b"\n" for part in parts[side].splitlines()[:4])
    found = from_hunalign(io.BytesIO(b"\0".join(parts)), Report())
    assert [each.target_text for each in found][:3] == [each.target_text for each in UNITS[:3]]


def test_a_cut_pair_of_line_files_keeps_the_lines_that_both_have() -> None:
    out = io.BytesIO()
    WAYS["moses"].out(UNITS, out)
    source, target = out.getvalue().split(b"\0")
    cut = target[: len("ဝါကျ 0။\nဝါကျ 1။\n".encode())]
    found = from_moses(io.BytesIO(source + b"\0" + cut), Report())
    assert [each.target_text for each in found] == ["ဝါကျ 0။", "ဝါကျ 1။"]


def damaged(raw: bytes) -> Iterator[bytes]:
    """The file with its third unit damaged in ways that make it no XML."""
    text = b"Sentence 2 &amp; more."
    for bad in (b"</source></b>", b"<b>", b"< ", b"]]> <", b'<a b="1" b="2"/>', b"\xff\xfe"):
        yield raw.replace(text, bad)


@pytest.mark.parametrize("name", ["tmx", "xliff 1.2", "xliff 2.1"])
def test_a_bad_unit_is_lost_alone_and_told_with_its_line(name: str) -> None:
    line = written(name).partition(b"Sentence 2")[0].count(b"\n") + 1
    for raw in damaged(written(name)):
        found, report = back(name, raw)
        assert [each.uid for each in found if each.uid != "u2"] == ["u0", "u1", "u3", "u4", "u5"]
        told = [each.line for each in report.problems if each.level == "error"]
        assert "u2" in {each.uid for each in found} or told == [line]


@pytest.mark.parametrize("name", ["tmx", "xliff 1.2", "xliff 2.1"])
def test_signs_that_xml_does_not_know_are_mended_and_told(name: str) -> None:
    raw = written(name).replace(b"Sentence 2 &amp; more", b"R&D\x0b &nbsp; 2")
    found, report = back(name, raw)
    assert found[2].source_text.startswith("R&D") and len(found) == 6
    assert report.counts["mended"] and not report.left_out


XLIFF = """<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<x:file source-language="en" target-language="my"><x:body>
<x:trans-unit id="1"><x:source>One.</x:source><x:target>တစ်။</x:target></x:trans-unit>
<!-- <x:trans-unit id="no"> --></x:body></x:file>
<x:file source-language="en" target-language="shn"><x:body>
<x:trans-unit id="2"><x:source>Bad & worse.</x:trans-unit>
<x:trans-unit id="3"><x:source>Three.</x:source>
<x:trans-unit id="4"><x:source>Four.</x:source><x:target>x</x:target></x:trans-unit></x:body></x:file>"""


def test_a_damaged_xliff_keeps_its_prefixes_its_languages_and_its_comments() -> None:
    report = Report()
    found = list(xliff.read(io.BytesIO(XLIFF.encode()), report))
    assert [(each.uid, each.source_text) for each in found] == [("1", "One."), ("4", "Four.")]
    assert found[1].target[0].language == "shn"
    assert [(each.rule, each.line) for each in report.problems if each.level == "error"] == [
        ("not-well-formed", 6), ("unclosed", 7),
    ]  # fmt: skip


LINKS = """<cesAlign><linkGrp fromDoc="en/1.xml.gz" toDoc="my/1.xml.gz">
<link id="a" xtargets="1;1"/><link id="b" xtargets="2;2" <link id="c" xtargets="3;3"/>
</linkGrp></cesAlign>"""
TEXT = "<text><s id='1'>A {n}</s><s id='2'>B & {n}</s><s id='3'>C {n}</s></text>"


def test_a_prefix_that_is_declared_twice_costs_no_unit() -> None:
    raw = written("xliff 1.2").replace(b"<body>", b'<header><tool xmlns="urn:other"/></header><body>')
    units, _ = back("xliff 1.2", raw.replace(b"</trans-unit>", b" & </trans-unit>", 1))
    assert [each.target_text for each in units] == [each.target_text for each in UNITS]


def test_an_unusual_unit_before_a_broken_one_is_not_lost() -> None:
    unusual = written("tmx").replace(b'<tu tuid="u2"', b'<tu tuid="u2" changeid="aye"')
    units, report = back("tmx", unusual.replace("ဝါကျ 3".encode(), b"&nbsp;"))
    assert [each.uid for each in units] == [each.uid for each in UNITS]
    assert report.units == len(UNITS)


@pytest.mark.parametrize(
    ("reference", "text"),
    [("&#" + "9" * 5000 + ";", ""), ("&#0065;&#x0;", "A"), ("&#၁;&#no;", "&#၁;&#no;")],
)
def test_a_reference_to_no_character_costs_no_unit(reference: str, text: str) -> None:
    units, _ = back("tmx", written("tmx").replace("ဝါကျ 3".encode(), reference.encode()))
    assert units[3].target_text == f"{text}။"


def test_a_damaged_alignment_and_its_damaged_texts_give_what_is_sound() -> None:
    report = Report()
    texts = (io.BytesIO(TEXT.replace("{n}", name).encode()) for name in ("en", "my"))
    found = list(xces.read(io.BytesIO(LINKS.encode()), *texts, report))
    assert [(each.source_text, each.target_text) for each in found] == [
        ("A en", "A my"),
        ("C en", "C my"),
    ]
    assert report.left_out == 1


def test_whoever_chooses_so_gets_nothing_of_a_damaged_file() -> None:
    raw = next(damaged(written("xliff 1.2")))
    assert len(arrive([Arriving("a.xlf", raw)], title="T").bitext.units) == 5
    with pytest.raises(BadFile, match="1 units cannot be taken, so nothing was"):
        arrive([Arriving("a.xlf", raw)], title="T", wishes=Wishes(whole=True))


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_an_alignment_of_several_documents_reads_each_in_its_own_texts() -> None:
    link = '<link id="{0}" xtargets="1;1"/>'
    group = f'<linkGrp fromDoc="en/{{0}}.xml.gz" toDoc="my/{{0}}.xml.gz">{link}</linkGrp>'
    groups = "".join(map(group.format, "123"))
    members = {"en-my.xml": f"<cesAlign>{groups}</cesAlign>"}
    members |= {
        f"{side}/{n}.xml": f"<text><s id='1'>{side} {n}</s></text>"
        for side in ("en", "my")
        for n in "13"
    }
    arrival = arrive([Arriving("corpus.zip", zipped(members))], title="T")
    assert [(each.source_text, each.target_text) for each in arrival.bitext.units] == [
        ("en 1", "my 1"), ("en 3", "my 3"),
    ]  # fmt: skip
    assert "names en/2.xml.gz, which is not in the zip" in " ".join(arrival.bitext.remarks)
