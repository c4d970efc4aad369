"""What the floors below say is told in the reader's language."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask, session
from flask.testing import FlaskClient

import workbench
from workbench.bitext.checks import Level, PairFinding
from workbench.services.samples import load_samples
from workbench.storage.tables import Document
from workbench.text.findings import RULES
from workbench.web.current import database
from workbench.web.spoken import NESTED, NUMBERED, spoken
from workbench.web.telling import told

ROOT = Path(workbench.__file__).parent
PLACE = re.compile(r"%\((\w+)\)s")
BURMESE = re.compile(r"[\u1000-\u109f]")


@pytest.fixture
def burmese() -> Iterator[None]:
    app = Flask(__name__)
    app.secret_key = "of this test"
    with app.test_request_context():
        session["tongue"] = "my"
        yield


def said(path: Path) -> Iterator[str]:
    """Every sentence that a module says."""
    for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "say":
            [sentence] = each.args
            assert isinstance(sentence, ast.Constant)
            yield str(sentence.value)


SAID = sorted({sentence for path in ROOT.rglob("*.py") for sentence in said(path)})


@pytest.mark.usefixtures("burmese")
@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_said_in_burmese(code: str) -> None:
    message = RULES[code].message
    assert spoken(message) != message


@pytest.mark.usefixtures("burmese")
@pytest.mark.parametrize("sentence", SAID)
def test_every_sentence_is_found_again_with_its_values(sentence: str) -> None:
    message = PLACE.sub(lambda place: value(place[1]), sentence)
    heard = spoken(message.replace("%%", "%"))
    assert heard != message
    assert BURMESE.search(heard)
    for place in set(PLACE.findall(sentence)) - NESTED:
        assert ("၇" if place in NUMBERED else value(place)) in heard


def value(place: str) -> str:
    """Something that may stand in a place."""
    return "source" if place in NESTED else "7" if place in NUMBERED else f"q{place}z"


@pytest.mark.usefixtures("burmese")
def test_values_are_put_back_as_the_reader_writes_them() -> None:
    assert spoken("The numbers agree: 12, 2021.") == "ဂဏန်းများ ကိုက်ညီသည် - ၁၂, ၂၀၂၁။"
    assert spoken("No translation was found for this.") == "ဤစာအတွက် ဘာသာပြန် မတွေ့ပါ။"
    assert spoken("Found on both sides: H1N1.").endswith("H1N1။")
    assert spoken("Line 3, unit u7: The target is empty.").startswith("စာကြောင်း ၃၊ အတွဲ u7 - ဘာသာပြန်")
    assert spoken("en.docx, line 3: There is no text in this file.").startswith("en.docx၊ စာကြောင်း ၃ - ")
    again = "zq.tmx came in already, as the document 'zq' on 01 May 2026. Import it again only if"
    assert "၁ မေ ၂၀၂၆" in spoken(f"{again} you want its pairs twice.")
    damaged = "The file is damaged or was cut short: its end is missing. Copy or download it again."
    assert spoken(f"English: {damaged}") == f"အင်္ဂလိပ် - {spoken(damaged)}"
    for foreign in ("A sentence of somebody else.", "Expecting value: line 1 column 1 (char 0)", "a, b"):
        assert spoken(foreign) == foreign
    assert spoken("Line 1: " * 200)
    assert spoken(", " * 900)


def test_in_english_a_message_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context():
        assert spoken("The numbers agree: 12.") == "The numbers agree: 12."


@pytest.mark.usefixtures("burmese")
def test_a_finding_without_words_of_its_own_is_spoken() -> None:
    said = told(PairFinding("my-047", Level.WARNING, RULES["047"].message))
    assert said == spoken(RULES["047"].message) != RULES["047"].message


class Chips(HTMLParser):
    """The text of each chip of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open:
            self._open += 1
        elif "chip" in (dict(attrs).get("class") or "").split():
            self._open = 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = max(0, self._open - 1)

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[-1] += data


def test_the_desk_of_each_sample_is_burmese(app: Flask, client: FlaskClient) -> None:
    with client.session_transaction() as kept:
        kept["tongue"] = "my"
    with app.app_context():
        load_samples(database())
        with database().reading() as store:
            documents = [each.id for each in store.query(Document)]
    assert documents
    for each in documents:
        chips = Chips(client.get(f"/documents/{each}").text).texts
        assert len(chips) > 10
        assert [text for text in chips if re.search(r"[a-z]+ [a-z]+ [a-z]+", text)] == []
        bare = [text for text in chips if re.search("[a-z]", text) and not BURMESE.search(text)]
        assert bare == []


def test_a_fault_is_told_in_burmese(client: FlaskClient) -> None:
    with client.session_transaction() as kept:
        kept["tongue"] = "my"
    assert "စာတမ်း ၄၀၄ မရှိပါ။" in client.get("/documents/404").text
