from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from tests.builders import document, unit
from tests.web.conftest import DeskPage
from workbench.segment import Segment
from workbench.storage.queries import QUEUES


def test_both_sides_stand_beside_each_other_in_their_language(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}").text
    assert '<p class="text" lang="en">One.</p>' in page
    assert '<p class="text" lang="my">တစ်။</p>' in page
    assert "No Burmese beside this." in page


def test_a_sure_score_of_a_pair_with_one_side_is_no_sure_translation(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}").text
    assert page.count('<span class="score good"') == 2
    assert page.count('<span class="score alone" title="How sure the aligner is that this has no') == 1


def test_a_burmese_headline_in_an_english_text_is_still_burmese(
    client: FlaskClient, desk: DeskPage
) -> None:
    headline = replace(unit("x", "y"), source=(Segment("တောင်ပေါ်ရွာ", language="my"),))
    with desk.store.transaction() as session:
        found = document(session, headline).id
    assert '<p class="text" lang="my">' in client.get(f"/documents/{found}").text.split("side target")[0]


def test_a_text_is_text_and_never_markup(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0='<img src=x onerror="alert(1)">')
    page = desk.client.get(f"/documents/{desk.id}").text
    assert "<img" not in page
    assert "&lt;img src=x onerror=&#34;" in page


def test_a_textarea_keeps_a_first_empty_line(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}").text
    assert 'spellcheck="false">\nOne.</textarea>' in page


def test_zawgyi_wears_a_badge(desk: DeskPage) -> None:
    assert 'class="chip bad">Zawgyi' not in desk.client.get(f"/documents/{desk.id}").text
    desk.do("edit", 3, target_at_0="က်န္းမာေရးသည္ လူ႔အခြင့္အေရးျဖစ္သည္။")
    assert 'class="chip bad">Zawgyi' in desk.client.get(f"/documents/{desk.id}").text


@pytest.mark.parametrize("queue", QUEUES)
def test_each_queue_opens(desk: DeskPage, queue: str) -> None:
    answer = desk.client.get(f"/documents/{desk.id}?queue={queue}&page=7")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "query", ["queue=nothing", "page=x", "page=-3", "unit=9999", "page=99999999999999999999"]
)
def test_an_odd_address_still_opens_the_desk(desk: DeskPage, query: str) -> None:
    answer = desk.client.get(f"/documents/{desk.id}?{query}")
    assert answer.status_code in (200, 404)
    assert "mistake" not in answer.text


def test_a_long_document_opens_a_page_at_a_time(client: FlaskClient, desk: DeskPage) -> None:
    with desk.store.transaction() as session:
        long = document(session, *(unit(f"S{n}.", f"ဝ{n}။") for n in range(120)), project="Long").id
    first = client.get(f"/documents/{long}").text
    assert first.count("<article") == 50
    assert 'rel="next"' in first
    last = client.get(f"/documents/{long}?page=3").text
    assert last.count("<article") == 20
    assert "Page 3 of 3" in last


def test_a_missing_document_says_so(client: FlaskClient) -> None:
    answer = client.get("/documents/99")
    assert answer.status_code == 404
    assert "There is no document 99." in answer.text


@pytest.mark.parametrize(("number", "page"), [(1, 1), (51, 2), (120, 3)])
def test_one_goes_to_a_pair_by_its_number(
    client: FlaskClient, desk: DeskPage, number: int, page: int
) -> None:
    with desk.store.transaction() as session:
        long = document(session, *(unit(f"S{n}.", f"ဝ{n}။") for n in range(1, 121)), project="Long").id
    shown = client.get(f"/documents/{long}?queue=confirmed&go={number}").text
    now = shown.split('data-now="')[1].split('"')[0]
    row = shown[shown.index(f'id="{now}"') :]
    assert row.index(f"S{number}.") < row.index("</article>")
    assert f"Page {page} of 3" in shown


@pytest.mark.parametrize("number", ["0", "-7", "999", "x", ""])
def test_a_number_that_is_not_there_opens_the_desk(desk: DeskPage, number: str) -> None:
    assert desk.client.get(f"/documents/{desk.id}?go={number}").status_code == 200


def test_the_map_leads_to_each_place(desk: DeskPage) -> None:
    shown = desk.client.get(f"/documents/{desk.id}/map").text
    assert shown.count("<a ") == 3
    assert f'href="/documents/{desk.id}?go=3"' in shown
    assert 'class="bad"' in shown


def test_numbers_of_both_scripts_are_marked_as_one_and_invisibles_by_name(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="It has 4,260 of ASEAN.", target_at_0="၄,၂၆၀\u200bASEAN")
    page = desk.client.get(f"/documents/{desk.id}").text
    assert page.count('data-like="4260"') == 2
    assert page.count('data-like="asean"') == 2
    assert '<span class="hidden-sign" data-name="ZWSP">\u200b</span>' in page


def test_each_side_reads_as_running_text_in_its_paragraphs(client: FlaskClient) -> None:
    client.post("/projects", data={"name": "Read"})
    texts = {"source_text": "One. Two.\n\nThree.", "target_text": "တစ်။ နှစ်။\n\nသုံး။"}
    address = client.post("/projects/read/add", data=texts).headers["Location"]
    page = client.get(f"{address}/reading").text
    assert page.count('<p class="text" lang="en">') == 2
    assert page.count('class="sentence"') == 6


def test_lines_may_break_between_burmese_words_only_where_they_are_shown(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="ကျေးရွာမှလာကြသည်။")
    page = desk.client.get(f"/documents/{desk.id}").text
    assert "ကျေးရွာ<wbr>မှ<wbr>လာ<wbr>ကြ<wbr>သည်။</p>" in page
    assert ">\nကျေးရွာမှလာကြသည်။</textarea>" in page
    assert desk.units()[0].target_text == "ကျေးရွာမှလာကြသည်။"
