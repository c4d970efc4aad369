import pytest
from flask.testing import FlaskClient

CHOICE = {"theme": "dark"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site_writes_nothing(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = client.post("/preferences", data=CHOICE, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text
    assert 'data-theme="auto"' in client.get("/preferences").text


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://localhost"}, {}],
)
def test_a_form_of_ours_writes(client: FlaskClient, headers: dict[str, str]) -> None:
    assert client.post("/preferences", data=CHOICE, headers=headers).status_code == 303
    assert 'data-theme="dark"' in client.get("/preferences").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_a_foreign_name_of_this_machine_finds_nothing(client: FlaskClient, host: str) -> None:
    answer = client.get("/preferences", headers={"Host": host})
    assert answer.status_code == 400
    assert "address it printed" in answer.text


def test_each_page_carries_the_guarding_headers(client: FlaskClient) -> None:
    for address in ("/", "/preferences", "/nothing-here", "/static/tokens.css"):
        with client.get(address) as answer:
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_cookies_stay_with_us(client: FlaskClient) -> None:
    cookie = client.post("/preferences", data=CHOICE).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_pages_hold_no_inline_script_or_style(client: FlaskClient) -> None:
    for address in ("/", "/preferences", "/nothing-here"):
        page = client.get(address).text
        assert "style=" not in page
        assert "<style" not in page
        assert "onclick" not in page
        assert "<script>" not in page


@pytest.mark.parametrize(
    ("site", "dest", "status"),
    [
        ("cross-site", "image", 403),
        ("cross-site", "iframe", 403),
        ("same-site", "empty", 403),
        ("cross-site", "document", 200),
        ("same-origin", "empty", 200),
        ("none", "document", 200),
    ],
)
def test_another_site_may_lead_here_but_hold_nothing_of_ours(
    client: FlaskClient, site: str, dest: str, status: int
) -> None:
    answer = client.get("/", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Dest": dest})
    assert answer.status_code == status
