"""Whoever reads Burmese meets no English: not on a page, in a refusal, in a remark or under the mouse.

What people brought in is written here in words that begin with zq. Any other word of small letters is
ours, and then it must be the name of a thing: a format, a tag, a programme.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.builders import document, unit
from workbench.services import staging_work
from workbench.web.acts import IN_PLACE, MOVING
from workbench.web.current import database

WORD = re.compile(r"(?<![\w.@/<-])[A-Za-z][a-z]+(?![a-z]|[\w.@/:-]*[A-Z\d@/]|\.[a-z])")
NAMES = {
    "Adm", "agreed", "bytes", "checksum", "corpus", "conceptEntry", "dev", "en", "Excel", "Header",
    "header", "hunalign", "id", "jsonl", "manifest", "moses", "msgid", "my", "Myanmar", "News", "none",
    "note", "notes", "Noto", "object", "Off", "Office", "Padauk", "Parquet", "parquet", "regex",
    "Sans", "score", "seed", "status", "string", "tab", "termEntry", "test", "tsv", "tuid", "txt",
    "Word", "xces", "Yahoo", "Yangon", "zawgyi", "Zip", "zip",
}  # fmt: skip
"""Names of formats, tags, columns, rules and fonts, and an example that must be English."""
ALONE = {"br", "img", "input", "hr", "meta", "link", "wbr", "path", "area", "col", "source"}
SPOKEN = {"title", "aria-label", "placeholder", "alt"}
PROJECT = "/projects/zqproject"


class Page(HTMLParser):
    """What a page says outside of texts in English, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: set[str] = set()
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.texts += [given[name] for name in SPOKEN & given.keys()]
        if tag == "a":
            self.links.add(given.get("href", ""))
        if tag not in ALONE:
            silent = tag in ("script", "style", "kbd", "textarea") or given.get("lang") == "en"
            self._open.append((tag, silent or self._silent()))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._silent():
            self.texts.append(" ".join(data.split()))

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def english(answer: TestResponse) -> list[str]:
    """The texts of a page that say an English word."""
    return [text for text in Page(answer.text).texts if any(map(foreign, WORD.findall(text)))]


def foreign(word: str) -> bool:
    return word not in NAMES and not word.lower().startswith("zq")


@pytest.fixture
def reader(app: Flask, client: FlaskClient) -> FlaskClient:
    """A reader of Burmese with a project of five pairs that have much to say about themselves."""
    pairs = (
        unit("Zqa zqb 12.|Zqd.", "တစ်။ ၁၃"),
        unit("Zqc (zqz?", "နှစ်။ Zqq"),
        unit("Zqe.", ""),
        unit("", "သုံး။"),
        unit("Zqg.", "ျမန္မာစာ ေရးသားနည္း"),
        unit("Zqh.", "မာ်် ၁၀ဝ"),
    )
    with app.app_context(), database().transaction() as session:
        document(session, *pairs, project="Zqproject", title="Zqtitle")
    with client.session_transaction() as kept:
        kept["tongue"] = "my"
    client.post(f"{PROJECT}/glossary", data={"source": "zqa", "target": "ကျွဲ"})
    return client


def walk(reader: FlaskClient, *starts: str) -> Iterator[tuple[str, TestResponse]]:
    """Every page that links lead to, one of each kind."""
    waiting, seen = list(starts), set()
    while waiting:
        address = waiting.pop()
        parts = urlsplit(address)
        kind = re.sub(r"\d+", "N", f"{parts.path}?{parts.query.split('back=')[0]}")
        if parts.netloc != "localhost" or parts.path.startswith(("/static", "/api")) or kind in seen:
            continue
        seen.add(kind)
        answer = reader.get(f"{parts.path}?{parts.query}", follow_redirects=True)
        if answer.mimetype == "text/html":
            yield address, answer
            waiting += [urljoin(address, link) for link in Page(answer.text).links]
        answer.close()


def test_no_page_says_english(reader: FlaskClient) -> None:
    for act in ("bookmark", "needs_review", "exclude"):
        reader.post(f"/units/1/{act}", data={"seen": "1"})
    starts = ("/", "/documents/1", "/units/1", "/units/1/beside", "/validate", "/preferences/tokens")
    pages = dict(walk(reader, *(f"http://localhost{start}" for start in starts)))
    assert len(pages) > 30
    assert {address: said for address, page in pages.items() if (said := english(page))} == {}


@pytest.mark.parametrize("act", [*IN_PLACE, *MOVING, "zqact"])
def test_no_act_answers_in_english(reader: FlaskClient, act: str) -> None:
    """Pressed with an empty form, again, and with one that is stale; the desk tells of it after."""
    form = {"seen": "1", "number": "1", "queue": "all", "page": "1"}
    stale = form | {"seen": "0", "source-0": "Zqx.", "target-0": "zqy"}
    htmx = {"HX-Request": "true"}
    answers = [
        answer
        for address in (f"/units/{number}/{act}" for number in (1, 3, 4, 99))
        for answer in (
            reader.post(address, data=form, headers=htmx),
            reader.post(address, data=form, follow_redirects=True),
            reader.post(address, data=stale, headers=htmx),
        )
    ]
    answers.append(reader.post("/documents/1/undo", data={"seen": "1"}, follow_redirects=True))
    answers.append(reader.post("/documents/1/redo", data={"seen": "7"}, headers=htmx))
    assert [text for answer in answers for text in english(answer)] == []


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/validate", {}),
        ("/projects", {"name": ""}),
        ("/projects", {"name": "Zqproject"}),
        ("/preferences/tokens", {}),
        ("/preferences/tokens/88/remove", {}),
        ("/terms/1", {"source": "zqb", "target": "က", "seen": "9"}),
        (f"{PROJECT}/add", {}),
        (f"{PROJECT}/preview", {}),
        (f"{PROJECT}/import/look", {}),
        (f"{PROJECT}/import", {"token": "zq"}),
        (f"{PROJECT}/glossary", {"source": "zqa", "target": "ကျွဲ"}),
        (f"{PROJECT}/glossary", {"source": "zq" * 999, "target": "က"}),
        (f"{PROJECT}/glossary/look", {}),
        (f"{PROJECT}/exceptions", {"text": "zq", "language": "en", "kind": "zq"}),
        (f"{PROJECT}/exceptions", {"text": "Zq", "language": "en", "kind": "abbreviation"}),
        (f"{PROJECT}/exceptions/99/delete", {}),
        ("/documents/1/many", {}),
        ("/documents/1/many", {"act": "confirm", "score": "zq"}),
        ("/documents/1/undo", {"seen": "9"}),
        ("/imports/99/cancel", {}),
        ("/", {}),
    ],
)
def test_no_refusal_is_english(reader: FlaskClient, address: str, form: dict[str, str]) -> None:
    answer = reader.post(address, data=form)
    assert answer.status_code >= 400
    assert english(answer) == []


@pytest.mark.parametrize(
    "address",
    [
        "/zq",
        "/documents/404",
        "/units/404",
        "/terms/404",
        "/imports/404",
        "/projects/zqnone",
        "/validate/zqnone",
        "/documents/1?queue=zq",
        "/documents/1/many?act=replace&words=Zq&by=zqx",
        "/documents/1/many?act=replace&words=Zq&pattern=1&by=\\9",
        "/documents/1/many?act=recut",
        "/documents/1/export.tsv?status=rejected",
        f"{PROJECT}/concordance?words=zq",
        f"{PROJECT}/concordance?words={'zq' * 300}",
        f"{PROJECT}/export/check?status=all",
        f"{PROJECT}/export/file?status=rejected&format=tmx",
        f"{PROJECT}/export/file?format=zq",
        f"{PROJECT}/glossary.zq",
    ],
)
def test_no_answer_is_english(reader: FlaskClient, address: str) -> None:
    assert english(reader.get(address, follow_redirects=True)) == []


MEMORY = f'<?xml version="1.0"?>\n{HEAD}' + (
    tu("Zqa.", "တစ်။", "zq1")
    + tu("Zqb", "ျမန္မာစာ ေရးသားနည္း", "zq1")
    + tu("", "", "zq3")
    + tu("Zq", "", "zq4")
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zq.tmx", f"{MEMORY}{TAIL}"),
        ("zq.tmx", ""),
        ("zq.tsv", "zqa\tzqb\tzqc\nZqa.\tတစ်။\tzq\nZqb\t\t\n\t\t\n"),
        ("zq.tsv", "en\tmy\tstatus\tscore\nZqa.\tတစ်။\tzqs\t9\n\t\t\t\n"),
        ("zq.po", 'msgid "Zqa"\nmsgstr "တစ်"\n\nzqno zqentry\n'),
        ("zq.jsonl", '{"en": "Zq", "my": "တစ်"}\n{"zq": 1}\n{"en": 1, "my": 2}\n'),
        ("zq.xlf", '<xliff version="1.2"><file><body/></file></xliff>'),
        ("zq.zip", "PK\x03\x04zq"),
        ("zq.bin", "\0\1\2"),
    ],
)
def test_no_remark_on_a_file_of_pairs_is_english(reader: FlaskClient, name: str, content: str) -> None:
    for wish in ("update", "whole", "lines", "keep_zawgyi"):
        form = {"file": (BytesIO(content.encode()), name), wish: "1"}
        assert english(reader.post(f"{PROJECT}/import/look", data=form)) == []


def test_no_change_of_a_reviewers_sheet_is_english(reader: FlaskClient) -> None:
    with reader.get("/documents/1/export.tsv?status=all") as answer:
        sheet = answer.text
    changed = sheet.replace("unreviewed", "needs_review").replace("တစ်။", "တစ်ခု။")
    form = {"file": (BytesIO(changed.encode()), "zq.tsv"), "update": "1"}
    page = reader.post(f"{PROJECT}/import/look", data=form)
    assert "တစ်ခု။" in page.text
    assert english(page) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [("zq.csv", "en,my\nzqa,တစ်\n,\nzqx,\n"), ("zq.tbx", "<martif><body/></martif>"), ("zq.bin", "\0\1")],
)
def test_no_remark_on_a_file_of_terms_is_english(reader: FlaskClient, name: str, content: str) -> None:
    form = {"file": (BytesIO(content.encode()), name)}
    assert english(reader.post(f"{PROJECT}/glossary/look", data=form)) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zq.docx", b"PK\x03\x04zq"),
        ("zq.pdf", b"%PDF-1.4 zq"),
        ("zq.docx", b"\x89PNG\r\n"),
        ("zq.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("zq.zip", b"PK\x05\x06" + b"\0" * 18),
        ("zq.html", b"<html></html>"),
        ("zq.pdf", b"Zqa.\n\nzqb\x07 zqc.\n"),
        ("zq.txt", b"Zq \xff\xfe zq"),
    ],
)
@pytest.mark.parametrize("across", ["ျမန္မာစာ ေရးသားနည္း။\n\nမြန်မာ", ""], ids=["two", "one"])
def test_no_remark_on_a_text_is_english(
    reader: FlaskClient, app: Flask, name: str, content: bytes, across: str
) -> None:
    form = {"source": (BytesIO(content), name), "target_text": across}
    address = reader.post(f"{PROJECT}/preview", data=form).headers["Location"]
    with app.app_context():
        staging_work.run(database(), int(address.rsplit("/", 1)[1]))
    assert english(reader.get(address)) == []


def test_nothing_about_the_signs_of_a_text_is_english(reader: FlaskClient) -> None:
    text = "မာ််။\nျမန္မာစာ ေရးသားနည္း\nကု်\nၵႂၢမ်းတႆး\nဂကူမည်ဂှ်\n၁၀ဝ\nZq\nမြန် မာ ။\n"
    address = reader.post("/validate", data={"text": text}).headers["Location"]
    page = reader.get(f"{address}&only=all")
    assert page.text.count('class="line"') == 9
    assert english(page) == []
