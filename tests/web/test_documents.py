from io import BytesIO
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import etree

ENGLISH = "The school opened in 1998. It has 40 pupils."
BURMESE = "ကျောင်းကို ၁၉၉၈ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။ ကျောင်းသား ၄၀ ရှိသည်။"


@pytest.fixture
def project(client: FlaskClient) -> str:
    answer = client.post("/projects", data={"name": "Schools"})
    assert answer.status_code == 303
    return answer.headers["Location"]


def pasted(client: FlaskClient, project: str) -> str:
    data = {"source_text": ENGLISH, "target_text": BURMESE}
    answer = client.post(f"{project}/add", data=data)
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_two_pasted_texts_become_a_desk(client: FlaskClient, project: str) -> None:
    page = client.get(pasted(client, project)).text
    assert page.count("<article") == 2
    assert "It has 40 pupils." in page
    assert "ကျောင်းသား ၄၀ ရှိသည်။" in page
    assert "The school opened in 1998. It has 40" in client.get(project).text


def test_two_files_become_a_desk_named_after_the_first(client: FlaskClient, project: str) -> None:
    data = {
        "source": (BytesIO(b"\xef\xbb\xbf" + ENGLISH.encode()), "../../school_report.en.txt"),
        "target": (BytesIO(BURMESE.encode("utf-16")), "school.my.txt"),
    }
    answer = client.post(f"{project}/add", data=data)
    assert client.get(answer.headers["Location"]).text.count("<article") == 2
    assert "school report.en" in client.get(project).text


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({"source_text": ENGLISH}, 422, "The Burmese text is missing"),
        ({"target_text": BURMESE}, 422, "The English text is missing"),
        ({"source": (BytesIO(b"\x89PNG\r\n\x00\x00\xff"), "a.txt"), "target_text": BURMESE}, 415, ""),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_nothing_is_kept(
    client: FlaskClient, project: str, data: dict[str, object], status: int, words: str
) -> None:
    answer = client.post(f"{project}/add", data=data)
    assert answer.status_code == status
    assert words in answer.text
    assert "No document yet" in client.get(project).text


def test_a_project_needs_a_name_of_its_own(client: FlaskClient, project: str) -> None:
    assert client.post("/projects", data={"name": "  "}).status_code == 422
    assert client.post("/projects", data={"name": "Schools"}).status_code == 422
    assert client.get("/projects/nothing").status_code == 404
    assert (
        client.post("/projects/nothing/add", data={"source_text": "a", "target_text": "b"}).status_code
        == 404
    )


def test_nothing_confirmed_is_said_and_all_can_be_taken(client: FlaskClient, project: str) -> None:
    desk = urlsplit(pasted(client, project)).path
    assert "No pair is confirmed yet" in client.get(f"{desk}/export.tmx").text
    with client.get(f"{desk}/export.tmx?status=all") as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        units = etree.fromstring(answer.data).findall(".//tu")
    assert len(units) == 2


@pytest.mark.parametrize("address", ["{desk}/export.tsv?status=all", "{project}/export.tsv?status=all"])
def test_a_table_opens_in_a_spreadsheet(client: FlaskClient, project: str, address: str) -> None:
    desk = urlsplit(pasted(client, project)).path
    with client.get(address.format(desk=desk, project=project)) as answer:
        table = answer.data.decode("utf-8-sig")
    assert "It has 40 pupils.\tကျောင်းသား ၄၀ ရှိသည်။" in table


def test_swapped_texts_say_so_and_are_put_right_by_a_button(client: FlaskClient, project: str) -> None:
    data = {"source_text": BURMESE, "target_text": ENGLISH, "title": "Swapped"}
    desk = client.post(f"{project}/add", data=data).headers["Location"]
    page = client.get(desk).text
    assert "look swapped" in page and f'action="{desk}/swap"' in page
    answer = client.post(f"{desk}/swap")
    assert answer.status_code == 303 and answer.headers["Location"] != desk
    put_right = client.get(answer.headers["Location"]).text
    assert "look swapped" not in put_right and "<h1>Swapped</h1>" in put_right
    assert put_right.index("It has 40 pupils.") < put_right.index("ကျောင်းသား ၄၀ ရှိသည်။")


def test_texts_that_do_not_belong_together_say_so_on_their_desk(
    client: FlaskClient, project: str
) -> None:
    data = {"source_text": ENGLISH, "target_text": "ယနေ့ ဘောလုံးပွဲကို ရွှေ့ဆိုင်းလိုက်သည်။ ရုပ်ရှင်ရုံ ပိတ်သည်။ မိုးရွာသည်။"}
    page = client.get(client.post(f"{project}/add", data=data).headers["Location"]).text
    assert "do not look like translations" in page and "/swap" not in page
