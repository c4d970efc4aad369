"""The API as a program meets it: with a token, by its description, whatever it sends."""

import io
import zipfile
from contextlib import closing
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from werkzeug.test import TestResponse

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.builders import document, unit
from workbench.bitext.formats import FORMATS
from workbench.services import tokens
from workbench.storage.tables import Change, Unit
from workbench.web.current import database
from workbench.web.openapi import DESCRIPTION

MEMORY = f'<?xml version="1.0"?>\n{HEAD}{tu("River.", "မြစ်။", "r1")}{tu("Rain.", "မိုး။", "r2")}{TAIL}'
TEXTS = ("One day.\nTwo days passed.\n", "တစ်နေ့။\nနှစ်ရက် ကြာသည်။\n")


class Program:
    """A client that carries a token."""

    def __init__(self, app: Flask) -> None:
        self.app, self.client = app, app.test_client()
        with app.app_context(), database().transaction() as session:
            self.token, secret = tokens.add_token(session, "Daw Hla")
            pairs = (unit(f"Day {n}.", f"နေ့ {n}။", score=n / 10) for n in range(1, 8))
            self.document = document(session, *pairs).id
        self.headers = {"Authorization": f"Bearer {secret}"}

    def get(self, address: str, **query: Any) -> TestResponse:
        return self.client.get(f"/api{address}", headers=self.headers, query_string=query, buffered=True)

    def post(self, address: str, **sent: Any) -> TestResponse:
        return self.client.post(f"/api{address}", headers=self.headers, **sent)

    def send(self, address: str, *contents: str, name: str = "memory.tmx", **form: str) -> TestResponse:
        files = [(io.BytesIO(each.encode()), name) for each in contents]
        return self.post(address, data={"file": files, **form})


@pytest.fixture
def program(app: Flask) -> Program:
    return Program(app)


def test_a_parameter_without_a_name_is_refused(program: Program) -> None:
    answer = program.get(f"/documents/{program.document}/units", **{"": "false"})
    assert answer.status_code == 422 and "has no name" in answer.json["error"]


def test_without_a_token_there_is_a_sentence(client: FlaskClient) -> None:
    for address, path in DESCRIPTION["paths"].items():
        for method in path.keys() - {"parameters"}:
            if path[method]["security"]:
                place = address.format(slug="samples", id=1, ending="tmx")
                answer = client.open(place, method=method.upper())
                assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
                assert answer.json["error"].startswith("Send a token")


@pytest.mark.parametrize("given", ["Bearer", "Bearer workbench_x", "Basic YTpi", "Bearer \x80"])
def test_another_token_is_refused(program: Program, given: str) -> None:
    assert program.client.get("/api/projects", headers={"Authorization": given}).status_code == 401


def test_a_token_that_was_taken_away_is_refused(program: Program) -> None:
    assert program.get("/projects").status_code == 200
    program.client.post(f"/preferences/tokens/{program.token.id}/remove")
    assert program.get("/projects").status_code == 401


def test_a_token_needs_no_page_of_ours_and_opens_no_page(program: Program) -> None:
    program.headers["Origin"] = "https://elsewhere.example"
    assert program.post("/projects", json={"name": "Days"}).status_code == 201
    asked = {"headers": program.headers, "data": {"name": "Nights"}}
    assert program.client.post("/projects", **asked).status_code == 403


def test_columns_are_told_and_can_be_chosen_by_a_program(program: Program) -> None:
    table = "old\tnew\tmy\nA.\tOne.\tတစ်။\n"
    form = {"columns": "2,3", "dry_run": "true"}
    (found,) = program.send("/projects/samples/import", table, name="t.tsv", **form).json["documents"]
    assert (found["columns"], found["preview"][0]["source"]) == ("source 2 (en), target 3 (my)", "One.")
    wrong = program.send("/projects/samples/import", table, name="t.tsv", columns="2,2")
    assert wrong.status_code == 422 and "columns" in wrong.json["error"]


def test_a_reviewers_sheet_is_shown_and_applied_by_a_program(program: Program) -> None:
    table = program.get("/projects/samples/export.tsv", status="all").text
    edited = table.replace("နေ့ 2။", "ဒုတိယနေ့။")
    asked = program.send("/projects/samples/sheet", edited, name="sheet.tsv", dry_run="true").json
    (found,) = asked["differences"]
    assert (found["field"], found["after"], asked["changed"]) == ("target", "ဒုတိယနေ့။", 0)
    assert program.send("/projects/samples/sheet", edited, name="sheet.tsv").json["changed"] == 1
    units = program.get(f"/documents/{program.document}/units").json["units"]
    assert units[1]["target"] == "ဒုတိယနေ့။"
    other = program.send("/projects/samples/sheet", MEMORY)
    assert other.status_code == 422 and "No row has the id" in other.json["error"]


def test_what_goes_out_is_chosen_in_the_words_of_the_description(program: Program) -> None:
    def lines(**query: Any) -> list[str]:
        answer = program.get("/projects/samples/export.source.txt", **query)
        assert answer.status_code == 200, answer.text
        return answer.text.split("\n\n")

    assert len(lines(status="all")) == 7
    assert len(lines(status=["unreviewed", "confirmed"], min_score=0.5)) == 3
    assert lines(status="all", languages="my:en")[0].startswith("နေ့ 1။")
    assert len(lines(status="all", kind="paragraph", blocks="1", longest=6)) == 7
    for wrong in ({"status": "done"}, {"blocks": "x"}, {"languages": "en"}, {"without": "texts"}):
        answer = program.get("/projects/samples/export.tmx", **wrong)
        assert answer.status_code == 422 and next(iter(wrong)) in answer.json["error"]


def test_a_project_is_made_and_shown(program: Program) -> None:
    made = program.post("/projects", json={"name": "Old Days"})
    assert (made.status_code, made.json["slug"]) == (201, "old-days")
    assert [each["slug"] for each in program.get("/projects").json["projects"]] == [
        "old-days",
        "samples",
    ]
    (shown,) = program.get("/projects/samples").json["documents"]
    assert (shown["id"], shown["units"], shown["target_language"]) == (program.document, 7, "my")
    again = program.post("/projects", json={"name": "Old Days"})
    assert (again.status_code, "already" in again.json["error"]) == (422, True)


@pytest.mark.parametrize("body", ["", "[]", '{"name": 1}', '{"name": " "}', "[" * 100_000])
def test_a_body_that_cannot_be_is_refused(program: Program, body: str) -> None:
    answer = program.post("/projects", data=body, content_type="application/json")
    assert answer.status_code == 422 and answer.json["error"].endswith(".")


def test_units_come_in_stretches_without_gap_or_repeat(program: Program) -> None:
    seen: list[str] = []
    query: dict[str, Any] = {"limit": 3}
    while True:
        answer = program.get(f"/documents/{program.document}/units", **query).json
        seen += [each["source"] for each in answer["units"]]
        if answer["next"] is None:
            break
        query["after"] = answer["next"]
    assert seen == [f"Day {n}." for n in range(1, 8)]


def test_units_are_chosen_by_status_and_score(program: Program) -> None:
    with program.app.app_context(), database().transaction() as session:
        found = session.query(Unit).order_by(Unit.rank).all()
        found[5].status, found[1].status, found[6].score = "confirmed", "confirmed", None
    address = f"/documents/{program.document}/units"

    def chosen(**query: Any) -> list[str]:
        return [each["source"] for each in program.get(address, **query).json["units"]]

    assert chosen(status="confirmed") == ["Day 2.", "Day 6."]
    assert chosen(min_score=0.6) == ["Day 6.", "Day 7."]
    assert chosen(min_score=0.6, status="confirmed") == ["Day 6."]


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"}, {"limit": "1001"}, {"limit": "١"}, {"after": "-1"}, {"status": "done"},
        {"min_score": "nan"}, {"min_score": "2"}, {"after": "9" * 30}, {"limit": "9" * 5000},
    ],
)  # fmt: skip
def test_a_parameter_that_cannot_be_is_named(program: Program, query: dict[str, str]) -> None:
    answer = program.get(f"/documents/{program.document}/units", **query)
    assert answer.status_code == 422 and len(answer.json["error"]) > 20


def test_a_unit_of_another_document_is_no_place_to_go_on_from(program: Program) -> None:
    with program.app.app_context(), database().transaction() as session:
        other = document(session, unit("Elsewhere.", "အခြား။")).id
        (strange,) = session.query(Unit.id).where(Unit.document_id == other).one()
    answer = program.get(f"/documents/{program.document}/units", after=strange)
    assert answer.status_code == 404


def test_a_dry_run_keeps_nothing_and_the_import_says_who_did_it(program: Program) -> None:
    dry = program.send("/projects/samples/import", MEMORY, dry_run="true")
    (would,) = dry.json["documents"]
    assert (dry.status_code, would["id"], would["units"]) == (200, None, 2)
    assert would["preview"][0]["target"] == "မြစ်။"
    assert len(program.get("/projects/samples").json["documents"]) == 1
    made = program.send("/projects/samples/import", MEMORY, title="Weather")
    (kept,) = made.json["documents"]
    assert (made.status_code, kept["title"]) == (201, "Weather")
    with program.app.app_context(), database().reading() as session:
        (act,) = session.query(Change).filter_by(document_id=kept["id"])
        assert (act.kind, act.editor) == ("import", "Daw Hla")
    again = program.send("/projects/samples/import", MEMORY)
    assert (again.status_code, "came in already" in again.json["error"]) == (422, True)
    assert program.send("/projects/samples/import", MEMORY, again="true").status_code == 201


def test_two_texts_are_aligned(program: Program) -> None:
    (kept,) = program.send("/projects/samples/import", *TEXTS, name="days.txt").json["documents"]
    assert (kept["format"], kept["units"]) == ("aligned", 2)
    answer = program.get(f"/documents/{kept['id']}/units").json
    assert [each["target"] for each in answer["units"]] == ["တစ်နေ့။", "နှစ်ရက် ကြာသည်။"]


def test_a_file_that_cannot_be_read_leaves_nothing(program: Program) -> None:
    assert program.send("/projects/samples/import", "<tmx", name="x.tmx").status_code == 422
    assert program.post("/projects/samples/import", data={"title": "no file"}).status_code == 422
    assert len(program.get("/projects/samples").json["documents"]) == 1


@pytest.mark.parametrize("ending", FORMATS)
def test_what_goes_out_is_what_the_pages_give(program: Program, ending: str) -> None:
    ours = program.get(f"/projects/samples/export.{ending}", status="all", min_score=0.3)
    page = f"/projects/samples/export/file?format={ending}&status=all&min_score=0.3"
    theirs = program.client.get(page, buffered=True)
    assert ours.status_code == 200 and ours.data == theirs.data
    program.headers |= {"Range": "bytes=10-", "If-Range": ours.headers["ETag"]}
    rest = program.get(f"/projects/samples/export.{ending}", status="all", min_score=0.3)
    assert (rest.status_code, rest.data) == (206, ours.data[10:])


def test_an_export_of_nothing_or_of_no_format_is_refused(program: Program) -> None:
    assert program.get("/projects/samples/export.tmx").status_code == 409
    assert program.get("/projects/samples/export.exe").status_code == 404


def test_a_corpus_comes_as_a_zip(program: Program) -> None:
    query = {"status": "all", "licence": "cc-by-4.0", "format": ["jsonl", "moses"], "dev": 0, "test": 0}
    answer = program.get("/projects/samples/release.zip", **query)
    with zipfile.ZipFile(io.BytesIO(answer.data)) as corpus:
        assert {"README.md", "manifest.json", "train.jsonl", "train.en"} <= set(corpus.namelist())
        assert "cc-by-4.0" in corpus.read("README.md").decode()
    assert program.get("/projects/samples/release.zip", **query).data == answer.data
    assert program.get("/projects/samples/release.zip").status_code == 409
    refused = program.get("/projects/samples/release.zip", format="exe")
    assert (refused.status_code, "moses" in refused.json["error"]) == (422, True)


def test_a_memory_is_judged(program: Program) -> None:
    judged = program.send("/validate", MEMORY.replace("River.", "Ri\x0bver.")).json
    assert (judged["valid"], judged["problems"][0]["level"]) == (False, "error")
    assert program.send("/validate", "a text", name="a.txt").status_code == 422


def test_what_is_not_there_is_told_in_json(program: Program) -> None:
    for answer in (
        program.get("/nothing"),
        program.post("/projects/samples"),
        program.get("/projects/x"),
    ):
        assert answer.status_code in (404, 405) and answer.json["error"]


def test_the_description_names_every_address_of_the_api(app: Flask) -> None:
    served = {
        (rule.rule.replace("<int:document_id>", "<id>").replace("<", "{").replace(">", "}"), method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/") and rule.endpoint != "openapi.description"
    }
    told = {
        (address, method.upper())
        for address, path in DESCRIPTION["paths"].items()
        for method in sorted(path.keys() - {"parameters"})
    }
    assert served == told


def closed(app: Flask) -> Any:
    """The application for a client that closes no answer: each is read whole and closed."""

    def answer(environ: Any, start: Any) -> list[bytes]:
        with closing(app(environ, start)) as pieces:
            return list(pieces)

    return answer


OPERATIONS = [
    (address, method)
    for address, path in DESCRIPTION["paths"].items()
    for method in sorted(path.keys() - {"parameters"})
]


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
@pytest.mark.parametrize("address, method", OPERATIONS)
def test_the_description_is_true(
    program: Program, address: str, method: str, mode: schemathesis.GenerationMode
) -> None:
    """All checks but one: no schema can say which file is a good one, or which name is taken."""
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", closed(program.app))
    cases = schema[address][method].as_strategy(generation_mode=mode)

    @given(case=cases)
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(case: schemathesis.Case) -> None:
        if mode.is_positive:  # so that what is asked for is there
            there = {"slug": "samples", "id": program.document}
            case.path_parameters |= {name: there[name] for name in case.path_parameters.keys() & there}
        case.call_and_validate(headers=program.headers, excluded_checks=[positive_data_acceptance])

    holds()


def test_nesting_without_end_is_refused_with_a_sentence(program: Program) -> None:
    answer = program.post("/projects", data="[" * 100_000, content_type="application/json")
    assert (answer.status_code, list(answer.json)) == (422, ["error"])
