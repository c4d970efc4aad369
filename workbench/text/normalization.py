"""The last cleaning of a line: NFC, and no control characters, each repair told by a code."""

import re
import unicodedata

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|(?<!^)\ufeff"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")

SENTENCES = {
    "controls": "Control characters, which no text may hold, have been taken out of this line.",
    "order": "Signs have been put into the order of Unicode's normal form (NFC).",
}
"""What each repair did, by its code."""


def unify_line_ends(text: str) -> str:
    """The text with one kind of line end, \\n."""
    return _LINE_ENDS.sub("\n", text)


def tidy(line: str) -> tuple[str, list[str]]:
    """The line in NFC without control characters, and the codes of what was done.

    >>> tidy("a\\x01b")
    ('ab', ['controls'])
    """
    codes = []
    if not line.isprintable() and (clean := _CONTROL.sub("", line)) != line:
        line = clean
        codes.append("controls")
    if not unicodedata.is_normalized("NFC", line):
        line = unicodedata.normalize("NFC", line)
        codes.append("order")
    return line, codes
