import pytest
from flask.testing import FlaskClient

TEXT = "မြန်မာစာ\nျမန္မာစာ\nရှေ့သို့ ပုိ၍"


def test_detect_gives_each_line_its_verdict_and_evidence(client: FlaskClient) -> None:
    lines = client.post("/api/detect", json={"text": TEXT}).json["lines"]
    assert [line["verdict"] for line in lines] == ["unicode", "zawgyi", "unicode"]
    assert "ျ before its consonant in one place" in lines[1]["evidence"]


def test_convert_gives_the_text_and_the_lines_it_changed(client: FlaskClient) -> None:
    answer = client.post("/api/convert", json={"text": TEXT}).json
    assert answer == {"text": "မြန်မာစာ\nမြန်မာစာ\nရှေ့သို့ ပုိ၍", "converted": [2]}


def test_check_gives_findings_and_the_text_put_right(client: FlaskClient) -> None:
    answer = client.post("/api/check", json={"text": TEXT, "policy": {"zwsp": "leave"}}).json
    assert [(row["line"], row["column"], row["code"], row["fix"]) for row in answer["findings"]] == [
        (2, 1, "040", "မြန်မာစာ"), (3, 11, "004", "ို"),
    ]  # fmt: skip
    assert answer["text"] == "မြန်မာစာ\nမြန်မာစာ\nရှေ့သို့ ပို၍"


def test_nesting_without_end_is_refused_with_a_sentence(client: FlaskClient) -> None:
    answer = client.post("/api/check", data="[" * 100_000, content_type="application/json")
    assert (answer.status_code, list(answer.json)) == (422, ["error"])


@pytest.mark.parametrize(
    "asked",
    [None, [], {}, {"text": 1}, {"text": "က", "policy": []}, {"text": "က", "policy": {"zwsp": "burn"}}],
)
def test_another_shape_is_refused_with_a_sentence(client: FlaskClient, asked: object) -> None:
    answer = client.post("/api/check", json=asked)
    assert answer.status_code == 422
    assert answer.json["error"].endswith(".")


def test_the_description_names_every_address_and_every_field_of_an_answer(client: FlaskClient) -> None:
    paths = client.get("/api/openapi.json").json["paths"]
    for address in ("/api/detect", "/api/convert", "/api/check"):
        path = paths[address]
        answer = client.post(address, json={"text": TEXT})
        schema = path["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(answer.json) == set(schema["properties"])
        for name, value in answer.json.items():
            items = schema["properties"][name].get("items", {})
            if "properties" in items:
                assert set(value[0]) == set(items["properties"])
