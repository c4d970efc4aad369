import re

from flask.testing import FlaskClient

FORM = {"editor": "Daw <b>Hla</b>", "purpose": "nightly export"}


def made(client: FlaskClient) -> str:
    page = client.post("/preferences/tokens", data=FORM).text
    found = re.search(r'value="(workbench_[\w-]{43})"', page)
    assert found
    return found[1]


def test_a_token_is_shown_once(client: FlaskClient) -> None:
    secret = made(client)
    answer = client.get("/preferences/tokens")
    assert secret not in answer.text and "nightly export" in answer.text
    assert "Daw &lt;b&gt;Hla&lt;/b&gt;" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_token_is_taken_away(client: FlaskClient) -> None:
    made(client)
    page = client.get("/preferences/tokens").text
    (way,) = re.findall(r'action="(/preferences/tokens/\d+/remove)"', page)
    assert client.post(way).status_code == 303
    assert "nightly export" not in client.get("/preferences/tokens").text
    assert client.post(way).status_code == 404


def test_another_site_makes_no_token(client: FlaskClient) -> None:
    answer = client.post("/preferences/tokens", data=FORM, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "nightly export" not in client.get("/preferences/tokens").text


def test_the_settings_lead_to_the_tokens(client: FlaskClient) -> None:
    assert 'href="/preferences/tokens"' in client.get("/preferences").text
