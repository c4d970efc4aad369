"""The preview: everything is seen before anything is saved, and what was chosen is what is kept."""

import re
from html import unescape
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.files.makers import docx, paragraph, zipped
from tests.files.test_bad_input import BAD
from workbench.services import staging_work
from workbench.storage import Database
from workbench.storage.staged import Staged, StagedState
from workbench.storage.tables import Document, Unit
from workbench.web import intake
from workbench.web.current import database

ENGLISH = "The school opened in 1998.\n\nIt has 40 pupils.\n\nShare this\n"
BURMESE = "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။\n\nေက်ာင္းသား ၄၀ ရွိသည္။\n"


@pytest.fixture
def project(client: FlaskClient) -> str:
    return client.post("/projects", data={"name": "Schools"}).headers["Location"]


def brought(client: FlaskClient, project: str, **data: object) -> str:
    fields = {"source_text": ENGLISH, "target_text": BURMESE} | data
    answer = client.post(f"{project}/preview", data=fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def form(page: str) -> dict[str, str]:
    """The fields of the preview as a browser would send them."""
    fields = {}
    for name, options in re.findall(r'<select name="([^"]+)">(.*?)</select>', page):
        chosen = re.search(r'value="([^"]+)" selected', options)
        assert chosen, name
        fields[name] = chosen[1]
    return fields | dict.fromkeys(re.findall(r'name="(drop-\w+)" checked', page), "on")


def store(app: Flask) -> Database:
    with app.app_context():
        return database()


def number_of(address: str) -> int:
    return int(address.rsplit("/", 1)[1])


def units(app: Flask) -> list[tuple[str, str]]:
    with store(app).reading() as session:
        return [(each.source_text, each.target_text) for each in session.query(Unit).order_by(Unit.rank)]


def test_the_preview_shows_both_sides_with_remarks_and_saves_nothing(
    app: Flask, client: FlaskClient, project: str
) -> None:
    page = client.get(brought(client, project)).text
    for words in ("It has 40 pupils.", "ကျောင်းသား ၄၀ ရှိသည်။", "was Zawgyi", "1 block not aligned"):
        assert words in page
    assert units(app) == []


def test_what_was_chosen_is_what_is_saved(app: Flask, client: FlaskClient, project: str) -> None:
    address = brought(client, project)
    fields = form(client.get(address).text) | {"drop-s0": "on", "drop-t0": "on", "kind-s1": "heading"}
    client.post(address, data=fields | {"page": "1"})
    page = client.get(address).text
    assert "2 blocks dropped" in page
    kept = client.post(address, data=form(page) | {"save": "1"})
    desk = client.get(kept.headers["Location"])
    assert desk.status_code == 303 and "/documents/" in desk.headers["Location"]
    assert units(app) == [("It has 40 pupils.", "ကျောင်းသား ၄၀ ရှိသည်။"), ("Share this", "")]


def test_one_file_with_both_languages_is_shown_split(
    app: Flask, client: FlaskClient, project: str
) -> None:
    lines = ["One day.", "တစ်နေ့။", "Two weeks.", "နှစ်ပတ်။"]
    file = (BytesIO(docx(*map(paragraph, lines))), "../../both.docx")
    address = brought(client, project, source=file, source_text="", target_text="")
    page = client.get(address).text
    assert "both.docx" in page and "../" not in page.replace("../static", "")
    row = page[page.index("Two weeks.") - 300 : page.index("Two weeks.") + 4000]
    assert row.index("Two weeks.") < row.index("နှစ်ပတ်။")
    client.post(address, data=form(page) | {"save": "1"})
    assert units(app) == [("One day.", "တစ်နေ့။"), ("Two weeks.", "နှစ်ပတ်။")]


def test_a_file_that_cannot_be_read_says_why_and_can_be_forgotten(
    client: FlaskClient, project: str
) -> None:
    address = brought(client, project, source=(BytesIO(b"\x89PNG\r\n"), "a.docx"))
    assert "a picture (PNG)" in client.get(address).text
    assert client.post(f"{address}/cancel").status_code == 303
    assert client.get(address).status_code == 404


def test_items_of_one_number_face_each_other_though_a_block_is_missing(
    client: FlaskClient, project: str
) -> None:
    english = "The Rules\n\nThese hold.\n\nFor all of us they hold.\n\n1. Land here.\n2. Leave soon."
    burmese = "စည်းကမ်းများ\n\nအောက်ပါအတိုင်း ဖြစ်သည်။\n\n၁။ ဤနေရာတွင် ကပ်ပါ။\n၂။ မကြာမီ ထွက်ပါ။"
    page = client.get(brought(client, project, source_text=english, target_text=burmese)).text
    places = [page.index(words) for words in ("Land here.", "ဤနေရာတွင်", "Leave soon.", "မကြာမီ")]
    assert places == sorted(places)
    assert page.index("For all of us") < page.index("Land here.") < page.index("Leave soon.")


SMALL = {what: bad for what, bad in BAD.items() if len(bad[0]) < 200_000}


@pytest.mark.parametrize(("content", "name", "_", "words"), SMALL.values(), ids=SMALL.keys())
def test_the_page_says_of_every_bad_file_what_is_wrong(
    client: FlaskClient, project: str, content: bytes, name: str, _: type, words: str
) -> None:
    address = brought(client, project, source=(BytesIO(content), f"../\x1b[2J{name}"))
    page = client.get(address)
    assert page.status_code == 200 and words in unescape(page.text)
    assert "Traceback" not in page.text and "\x1b" not in page.text


def test_of_a_zip_the_good_files_come_in_though_others_are_bad(
    client: FlaskClient, project: str
) -> None:
    bad = {f"{number} {name}": content for number, (content, name, *_) in enumerate(SMALL.values())}
    content = zipped({"one.txt": "It has 40 pupils.", **bad, "two.txt": "They are glad."})
    page = unescape(client.get(brought(client, project, source=(BytesIO(content), "all.zip"))).text)
    assert "It has 40 pupils." in page and "They are glad." in page
    for words in ("cut short", "password", "byte 3"):
        assert words in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kind-s99": "heading"}, "not in the import"),
        ({"kind-s0": "poem"}, "no kind of block"),
        (
            {
                f"{what}-{side}": value
                for side in ("s0", "s1", "s2", "t0", "t1")
                for what, value in (("kind", "paragraph"), ("drop", "on"))
            }
            | {"save": "1"},
            "nothing to save",
        ),
    ],
)
def test_a_form_that_asks_for_what_cannot_be_is_refused(
    client: FlaskClient, project: str, data: dict[str, str], words: str
) -> None:
    answer = client.post(brought(client, project), data=data)
    assert answer.status_code == 422 and words in answer.text


def test_nothing_brought_in_is_one_sentence(client: FlaskClient, project: str) -> None:
    answer = client.post(f"{project}/preview", data={})
    assert answer.status_code == 422 and "one that carries both languages" in answer.text


def test_work_that_died_is_taken_up_when_somebody_looks(
    app: Flask, client: FlaskClient, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dead:
        dead.setattr(staging_work, "start", lambda *_: None)  # the server stops before a thread begins
        address = brought(client, project)
        waiting = client.get(address)
    assert waiting.headers["Refresh"] == "2" and "now" in waiting.text
    staging_work.run(store(app), number_of(address))
    assert "It has 40 pupils." in client.get(address).text


def test_cancelling_stops_work_under_way_and_nothing_comes_back(
    app: Flask, client: FlaskClient, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled(content: bytes, name: str, language: str = "auto") -> object:
        client.post(f"{address}/cancel")
        return real(content, name, language=language)

    with monkeypatch.context() as dead:
        dead.setattr(staging_work, "start", lambda *_: None)
        address = brought(client, project)
    real = staging_work.open_file
    monkeypatch.setattr(staging_work, "open_file", cancelled)
    staging_work.run(store(app), number_of(address))
    assert client.get(address).status_code == 404


def test_saving_twice_keeps_one_document(app: Flask, client: FlaskClient, project: str) -> None:
    address = brought(client, project)
    fields = form(client.get(address).text) | {"save": "1"}
    client.post(address, data=fields)
    client.post(address, data=fields)
    staging_work.run(store(app), number_of(address))
    with store(app).reading() as session:
        assert session.query(Document).count() == 1
        assert [each.state for each in session.query(Staged)] == [StagedState.KEPT]


def test_a_long_import_is_shown_by_pages(
    client: FlaskClient, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "ROWS_A_PAGE", 2)
    address = brought(client, project)
    assert "Page 1 of 2" in client.get(address).text
    assert "Share this" in client.get(f"{address}?page=2").text
