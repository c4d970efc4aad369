"""The lines of a text file as they stream, in bounded memory, bad bytes told and left out."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from workbench.bitext.report import Report
from workbench.errors import BadFile
from workbench.saying import say

LONGEST = 10_000_000
"""Characters of one line beyond which it is left out."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding(raw: bytes) -> str:
    """The encoding by byte order mark or by the NULs of UTF-16, else UTF-8."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    if len(raw) > 3 and (raw[:4:2] == b"\0\0" or raw[1:4:2] == b"\0\0"):
        return "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"
    return "utf-8"


def lines(stream: BinaryIO, report: Report) -> Iterator[tuple[int, str]]:
    """Each line with its number from 1, without its end; any kind of line end.

    A line with bytes that are not in the encoding comes as "" and is reported, so that the numbers of
    the others hold; so does one of more than ten million characters. Refuses with `BadFile` NUL bytes.
    """
    stream.seek(0)
    name = encoding(stream.read(4))
    stream.seek(0)
    errors = "surrogateescape" if name.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(stream, encoding=name, errors=errors, newline=None)
    try:
        number = 0
        while line := text.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST and not line.endswith("\n"):
                _pass_over(text, number, report)
                line = ""
            yield number, _sound(line, number, name, report)
    finally:
        if not stream.closed:
            text.detach()  # else the wrapper would close a stream that is not ours


def _pass_over(text: io.TextIOWrapper, number: int, report: Report) -> None:
    """Go to the end of a line that is too long to be one."""
    while (rest := text.readline(LONGEST)) and not rest.endswith("\n"):
        continue
    message = say("Longer than ten million characters; left out.")
    report.leave_out("too-long", message, line=number)


def _sound(line: str, number: int, name: str, report: Report) -> str:
    if "\0" in line:
        raise BadFile(say("Line %(line)s has a NUL byte: this is not a text file.", line=number))
    line = line.removesuffix("\n")
    if line.isascii() or not any("\ud800" <= each <= "\udfff" for each in line):
        return line
    report.leave_out(
        "bad-bytes", say("Has bytes that are not %(name)s; left out.", name=name.upper()), line=number
    )
    return ""
