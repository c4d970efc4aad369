"""Bytes to characters: UTF-8, UTF-16 and UTF-32, with a byte-order mark or without, or a refusal."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from workbench.errors import UnreadableText
from workbench.saying import say

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_TELLTALES = (b"\x00", b"\x10")  # bytes that stand in no UTF-8 text, and in every UTF-16 one of ours


def _utf16_without_bom(raw: bytes) -> str | None:
    """The UTF-16 these bytes look like: most pairs share a byte (00 Latin, 10 Myanmar, 20 signs)."""
    sample = raw[: min(_SAMPLE, len(raw) // 2 * 2)]
    for name, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        telling = sum(map(high.count, (0x00, 0x10, 0x20)))
        if high and telling >= 0.9 * len(high) and sum(map(low.count, (0x00, 0x10))) <= telling / 4:
            return name
    return None


def _encoding(raw: bytes) -> tuple[str, int]:
    """The encoding that the first bytes tell, and the length of the byte-order mark."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name, len(bom)
    telling = any(byte in raw[:_SAMPLE] for byte in _TELLTALES)
    return (telling and _utf16_without_bom(raw)) or "utf-8", 0


def decode(raw: bytes) -> tuple[str, str]:
    """The characters of these bytes and the name of their encoding.

    Refuses with `UnreadableText`, naming the first byte that cannot be read, its place and its line.

    >>> decode("မင်္ဂလာပါ".encode("utf-16-le"))
    ('မင်္ဂလာပါ', 'utf-16-le')
    """
    name, mark = _encoding(raw)
    text, name = decode_as(raw, name, mark)
    if "\0" in text:
        raise _binary(len(text[: text.index("\0")].encode(name)) + mark)
    return text, name


def decode_as(raw: bytes, name: str, mark: int = 0) -> tuple[str, str]:
    """The characters of these bytes, after a mark, in a named encoding; refuses as `decode` does."""
    try:
        return raw[mark:].decode(name), name
    except UnicodeDecodeError as error:
        raise _unreadable(raw, name, mark + error.start) from error


@dataclass(frozen=True, slots=True)
class TextLines:
    """A file's lines as they are read, each with its line end, and how the file was encoded."""

    encoding: str
    bom: bool
    lines: Iterator[str]


def read_lines(stream: BinaryIO) -> TextLines:
    """The lines of an open file; UTF-8 in constant memory. Refuses as `decode` does, when it gets there.

    >>> list(read_lines(io.BytesIO("က\\r\\nခ".encode())).lines)
    ['က\\r\\n', 'ခ']
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(Any, stream))
    name, mark = _encoding(buffered.peek(_SAMPLE)[:_SAMPLE])
    if name == "utf-8":
        buffered.read(mark)
        return TextLines(name, bool(mark), _utf8_lines(cast(BinaryIO, buffered), mark))
    text, name = decode(buffered.read())
    return TextLines(name, bool(mark), iter(io.StringIO(text, newline="\n")))


def _utf8_lines(stream: BinaryIO, offset: int) -> Iterator[str]:
    for number, raw in enumerate(stream, start=1):
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            raise _not_text("UTF-8", offset + error.start, raw[error.start], number) from error
        if "\0" in text:
            raise _binary(offset + raw.index(0))
        yield text
        offset += len(raw)


def _unreadable(raw: bytes, name: str, place: int) -> UnreadableText:
    return _not_text(name.upper(), place, raw[place], raw.count(b"\n", 0, place) + 1)


def _not_text(name: str, place: int, byte: int, line: int) -> UnreadableText:
    return UnreadableText(
        say(
            "This is not %(name)s text: byte %(place)s (%(byte)s, line %(line)s) cannot "
            "be read. Save the file as UTF-8 and try again.",
            name=name,
            place=place,
            byte=f"0x{byte:02X}",
            line=line,
        )
    )


def _binary(place: int) -> UnreadableText:
    return UnreadableText(
        say(
            "This is not a text file: byte %(place)s is NUL (0x00). If it is a document "
            "(PDF, Word), save it as plain text first.",
            place=place,
        )
    )
