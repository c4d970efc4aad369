from flask import Flask
from flask.testing import FlaskClient


def test_a_missing_page_says_so(client: FlaskClient) -> None:
    answer = client.get("/nothing-here")
    assert answer.status_code == 404
    assert "nothing at this address" in answer.text


def test_htmx_gets_the_fault_as_a_piece_with_a_place_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/nothing-here", headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="fault"')
    assert answer.headers["HX-Retarget"] == "#fault"
    assert "HX-Request" in answer.headers["Vary"]


def test_too_much_gets_a_clear_page(client: FlaskClient) -> None:
    answer = client.post("/preferences", data={"name": "x" * 300_000})
    assert answer.status_code == 413
    assert "more than the workbench takes" in answer.text


def test_a_mistake_of_ours_is_logged_and_shows_nothing_of_itself(app: Flask) -> None:
    @app.get("/broken")
    def broken() -> str:
        raise RuntimeError("secret inner words")

    app.logger.disabled = True
    answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert "changed nothing" in answer.text
    assert "secret inner words" not in answer.text
