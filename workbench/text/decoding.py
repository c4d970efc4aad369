"""Bytes to characters: UTF-8, UTF-8 with BOM, UTF-16 with and without BOM, or a clear refusal."""

import codecs

from workbench.errors import UnreadableText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


def _utf16_without_bom(raw: bytes) -> str | None:
    """The UTF-16 these bytes look like: most pairs share a byte (00 Latin, 10 Myanmar, 20 signs)."""
    sample = raw[:_SAMPLE] if len(raw) % 2 == 0 else b""
    for name, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        letters = sum(high.count(byte) for byte in (0x00, 0x10, 0x20))
        if high and letters >= 0.9 * len(high) and 0 in high + low and low.count(0) <= letters / 4:
            return name
    return None


def _encoding(raw: bytes) -> str:
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    return "utf-8"


def decode(raw: bytes) -> tuple[str, str]:
    """The characters of these bytes and the name of their encoding.

    Refuses with `UnreadableText`, naming the first byte that cannot be read, its place and its line.

    >>> decode("မင်္ဂလာပါ".encode("utf-16"))[1]
    'utf-16'
    """
    name = _encoding(raw)
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        other = _utf16_without_bom(raw)
        if name != "utf-8" or other is None:
            raise UnreadableText(_sentence(raw, name, error)) from error
        return decode_as(raw, other)
    if "\0" in text and (other := _utf16_without_bom(raw)):
        return decode_as(raw, other)
    if "\0" in text:
        raise UnreadableText(_binary(raw))
    return text, name


def decode_as(raw: bytes, name: str) -> tuple[str, str]:
    """The characters of these bytes in a named encoding; refuses as `decode` does."""
    try:
        return raw.decode(name), name
    except UnicodeDecodeError as error:
        raise UnreadableText(_sentence(raw, name, error)) from error


def _sentence(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    line = raw.count(b"\n", 0, error.start) + 1
    return (
        f"This is not {name.upper()} text: byte {error.start} (0x{raw[error.start]:02X}, line {line}) "
        "cannot be read. Save the file as UTF-8 and try again."
    )


def _binary(raw: bytes) -> str:
    return (
        f"This is not a text file: byte {raw.index(0)} is NUL (0x00). "
        "If it is a document (PDF, Word), save it as plain text first."
    )
