"""The glossary page: add, change, delete and bring back; files in after a look, and out."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@pytest.fixture
def pages(client: FlaskClient) -> FlaskClient:
    """A client with an empty project."""
    client.post("/projects", data={"name": "Samples"})
    return client


def add(pages: FlaskClient, source: str, target: str, **more: str) -> TestResponse:
    return pages.post("/projects/samples/glossary", data={"source": source, "target": target, **more})


def listed(pages: FlaskClient, asked: str = "") -> list[str]:
    page = pages.get(f"/projects/samples/glossary{asked}").text
    return re.findall(r'<div class="what sides"><span lang="en">(.*?)</span>', page)


def look(pages: FlaskClient, name: str, content: bytes) -> TestResponse:
    data = {"file": (BytesIO(content), name)}
    return pages.post("/projects/samples/glossary/look", data=data, content_type="multipart/form-data")


def test_a_term_is_added_and_found(pages: FlaskClient) -> None:
    assert add(pages, "peace", "ငြိမ်းချမ်းရေး").status_code == 303
    assert add(pages, "<b>", "က").status_code == 303
    assert listed(pages) == ["&lt;b&gt;", "peace"] and listed(pages, "?words=PEACE") == ["peace"]
    assert add(pages, "Peace", "ငြိမ်းချမ်းရေး").status_code == 422
    assert add(pages, "", "က").status_code == 422


def test_a_term_from_the_desk_leads_back_to_it(pages: FlaskClient) -> None:
    answer = add(pages, "peace", "ငြိမ်း", unit="7", document="3")
    assert answer.headers["Location"] == "/documents/3?unit=7#unit-7"


def test_a_term_is_changed_deleted_and_brought_back(pages: FlaskClient) -> None:
    add(pages, "peace", "ငြိမ်း")
    assert 'value="peace"' in pages.get("/terms/1").text
    new = {"source": "peace", "target": "ငြိမ်းချမ်းရေး", "note": "noun", "seen": "1"}
    assert pages.post("/terms/1", data=new).status_code == 303
    assert pages.post("/terms/1", data=new).status_code == 409
    gone = pages.post("/terms/1/delete", data={"seen": "2"}, follow_redirects=True).text
    assert "“peace” is deleted." in gone and listed(pages) == []
    assert "“peace” is back." in pages.post("/terms/1/restore", follow_redirects=True).text
    assert listed(pages) == ["peace"]
    assert pages.get("/terms/9").status_code == 404


def test_a_file_is_looked_at_before_it_is_taken(pages: FlaskClient) -> None:
    page = look(pages, "terms.csv", 'en,my\npeace,ငြိမ်း\nalone,\n"a ""b""",က\n'.encode()).text
    assert "Line 3: The target is empty; left out." in page and "Take these 2 terms" in page
    assert listed(pages) == []
    kept = re.search(r'<textarea name="terms" hidden>(.*?)</textarea>', page, re.DOTALL)
    assert kept
    words = kept[1].replace("&#34;", '"').replace("&lt;", "<")
    taken = pages.post("/projects/samples/glossary/take", data={"terms": words}, follow_redirects=True)
    assert "2 terms are new in the glossary." in taken.text
    assert listed(pages) == ["a &#34;b&#34;", "peace"]
    again = pages.post("/projects/samples/glossary/take", data={"terms": words}, follow_redirects=True)
    assert "All these terms were in the glossary already." in again.text


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("terms.tbx", b"<html/>", 422),
        ("terms.csv", b"\x00\x01", 422),
        ("terms.csv", b"", 422),
        ("../../etc/passwd", b"one\n", 422),
        ("terms.txt", b"\xff\xfe\x00", 422),
    ],
)
def test_what_is_no_glossary_says_so(pages: FlaskClient, name: str, content: bytes, status: int) -> None:
    assert look(pages, name, content).status_code == status


def test_a_glossary_goes_out_in_three_forms(pages: FlaskClient) -> None:
    assert pages.get("/projects/samples/glossary.csv").status_code == 409
    add(pages, "peace", "ငြိမ်း")
    for form, ending in (("csv", "csv"), ("tbx", "tbx"), ("tab", "txt")):
        answer = pages.get(f"/projects/samples/glossary.{form}")
        assert f"samples-glossary.{ending}" in answer.headers["Content-Disposition"]
        assert "ငြိမ်း" in answer.text
    assert pages.get("/projects/samples/glossary.exe").status_code == 404


def test_a_change_of_a_term_and_of_an_exception_is_undone_on_its_page(pages: FlaskClient) -> None:
    add(pages, "peace", "ငြိမ်း")
    for path, words in (("glossary", "Term added: peace"), ("exceptions", "Exception added: Off.")):
        if path == "exceptions":
            form = {"text": "Off.", "language": "en", "kind": "abbreviation"}
            pages.post("/projects/samples/exceptions", data=form)
        page = pages.get(f"/projects/samples/{path}").text
        assert f"Undo: {words}" in page
        seen = re.findall(r'projects/samples/undo"><input type="hidden" name="seen" value="(\d+)"', page)
        for turn, told in (("undo", f"Taken back: {words}."), ("redo", f"Done again: {words}.")):
            answer = pages.post(
                f"/projects/samples/{turn}", data={"seen": seen[0]}, follow_redirects=True
            )
            assert told in answer.text
    assert pages.post("/projects/samples/undo", data={"seen": "999"}).status_code == 409
    assert listed(pages) == ["peace"]
