import io
import zipfile

import openpyxl
import pytest

from tests.builders import unit
from workbench.bitext import xlsx
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile


def taken(raw: bytes) -> tuple[list[Unit], Report]:
    report = Report()
    return list(xlsx.read(io.BytesIO(raw), report)), report


def written(*units: Unit) -> bytes:
    out = io.BytesIO()
    xlsx.write(units, out)
    return out.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_text_that_begins_like_a_formula_is_text_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(unit("=1+1", "+၉၅", "-1")))).active
    assert [(cell.value, cell.data_type) for cell in next(sheet.iter_rows(min_row=2, max_col=2))] == [
        ("=1+1", "s"), ("+၉၅", "s"),
    ]  # fmt: skip


def test_the_reviewer_has_a_frozen_head_and_a_list_of_statuses() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(unit("One.", "တစ်။")))).active
    assert sheet.freeze_panes == "A2"
    assert "confirmed" in sheet.data_validations.dataValidation[0].formula1


def test_formulas_and_hidden_sheets_are_passed_over_and_told() -> None:
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Texts")
    for row in (["en", "my", "score"], ["One.", "တစ်။", 0.5], ["Two.", "=A2", None]):
        sheet.append(row)
    units, report = taken(saved(book))
    assert [(each.source_text, each.target_text, each.score) for each in units] == [
        ("One.", "တစ်။", 0.5), ("Two.", "", None),
    ]  # fmt: skip
    assert {"hidden-sheet", "formula"} <= set(report.counts)


def test_a_text_longer_than_a_cell_is_left_out_and_told() -> None:
    report = xlsx.write([unit("a" * 40_000, "စာ", "7")], io.BytesIO())
    assert report.left_out == 1 and "32767" in str(report.problems[0])


def test_a_workbook_that_is_none_is_refused() -> None:
    raw = written(unit("One.", "တစ်။"))
    for bad in (b"", b"not a zip", raw[: len(raw) // 2]):
        with pytest.raises(BadFile):
            taken(bad)


def test_a_workbook_that_declares_entities_is_refused() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written(unit("One.", "တစ်။")))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aa">]>' + content
            new.writestr(entry.filename, content)
    with pytest.raises(BadFile, match="has a DTD"):
        taken(out.getvalue())
