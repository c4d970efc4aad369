import pytest

from workbench.errors import BadFile, TooLong, UnreadableText
from workbench.files import open_file, opening
from workbench.files.sniffing import sniff

PDF = b"%PDF-1.7\n"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "letter.docx", "pdf"),
        (b"{\\rtf1 hello}", "letter.txt", "rtf"),
        (b"<!DOCTYPE html><p>x", "page", "html"),
        (b"\xef\xbb\xbf<html lang='my'>", "page.txt", "html"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "film.txt", "vtt"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "film", "srt"),
        ("WEBVTT".encode("utf-16"), "film", "vtt"),
        (b"a\tb", "table.TAB", "tsv"),
        (b"plain", "notes.docx", "txt"),
        (b"", "empty", "txt"),
    ],
)
def test_content_decides_before_the_name(content: bytes, name: str, kind: str) -> None:
    assert sniff(content, name) == kind


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0", UnreadableText, "a picture (PNG)"),
        (b"PK\x03\x04 and then nothing", BadFile, "cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", UnreadableText, "save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            UnreadableText,
            "password",
        ),
    ],
)
def test_what_cannot_be_opened_says_what_it_is(
    content: bytes, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words.replace("(", r"\(").replace(")", r"\)")):
        open_file(content, "statement.docx")


def test_a_text_under_a_wrong_name_is_read_and_remarked() -> None:
    opened = open_file(b"A heading\n\nA sentence.", "statement.docx")
    assert [block.text for block in opened.blocks] == ["A heading", "A sentence."]
    assert [remark.code for remark in opened.remarks] == ["misnamed"]


def test_zawgyi_is_converted_and_remarked_with_its_line() -> None:
    opened = open_file("Title\n\nျမန္မာစာ".encode(), "a.txt")
    assert opened.blocks[-1].text == "မြန်မာစာ"
    assert str(opened.remarks[0]).startswith("line 3: ")


def test_a_file_too_long_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    with pytest.raises(TooLong, match="Cut it into parts"):
        open_file(b"01234567890", "a.txt")
