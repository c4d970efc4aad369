"""The page of exceptions, and what the desk does with them."""

import re

from flask.testing import FlaskClient

from tests.web.conftest import DeskPage

PAGE = "/projects/samples/exceptions"


def add(client: FlaskClient, text: str, kind: str = "abbreviation", language: str = "en") -> int:
    data = {"text": text, "kind": kind, "language": language}
    return client.post(PAGE, data=data).status_code


def listed(client: FlaskClient) -> list[str]:
    return re.findall(r'<span class="name" lang="\w+">(.*?)</span>', client.get(PAGE).text)


def sources(desk: DeskPage) -> list[list[str]]:
    return [[each.text for each in one.source] for one in desk.units()]


def test_an_exception_is_added_and_taken_away(client: FlaskClient) -> None:
    client.post("/projects", data={"name": "Samples"})
    assert add(client, "Off.") == 303
    assert "“Off.” is never cut from now on." in client.get(PAGE).text
    assert add(client, "<b>. b", "no_break") == 422
    assert add(client, "b <b>", "no_break") == 303
    assert (add(client, "Off."), add(client, "Off"), add(client, "Adm.", "x")) == (422, 422, 422)
    assert listed(client) == ["b &lt;b&gt;", "Off."]
    assert "Abbreviations and names <small>2</small>" in client.get("/projects/samples").text
    number = re.search(rf"{PAGE}/(\d+)/delete.*?Delete Off\.", client.get(PAGE).text)
    assert number
    address = f"{PAGE}/{number[1]}/delete"
    assert client.post(address).status_code == 303
    assert client.post(address).status_code == 404
    assert listed(client) == ["b &lt;b&gt;"]
    assert client.get("/projects/none/exceptions").status_code == 404


def test_a_new_document_is_cut_by_them(client: FlaskClient) -> None:
    client.post("/projects", data={"name": "Samples"})
    add(client, "Off.")
    texts = {"source_text": "The Off. Yangon agreed. All went.", "target_text": "သဘောတူသည်။ သွားသည်။"}
    desk = client.post("/projects/samples/add", data=texts, follow_redirects=True).text
    assert "The Off. Yangon agreed.</textarea>" in desk


def test_two_sentences_are_joined_where_it_was_chosen(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}").text
    assert page.count('<select name="seam">') == 1
    assert '<option value="source:0">…Two. + Three.…</option>' in page
    assert desk.do("join", 2).status_code == 422
    desk.do("join", 2, seam="source:0")
    assert sources(desk)[1] == ["Two. Three."]


def test_a_side_is_cut_anew(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="Off. Yangon. All.")
    add(desk.client, "Off.")
    desk.do("recut", 1, side="source")
    assert sources(desk)[0] == ["Off. Yangon.", "All."]
    desk.turn("undo")
    assert sources(desk)[0] == ["Off. Yangon. All."]


def test_unreviewed_pairs_are_cut_anew_after_a_look(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="Off. Yangon. All.")
    add(desk.client, "Off.")
    address = re.search(r'href="(/documents/\d+/many\?act=recut)"', desk.client.get(PAGE).text)
    assert address
    look = desk.client.get(address[1]).text
    assert "One pair would change" in look and "<ins>| </ins>" in look
    token = re.search(r'name="token" value="(\w+)"', look)
    assert token
    desk.client.post(f"/documents/{desk.id}/many", data={"act": "recut", "token": token[1]})
    assert sources(desk)[0] == ["Off. Yangon.", "All."]
