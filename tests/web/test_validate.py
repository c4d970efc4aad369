import json
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.builders import unit
from workbench.bitext import xliff
from workbench.text import Policy

TEXT = "မင်္ဂလာပါ။\nျမန္မာစာ\nရှေ့သို့ ပုိ၍\n"


def address(client: FlaskClient, text: str = TEXT, **policy: str) -> str:
    answer = client.post("/validate", data={"text": text, **policy})
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_the_page_names_what_each_line_is(client: FlaskClient) -> None:
    page = client.get(address(client) + "&only=all").text
    assert page.count('<article class="line"') == 4
    assert ">Zawgyi</span>" in page
    assert ">Unicode</span>" in page


def test_a_pasted_text_is_called_so_and_its_download_has_a_name(client: FlaskClient) -> None:
    where, _, query = address(client).partition("?")
    assert "<h1>The pasted text</h1>" in client.get(f"{where}?{query}").text
    told = client.get(f"{where}/text?{query}").headers["Content-Disposition"]
    assert "filename=text.checked.txt" in told


def test_what_is_wrong_is_underlined_and_the_mend_stands_beside_it(client: FlaskClient) -> None:
    page = client.get(address(client)).text
    assert '<mark class="error" title="004 The signs of a syllable are out of order.">ပုိ</mark>' in page
    assert "<ins>ပို</ins>" in page
    assert "<ins>မြန်မာစာ</ins>" in page
    assert 'id="line-1"' not in page  # there is nothing to say of it


def test_the_text_put_right_and_the_report_can_be_taken_away(client: FlaskClient) -> None:
    where, _, query = address(client).partition("?")
    assert client.get(f"{where}/text?{query}").text == "မင်္ဂလာပါ။\nမြန်မာစာ\nရှေ့သို့ ပို၍\n"
    rows = [json.loads(line) for line in client.get(f"{where}/report?{query}").text.splitlines()]
    assert [(row["line"], row["column"], row["code"]) for row in rows] == [(2, 1, "040"), (3, 11, "004")]


def test_a_file_is_named_by_its_name_and_no_more(client: FlaskClient) -> None:
    file = (BytesIO(TEXT.encode("utf-16")), "../../letter.txt")
    where = client.post("/validate", data={"file": file}).headers["Location"]
    answer = client.get(where.replace("?", "/text?"))
    assert "filename=letter.checked.txt" in answer.headers["Content-Disposition"]


def test_the_house_policy_is_what_the_form_chose(client: FlaskClient) -> None:
    where = address(client, "မှတ်​ပုံ", zwsp="normalise")
    assert client.get(where.replace("?", "/text?")).text == "မှတ်ပုံ"


def test_what_the_house_has_chosen_holds_where_nobody_chooses(app: Flask, client: FlaskClient) -> None:
    app.config["HOUSE_POLICY"] = Policy.parse("zwsp=normalise")
    answer = client.post("/api/check", json={"text": "မှတ်​ပုံ"})
    assert answer.json["text"] == "မှတ်ပုံ"
    assert '<option value="normalise" selected>' in client.get("/validate").text


def test_markup_in_a_text_stays_text(client: FlaskClient) -> None:
    page = client.get(address(client, "<script>alert(1)</script> ပုိ၍ မြန်မာ")).text
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"text": "  "}, 422),
        ({"text": "က", "zwsp": "burn"}, 422),
        ({"file": (BytesIO(b"PK\x03\x04\x00\xff\xfe"), "a.zip")}, 415),
    ],
)
def test_what_cannot_be_checked_is_refused_with_a_sentence(
    client: FlaskClient, data: dict[str, object], status: int
) -> None:
    answer = client.post("/validate", data=data)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text or "fault" in answer.text


def test_a_text_that_is_gone_is_told_so(client: FlaskClient) -> None:
    assert client.get("/validate/AAAAAAAAAAAAAAAAAAAAAAAA").status_code == 404
    assert client.get("/validate/..%2F..%2Fetc").status_code == 404
    assert client.get(f"/validate/{'A' * 300}").status_code == 404


@pytest.mark.parametrize("name", ["ရေ.tmx", "memory.txt"])
def test_a_memory_is_judged_by_what_tools_trip_over(client: FlaskClient, name: str) -> None:
    content = (HEAD + tu("One.", "", "u7") + TAIL).encode()
    answer = client.post("/validate", data={"file": (BytesIO(content), name)})
    page = client.get(answer.location).text
    assert f"Will {name} work?" in page and "OmegaT" in page
    assert "unit u7" in page and "Translate the pair, or leave it out." in page


def test_a_sound_xliff_is_told_to_be_sound(client: FlaskClient) -> None:
    out = BytesIO()
    xliff.write([unit("One.", "တစ်။", "1")], out)
    answer = client.post("/validate", data={"file": (BytesIO(out.getvalue()), "a.xlf")})
    assert "Yes: 1 units" in client.get(answer.location).text
