import pytest

from workbench.errors import UnreadableText
from workbench.text.decoding import decode

GREETING = "မင်္ဂလာပါ။ Hello, 2021.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_each_unicode_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(GREETING.encode(encoding))[0] == GREETING


def test_a_stray_byte_is_named_with_its_place_and_line() -> None:
    with pytest.raises(UnreadableText, match=r"byte 6 \(0x92, line 2\)"):
        decode(b"first\n\x92second")


def test_a_binary_file_is_refused_by_its_first_nul() -> None:
    with pytest.raises(UnreadableText, match="byte 3 is NUL"):
        decode(b"PK\x03\x00ordinary letters follow here")


def test_no_bytes_are_an_empty_text() -> None:
    assert decode(b"") == ("", "utf-8")
