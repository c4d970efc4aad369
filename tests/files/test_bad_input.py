"""Hostile and broken files: one clear sentence each, in bounded time and memory."""

import struct

import pytest

from tests.files.makers import (
    docx,
    locked_odt,
    locked_office,
    paragraph,
    part,
    pdf,
    table,
    zipped,
)
from workbench.errors import BadFile, TooLong, UnreadableText, WorkbenchError
from workbench.files import archives, markup, open_file, programs
from workbench.files.archives import shown

DEEP = "<w:tbl><w:tr><w:tc>" * 10_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 10_000
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
LOCKED = "/Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">"


def lying(content: bytes) -> bytes:
    """A zip whose directory declares a size of ten bytes for its last file."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<I", 10) + content[at + 28 :]


def encrypted() -> bytes:
    whole = pdf("secret")
    trailer = b"/Root 1 0 R/ID[<41><41>]/Encrypt<<" + LOCKED.encode() + b">>"
    return whole.replace(b"/Root 1 0 R", trailer)


def password(content: bytes) -> bytes:
    """A zip whose entries say that they are encrypted."""
    marked = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    return marked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


BAD: dict[str, tuple[bytes, str, type[WorkbenchError], str]] = {
    "truncated docx": (docx(paragraph("x"))[:-50], "a.docx", BadFile, "cut short"),
    "corrupted docx": (
        docx(paragraph("x")).replace(b"document.xml", b"documxnt.xml", 1), "a.docx", BadFile, "damaged",
    ),
    "locked docx": (password(docx(paragraph("x"))), "a.docx", BadFile, "password"),
    "locked by Word": (locked_office(), "a.docx", UnreadableText, "password"),
    "locked by Excel": (locked_office(), "a.xlsx", UnreadableText, "password"),
    "locked odt": (locked_odt(), "a.odt", BadFile, "password"),
    "spreadsheet of LibreOffice": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        "a.ods", UnreadableText, "Save it as .xlsx",
    ),
    "locked pdf": (encrypted(), "a.pdf", BadFile, "password"),
    "bomb": (
        zipped({"[Content_Types].xml": "", "word/document.xml": bytes(archives.MOST_MARKUP + 1)}),
        "a.docx", TooLong, "more than the workbench unpacks",
    ),
    "lying bomb": (
        lying(zipped({"[Content_Types].xml": "", "word/document.xml": bytes(50_000_000)})),
        "a.docx", BadFile, "damaged",
    ),
    "too many": (
        zipped({"[Content_Types].xml": "", **{f"word/{n}": "" for n in range(archives.MOST_FILES)}}),
        "a.docx", TooLong, "files",
    ),
    "entities": (docx(settings=ENTITIES), "a.docx", BadFile, "declares XML entities"),
    "10,000 nested tables": (docx(DEEP), "a.docx", BadFile, "inside one another"),
    "nested page": (b"<html>" + b"<div>" * 10_000 + b"x", "a.html", BadFile, "inside one another"),
    "broken xml": (docx(document="<w:document>"), "a.docx", BadFile, "damaged"),
    "broken rtf": (b"{\\rtf1 {{{", "a.rtf", BadFile, "save it again"),
    "broken workbook": (
        zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<x"}), "a.xlsx", BadFile, "damaged",
    ),
    "broken e-book": (zipped({"mimetype": "application/epub+zip"}), "a.epub", BadFile, "cannot be read"),
    "broken catalogue": (b'msgid "a\nmsgstr', "a.po", BadFile, "gettext"),
    "endless cell": (b'"' + b"a" * 11_000_000, "a.csv", BadFile, "table"),
    "no text": (b"abc\x00def", "a.txt", UnreadableText, "byte 3"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "name", "error", "words"), BAD.values(), ids=BAD.keys())
def test_one_clear_sentence(content: bytes, name: str, error: type[WorkbenchError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        open_file(content, name)
    sentence = str(caught.value)
    assert 20 < len(sentence) < 400 and sentence.isprintable() and sentence.endswith(".")


def test_what_is_long_is_not_dropped() -> None:
    """An XML reader drops a text node of more than ten million characters unless told not to."""
    words = "word " * 2_100_000
    assert words.encode() in markup.prepared(f"<html><p>{words}</p></html>".encode())[0]


def test_a_nested_table_keeps_all_its_words() -> None:
    inner = table((paragraph("inner one"), paragraph("inner two")))
    opened = open_file(docx(table((paragraph("outer") + inner + paragraph("after"),))), "a.docx")
    assert [block.text for block in opened.blocks] == ["outer", "inner one", "inner two", "after"]


def test_an_empty_file_says_so() -> None:
    for content, name in ((b"", "a.txt"), (docx(), "a.docx"), (docx(header1=part("hdr")), "a.docx")):
        assert [each.code for each in open_file(content, name).remarks] == ["empty"]


def test_a_programme_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooLong, match="was stopped"):
        programs.run(["sleep", "60"], b"", seconds=1)


def test_a_programme_sees_nothing_of_us_and_leaves_nothing_behind() -> None:
    folder, *rest = programs.run(["sh", "-c", "pwd; ls; env"], b"").decode().splitlines()
    assert "workbench-" in folder
    assert not any(line.startswith(("WORKBENCH", "PYTHONPATH")) for line in rest)
    with pytest.raises(BadFile):
        programs.run(["ls", folder], b"")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\letter.docx", "letter.docx"),
        ("a\nb\u202egpj.exe\x1b[2J", "abgpj.exe[2J"),
        ("၁။ စာ.docx", "၁။ စာ.docx"),
        ("", "unnamed"),
    ],
)
def test_a_name_is_shown_without_what_could_deceive(name: str, safe: str) -> None:
    assert shown(name) == safe
