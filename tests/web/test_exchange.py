import html
import io
import re
import zipfile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bitext.hostile import hostile
from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.web.conftest import DeskPage
from workbench.bitext.formats import FORMATS
from workbench.web.current import database

ZAWGYI = tu("Writing.", "ျမန္မာစာ ေရးသားနည္း", "r2")
MEMORY = f'<?xml version="1.0"?>\n{HEAD}{tu("River.", "မြစ်။", "r1")}{ZAWGYI}{TAIL}'
SAMPLES = "/projects/samples"


@pytest.fixture
def desk(app: Flask, client: FlaskClient) -> DeskPage:
    """The pages here are plain forms; nothing of them is different with htmx."""
    with app.app_context():
        return DeskPage(client, database(), htmx=False)


def looked(client: FlaskClient, content: str, name: str = "memory.tmx", **form: str) -> TestResponse:
    data = {"file": (io.BytesIO(content.encode()), name), **form}
    return client.post(f"{SAMPLES}/import/look", data=data)


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_file_is_shown_before_anything_is_kept_and_then_taken(desk: DeskPage) -> None:
    page = looked(desk.client, MEMORY).text
    assert "TMX 1.4: 2 pairs, 0 left out." in page and "is converted to Unicode" in page
    assert '<span lang="my">မြန်မာစာ ရေးသားနည်း</span>' in page
    assert "memory" not in desk.client.get(SAMPLES).text
    answer = desk.client.post(f"{SAMPLES}/import", data={"token": token(page), "name": "memory.tmx"})
    assert "River." in desk.client.get(answer.location).text
    again = desk.client.post(f"{SAMPLES}/import", data={"token": token(page), "name": "memory.tmx"})
    assert again.status_code == 422 and "came in already" in again.text


def several(client: FlaskClient, *files: tuple[str, bytes], **form: str) -> TestResponse:
    data = {"file": [(io.BytesIO(content), name) for name, content in files], **form}
    return client.post(f"{SAMPLES}/import/look", data=data)


SIDES = ("ရေ.en", b"River.\nRain.\n"), ("ရေ.my", "မြစ်။\nမိုး။\n".encode())


def test_several_files_come_in_together_or_not_at_all(desk: DeskPage) -> None:
    files = [(f"{name}.tmx", MEMORY.replace("River", name).encode()) for name in ("One", "Two", "Three")]
    page = several(desk.client, *files).text
    assert page.count("2 pairs, 0 left out") == 3
    answer = desk.client.post(f"{SAMPLES}/import", data={"token": token(page)})
    assert all(f">{name}</a>" in desk.client.get(answer.location).text for name in ("One", "Three"))
    again = several(desk.client, ("New.tmx", MEMORY.encode()), files[0]).text
    refused = desk.client.post(f"{SAMPLES}/import", data={"token": token(again)})
    assert refused.status_code == 422 and "New</a>" not in desk.client.get(SAMPLES).text


@pytest.mark.parametrize(
    ("files", "form"),
    [
        (SIDES, {"lines": "1"}),
        ((("a.ladder", b"0\t0\n1\t1\n2\t2\n"), *SIDES), {}),
    ],
)
def test_files_that_belong_together_are_one_document(
    desk: DeskPage, files: tuple[tuple[str, bytes], ...], form: dict[str, str]
) -> None:
    page = several(desk.client, *files, **form).text
    assert ": 2 pairs, 0 left out." in page
    sent = {"token": token(page), **form}
    shown = desk.client.get(desk.client.post(f"{SAMPLES}/import", data=sent).location).text
    assert "Rain." in shown and "မိုး။" in shown


def test_a_zip_of_files_is_looked_into(desk: DeskPage) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("all/a.tmx", MEMORY)
        archive.writestr("all/b.tsv", "en\tmy\nRain.\tမိုး။\n")
    page = several(desk.client, ("all.zip", out.getvalue())).text
    assert page.count(" left out.") == 2 and "Rain." in page


def test_texts_without_pairs_are_sent_where_they_are_aligned(desk: DeskPage) -> None:
    answer = several(desk.client, *SIDES)
    assert answer.status_code == 422 and "Add them as a document" in answer.text


def test_the_columns_of_a_table_can_be_corrected(desk: DeskPage) -> None:
    table = "old\tnew\ttranslation\nRiver.\tStream.\tမြစ်။\n"
    page = looked(desk.client, table, "table.tsv").text
    chosen = {"source_column": "1", "target_column": "2", "header": "1"}
    form = {"token": token(page), "name": "table.tsv", **chosen}
    again = desk.client.post(f"{SAMPLES}/import/look", data=form)
    assert '<span lang="en">Stream.</span>' in again.text
    assert "source 2 (en), target 3 (my)" in again.text


def test_the_other_columns_stay_when_two_are_corrected(desk: DeskPage) -> None:
    table = "old\tnew\tmy\tid\tstatus\nRiver.\tStream.\tမြစ်။\tr9\tconfirmed\n"
    page = looked(desk.client, table, "table.tsv", source_column="1", target_column="2", header="1").text
    assert "source 2 (en), target 3 (my), status 5, id 4" in page


def test_a_reviewers_sheet_shows_its_changes_and_applies_them(desk: DeskPage) -> None:
    uid = desk.units()[0].uid
    sheet = f"en\tmy\tstatus\tscore\tid\tnotes\nOne.\tတစ်ခု။\tconfirmed\t\t{uid}\t\n"
    page = looked(desk.client, sheet, "sheet.tsv", update="1").text
    assert "<del>တစ်။</del><ins>တစ်ခု။</ins>" in page
    desk.client.post(
        f"{SAMPLES}/import", data={"token": token(page), "name": "sheet.tsv", "update": "1"}
    )
    first = desk.units()[0]
    assert (first.target_text, first.status.value) == ("တစ်ခု။", "confirmed")
    desk.turn("undo")
    assert desk.units()[0].target_text == "တစ်။"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_project_goes_out_in_every_format(desk: DeskPage, ending: str) -> None:
    answer = desk.client.get(f"{SAMPLES}/export/file?format={ending}&status=all", buffered=True)
    assert answer.status_code == 200 and len(answer.data) > 10
    assert answer.headers["Content-Disposition"].endswith(f"Samples.{ending}")


def test_will_this_tmx_work_leads_to_the_pair(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="က" * 2001)
    page = desk.client.get(f"{SAMPLES}/export/check?status=all").text
    assert "longer than 2000" in page and f"#unit-{desk.units()[0].id}" in page


def taken_out(desk: DeskPage, **chosen: str) -> str:
    query = {"format": "tmx", **chosen}
    return desk.client.get(f"{SAMPLES}/export/file", query_string=query, buffered=True).text


def test_what_goes_out_is_chosen_on_the_page(desk: DeskPage) -> None:
    desk.client.get(f"{SAMPLES}/export")  # the form names every choice that the address has
    empty = {"min_score": "", "clean": "", "languages": "", "kind": "", "blocks": "", "longest": ""}
    assert taken_out(desk, status="all", **empty).count("<tu ") == 2
    assert "x-status" not in taken_out(desk, status="all", without="status")
    assert 'srclang="my"' in taken_out(desk, status="all", languages="my:en")
    assert "No pair is as you chose" in taken_out(desk, status="rejected")
    assert "No pair is as you chose" in taken_out(desk, status="all", kind="address")


def test_a_project_is_published_as_a_corpus_from_its_page(desk: DeskPage) -> None:
    empty = {"licence": "", "longest": "", "near": "", "dev": "", "seed": "", "min_score": ""}
    query = {"status": "all", "format": ["jsonl", "moses"], "test": "0", **empty}
    answer = desk.client.get(f"{SAMPLES}/release/file", query_string=query, buffered=True)
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert {"README.md", "train.jsonl", "train.en", "SHA256SUMS"} <= set(archive.namelist())
    refused = desk.client.get(f"{SAMPLES}/release/file", query_string={"status": "confirmed"})
    assert refused.status_code == 409 and "No pair is left for the release" in refused.text


@pytest.mark.parametrize("path", ["import", "export", "release"])
def test_the_forms_open(desk: DeskPage, path: str) -> None:
    assert desk.client.get(f"{SAMPLES}/{path}").status_code == 200


@pytest.mark.parametrize(
    ("content", "name"), [("no pairs", "a.txt"), ("", "a.tmx"), ("<tmx", "a.tmx"), ("x", "a.xlsx")]
)
def test_a_file_without_pairs_is_told_and_nothing_breaks(
    desk: DeskPage, content: str, name: str
) -> None:
    answer = looked(desk.client, content, name)
    assert 400 <= answer.status_code < 500 and "mistake" not in answer.text


def test_an_odd_token_finds_nothing(desk: DeskPage) -> None:
    for odd in ("../../etc", "x", "%00"):
        answer = desk.client.post(f"{SAMPLES}/import", data={"token": odd})
        assert answer.status_code == 404


def test_a_text_in_a_file_is_never_markup(desk: DeskPage) -> None:
    hostile = HEAD + tu("&lt;img src=x onerror=alert(1)&gt;", "စာ", "x") + TAIL
    assert "<img" not in looked(desk.client, hostile).text


UPLOADED = [wrong for wrong, file in hostile().items() if len(file.content) < 5_000_000]


@pytest.mark.parametrize("wrong", UPLOADED)
def test_a_file_that_is_wrong_gets_a_sentence_on_the_page(desk: DeskPage, wrong: str) -> None:
    file = hostile()[wrong]
    answer = several(desk.client, (file.name, file.content))
    assert answer.status_code == (200 if file.taken else 422)
    assert html.escape(file.said, quote=False) in answer.text
    if file.taken:
        assert f": {file.taken} pairs" in answer.text
