"""What the floors below say is told in the reader's language; no sentence is listed that nobody says."""

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
from workbench.web.sentences import SENTENCES
from workbench.web.spoken import NESTED, spoken
from workbench.web.telling import told

ROOT = Path(workbench.__file__).parent
PLACE = re.compile(r"%\((\w+)\)s")
BURMESE = re.compile(r"[\u1000-\u109f]")
HOLE = "\0"

ALL_SAID = ("services",)
"""Where every whole sentence must be known; of the rest, those that people meet most are."""


@pytest.fixture
def burmese() -> Iterator[None]:
    app = Flask(__name__)
    app.secret_key = "of this test"
    with app.test_request_context():
        session["tongue"] = "my"
        yield


def written(path: Path) -> Iterator[str]:
    """Every string of a module that is no docstring, with a hole where a value goes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    aside = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    joined = [each for each in ast.walk(tree) if isinstance(each, ast.JoinedStr)]
    aside |= {id(piece) for each in joined for piece in each.values}
    for each in joined:
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else HOLE for one in each.values)
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in aside:
            yield each.value


def modules(*places: str) -> list[Path]:
    paths = [ROOT / place for place in places]
    return sorted(each for path in paths for each in (path.rglob("*.py") if path.is_dir() else [path]))


def said(path: Path) -> Iterator[str]:
    """Every sentence that a module says."""
    for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "say":
            yield each.args[0].value  # type: ignore[attr-defined]


SAID = sorted({sentence for path in modules(".") for sentence in said(path)})


def whole_sentence(text: str) -> bool:
    words = [each for each in text.split() if HOLE not in each]
    return text.endswith(".") and len(words) > 2 and text[0] in HOLE + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.usefixtures("burmese")
@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_said_in_burmese(code: str) -> None:
    message = RULES[code].message
    assert spoken(message) != message


@pytest.mark.usefixtures("burmese")
@pytest.mark.parametrize("sentence", [*SENTENCES, *SAID])
def test_every_sentence_is_found_again_with_its_values(sentence: str) -> None:
    message = PLACE.sub(lambda place: "source" if place[1] in NESTED else f"q{place[1]}z", sentence)
    heard = spoken(message.replace("%%", "%"))
    assert heard != message
    assert BURMESE.search(heard)
    for place in set(PLACE.findall(sentence)) - NESTED:
        assert f"q{place}z" in heard


def test_every_sentence_is_written_on_a_floor_below() -> None:
    texts = {text for path in modules(".") for text in written(path) if path.name != "sentences.py"}
    shapes = [re.compile(".*".join(map(re.escape, text.split(HOLE))), re.DOTALL) for text in texts]
    known = [shape for shape in shapes if len(shape.pattern.replace(".*", "").strip()) > 2]
    idle = [each for each in SENTENCES if not any(shape.fullmatch(each) for shape in known)]
    assert idle == []


@pytest.mark.usefixtures("burmese")
@pytest.mark.parametrize("path", modules(*ALL_SAID), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_of_a_floor_is_known(path: Path) -> None:
    messages = [text.replace(HOLE, "7") for text in written(path) if whole_sentence(text)]
    unknown = [each for each in messages if spoken(each) == each]
    assert unknown == [], "list them in web/sentences.py, then make words"


@pytest.mark.usefixtures("burmese")
def test_values_are_put_back_as_the_reader_writes_them() -> None:
    assert spoken("The numbers agree: 12, 2021.") == "ဂဏန်းများ ကိုက်ညီသည် - ၁၂, ၂၀၂၁။"
    assert spoken("No translation was found for this.") == "ဤစာအတွက် ဘာသာပြန် မတွေ့ပါ။"
    assert spoken("Found on both sides: H1N1.").endswith("H1N1။")
    assert spoken("Line 3, unit u7: The target is empty.").startswith("စာကြောင်း ၃၊ အတွဲ u7 - ဘာသာပြန်")
    assert spoken("A sentence of somebody else.") == "A sentence of somebody else."
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
