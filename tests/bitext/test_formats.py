"""What we write we read back the same: one law, run for every format with what that format can hold."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bitext.strategies import UNITS
from tests.builders import unit
from workbench.bitext import hunalign, jsonl, moses, parquet, po, tmx, tsv, xces, xliff, xlsx
from workbench.bitext.report import Report
from workbench.bitext.units import Status, Unit

Said = Callable[[Unit], object]


def everything(unit: Unit) -> object:
    return unit


def reading(door: Callable[[io.BytesIO, Report], Iterator[Unit]]) -> Callable[..., list[Unit]]:
    return lambda stream, report: list(door(stream, report))


def texts(unit: Unit) -> object:
    return unit.source_text, unit.target_text


def fields(unit: Unit) -> object:
    return unit.uid, texts(unit), unit.status, unit.score, unit.notes


def fields_and_props(unit: Unit) -> object:
    return fields(unit), sorted(unit.props)


def segments_and_score(unit: Unit) -> object:
    return [each.text for each in unit.source], [each.text for each in unit.target], unit.score


@dataclass(frozen=True)
class Way:
    """A format: its door out and in, and what of a unit it holds."""

    out: Callable[[list[Unit], io.BytesIO], Report]
    back: Callable[[io.BytesIO, Report], list[Unit]]
    holds: Said


def through_moses(units: list[Unit], out: io.BytesIO) -> Report:
    streams = io.BytesIO(), io.BytesIO()
    report = moses.write(units, *streams)
    out.write(b"\0".join(stream.getvalue() for stream in streams))
    return report


def from_moses(stream: io.BytesIO, report: Report) -> list[Unit]:
    return list(moses.read(*map(io.BytesIO, stream.getvalue().split(b"\0")), report=report))


def through_hunalign(units: list[Unit], out: io.BytesIO) -> Report:
    streams = io.BytesIO(), io.BytesIO(), io.BytesIO()
    report = hunalign.write(units, *streams)
    out.write(b"\0".join(stream.getvalue() for stream in streams))
    return report


def from_hunalign(stream: io.BytesIO, report: Report) -> list[Unit]:
    return list(hunalign.read(*map(io.BytesIO, stream.getvalue().split(b"\0")), report=report))


WAYS = {
    "tmx": Way(tmx.write, reading(tmx.read), everything),
    "jsonl": Way(jsonl.write, reading(jsonl.read), everything),
    "parquet": Way(parquet.write, reading(parquet.read), everything),
    "xliff 1.2": Way(xliff.write, reading(xliff.read), fields_and_props),
    "xliff 2.1": Way(
        lambda units, out: xliff.write(units, out, version="2.1"),
        reading(xliff.read),
        fields_and_props,
    ),
    "tsv": Way(tsv.write, reading(tsv.read), fields),
    "csv": Way(lambda units, out: tsv.write(units, out, delimiter=","), reading(tsv.read), fields),
    "plain csv": Way(
        lambda units, out: tsv.write(units, out, delimiter=",", spreadsheet=False),
        reading(tsv.read),
        fields,
    ),
    "xlsx": Way(xlsx.write, reading(xlsx.read), fields),
    "po": Way(po.write, reading(po.read), fields),
    "xces": Way(xces.write, reading(xces.read_zip), segments_and_score),
    "hunalign": Way(through_hunalign, from_hunalign, segments_and_score),
    "moses": Way(through_moses, from_moses, texts),
}


@pytest.mark.parametrize("name", WAYS)
@given(units=st.lists(UNITS, min_size=1, max_size=4, unique_by=lambda unit: unit.uid))
@settings(max_examples=40, deadline=None)
def test_what_we_write_we_read_back_the_same(name: str, units: list[Unit]) -> None:
    way = WAYS[name]
    out, report = io.BytesIO(), Report()
    way.out(units, out)
    out.seek(0)
    assert [way.holds(unit) for unit in way.back(out, report)] == [way.holds(unit) for unit in units]
    assert report.problems == [] and report.units == len(units)


CHANGED = [
    ("xliff 1.2", Status.UNREVIEWED, b'approved="no"', b'approved="yes"', Status.CONFIRMED),
    ("xliff 1.2", Status.UNREVIEWED, b'"translated"', b'"signed-off"', Status.CONFIRMED),
    ("xliff 1.2", Status.UNREVIEWED, b'"translated"', b'"needs-review-l10n"', Status.NEEDS_REVIEW),
    ("xliff 2.1", Status.NEEDS_REVIEW, b'"translated"', b'"final"', Status.CONFIRMED),
    ("xliff 2.1", Status.CONFIRMED, b'"final"', b'"initial"', Status.UNREVIEWED),
    ("po", Status.UNREVIEWED, b"#, fuzzy\n", b"", Status.CONFIRMED),
    ("po", Status.CONFIRMED, b"msgctxt", b"#, fuzzy\nmsgctxt", Status.NEEDS_REVIEW),
]


@pytest.mark.parametrize(("name", "before", "old", "new", "after"), CHANGED)
def test_a_state_that_another_program_has_changed_counts(
    name: str, before: Status, old: bytes, new: bytes, after: Status
) -> None:
    out, way = io.BytesIO(), WAYS[name]
    way.out([replace(unit("One.", "တစ်။", "1"), status=before)], out)
    assert old in out.getvalue()
    (found,) = way.back(io.BytesIO(out.getvalue().replace(old, new)), Report())
    assert found.status is after


@pytest.mark.parametrize("name", WAYS)
def test_the_same_units_give_the_same_bytes(name: str) -> None:
    def once() -> bytes:
        out = io.BytesIO()
        WAYS[name].out(list(jsonl.read(io.BytesIO(b'{"en": "One.", "my": "Two."}\n'))), out)
        return out.getvalue()

    assert once() == once()


def test_a_workbook_carries_no_date() -> None:
    out = io.BytesIO()
    WAYS["xlsx"].out(list(jsonl.read(io.BytesIO(b'{"en": "One.", "my": "Two."}\n'))), out)
    with zipfile.ZipFile(out) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"1980-01-01" in archive.read("docProps/core.xml")
