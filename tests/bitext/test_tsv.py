import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bitext.strategies import UNITS
from tests.builders import unit
from workbench.bitext import tsv
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile


def written(*units: Unit, **options: object) -> bytes:
    out = io.BytesIO()
    tsv.write(units, out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def taken(raw: bytes | str) -> tuple[list[Unit], Report]:
    report = Report()
    return list(tsv.read(io.BytesIO(raw.encode() if isinstance(raw, str) else raw), report)), report


def said(unit: Unit) -> tuple[object, ...]:
    return unit.uid, unit.source_text, unit.target_text, unit.status, unit.score, unit.notes


@given(st.lists(UNITS, min_size=1, max_size=4), st.sampled_from("\t,;"))
def test_what_we_write_we_read_back_the_same(units: list[Unit], delimiter: str) -> None:
    found, report = taken(written(*units, delimiter=delimiter))
    assert [said(each) for each in found] == [said(each) for each in units]
    assert report.problems == []


def test_the_file_opens_in_a_spreadsheet_and_holds_no_formula() -> None:
    raw = written(unit("=HYPERLINK(1)", "+၉၅", "-1"))
    head = "\ufeffen\tmy\tstatus\tscore\tid\tnotes\n"
    assert raw.decode() == f"{head}'=HYPERLINK(1)\t'+၉၅\tunreviewed\t0.9\t'-1\t\n"


def test_a_plain_file_has_neither_mark_nor_guard() -> None:
    assert written(unit("=1", "စာ"), spreadsheet=False).startswith(b"en\tmy\t")
    assert b"\n=1\t" in written(unit("=1", "စာ"), spreadsheet=False)


@pytest.mark.parametrize("table", [
    "English;Burmese\nOne.;တစ်။\n",
    "my,en\nတစ်။,One.\n",
    "တစ်။\tOne.\n",
    "17\tOne.\tတစ်။\t0.5\n",
    "Target,ID,Source\r\nတစ်။,7,One.\r\n",
])  # fmt: skip
def test_columns_are_guessed_by_their_names_or_their_script(table: str) -> None:
    assert [(each.source_text, each.target_text) for each in taken(table)[0]] == [("One.", "တစ်။")]


def test_utf_16_from_excel_is_read() -> None:
    assert len(taken("One.\tတစ်။\n".encode("utf-16"))[0]) == 1


@pytest.mark.parametrize("stray", ['"a\tb', 'a"\tb', '"a"x\tb', '5" disk\tb"'])
def test_a_stray_quote_costs_no_other_line(stray: str) -> None:
    rows = "".join(f"row {n}\tစာ {n}\n" for n in range(200))
    units, _ = taken(f"en\tmy\n{stray}\n{rows}")
    assert [each.source_text for each in units[1:]] == [f"row {n}" for n in range(200)]


def test_a_bad_score_or_status_is_told_and_the_text_kept() -> None:
    units, report = taken("en\tmy\tstatus\tscore\nOne.\tတစ်။\tdone\tnan\n")
    assert len(units) == 1 and report.counts == {"bad-score": 1, "bad-status": 1}


@pytest.mark.parametrize("raw", [b"", b"one column\n", b"\x00\x01\x02\x03\n", b"PK\x03\x04\x00\x00"])
def test_what_is_no_table_of_two_texts_is_refused(raw: bytes) -> None:
    with pytest.raises(BadFile):
        taken(raw)
