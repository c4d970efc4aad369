"""The cleaning of a line: one kind of line end, no control characters, NFC."""

import re
import unicodedata

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|(?<!^)\ufeff"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def unify_line_ends(text: str) -> str:
    """The text with one kind of line end, \\n."""
    return _LINE_ENDS.sub("\n", text)


def without_controls(line: str) -> str:
    """The line without control characters; a tab and a page break stay.

    >>> without_controls("a\\x01b")
    'ab'
    """
    return line if line.isprintable() else _CONTROL.sub("", line)


def in_normal_form(line: str) -> str:
    """The line in NFC: the order and the composed letters that everything else expects."""
    return unicodedata.normalize("NFC", line)
