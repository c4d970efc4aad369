"""The lines of a text as a page shows them: indent, words, the blank lines and page breaks before."""

import re
from dataclasses import dataclass

_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = "\ufeff\u200b\u2060"
_TAB = 4


@dataclass(slots=True)
class Line:
    """One line that is not blank.

    `gap` counts the blank lines before it, `page` says that a page began since the line before, and
    `number` is its place in the text, from 1.
    """

    text: str
    indent: int = 0
    gap: int = 0
    page: bool = False
    number: int = 1

    @property
    def end(self) -> int:
        """The column where the line ends."""
        return self.indent + len(self.text)


def lines(text: str) -> list[Line]:
    """The lines of a text that carry something, in order; white space at their ends is gone.

    >>> [(line.text, line.gap, line.indent) for line in lines("one\\n\\n  two ")]
    [('one', 0, 0), ('two', 1, 2)]
    """
    found: list[Line] = []
    gap, page = 0, False
    for number, raw in enumerate(_raw_lines(text), start=1):
        for at, piece in enumerate(raw.split("\f") if "\f" in raw else (raw,)):
            page = page or at > 0
            stripped = piece.strip()
            if stripped and (stripped[0] in _INVISIBLE or stripped[-1] in _INVISIBLE):
                stripped = stripped.strip(_INVISIBLE + " ")
            if stripped:
                indent = _indent(piece) if piece[0].isspace() else 0
                found.append(Line(stripped, indent, gap, page, number))
                gap, page = -1, False
        gap += 1
    return found


def _raw_lines(text: str) -> list[str]:
    # str.splitlines also cuts at form feeds, which we want to see.
    return _BREAKS.split(text) if "\f" in text else text.splitlines()


def _indent(piece: str) -> int:
    return len(piece[: len(piece) - len(piece.lstrip())].expandtabs(_TAB))
