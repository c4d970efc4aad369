import pytest
from flask.testing import FlaskClient


def test_what_was_chosen_stands_on_each_page(client: FlaskClient) -> None:
    client.post(
        "/preferences", data={"tongue": "my", "theme": "contrast", "font": "padauk", "size": "large"}
    )
    page = client.get("/").text
    for choice in ('lang="my"', 'data-theme="contrast"', 'data-font="padauk"', 'data-size="large"'):
        assert choice in page[: page.index("<head>")]


def test_a_choice_that_is_none_of_ours_is_left_out(client: FlaskClient) -> None:
    client.post("/preferences", data={"theme": '"><script>'})
    assert 'data-theme="auto"' in client.get("/").text


def test_a_name_is_shown_as_text(client: FlaskClient) -> None:
    client.post("/preferences", data={"name": "  Daw  <b>Hla</b> "})
    assert 'value="Daw &lt;b&gt;Hla&lt;/b&gt;"' in client.get("/preferences").text


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/\r\nX-Evil: yes"],
)
def test_the_way_back_stays_in_the_workbench(client: FlaskClient, address: str) -> None:
    answer = client.post("/preferences", data={"back": address})
    assert answer.headers["Location"] == "/"


def test_the_way_back_keeps_the_place(client: FlaskClient) -> None:
    answer = client.post("/preferences", data={"back": "/documents/3?queue=all#unit-7"})
    assert answer.headers["Location"] == "/documents/3?queue=all#unit-7"


def test_the_samples_are_called_samples(client: FlaskClient) -> None:
    for name in ("Open letter on the libraries", "Our own"):
        client.post("/projects", data={"name": name})
    page = client.get("/").text
    assert page.count("a sample") == 1
