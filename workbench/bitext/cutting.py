"""A damaged XML file cut into its units, in bounded memory and without a parser."""

import codecs
import re
from typing import IO, NamedTuple

from workbench.saying import say

LONGEST_UNIT = 10_000_000
"""Characters of one unit beyond which it is left out; libxml2 draws the same line for one text."""
_CHUNK = 1 << 20
_KEEP = 80
"""Characters kept at the end of a chunk: a tag may be cut there."""


class Piece(NamedTuple):
    """One unit as XML with its line, or the rule and the reason why it cannot be had."""

    xml: str
    line: int
    fault: tuple[str, str] | None = None
    is_mark: bool = False


class Cutter:
    """Walks through the characters of a stream from unit to unit.

    `names` are the elements that are units, `marks` those of which the start tag alone is wanted.
    """

    def __init__(
        self,
        stream: IO[bytes],
        encoding: str,
        names: tuple[str, ...] = ("tu",),
        marks: tuple[str, ...] = (),
    ) -> None:
        unit = rf"(?:[\w.-]+:)?(?:{'|'.join(names)})"
        mark = rf"(?:[\w.-]+:)?(?:{'|'.join(marks)})" if marks else r"\Z\A"
        self._start = re.compile(rf"<!--|<{unit}[\s>/]|<{mark}[\s>]")
        self._mark = re.compile(rf"<{mark}\b[^<>]*>")
        self._next = re.compile(rf"</{unit}\s*>|<{unit}[\s>/]")
        self._empty = re.compile(rf"<{unit}\b[^<>]*/>")
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)
        self._stream = stream
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._counted = 0

    def next(self) -> Piece | None:
        """The next unit or mark, or None at the end."""
        while self._find():
            if self._buffer.startswith("<!--", self._at):
                self._skip_comment()
            elif mark := self._mark.match(self._buffer, self._at):
                line = self._line_of(self._at)
                self._at = mark.end()
                return Piece(mark[0], line, None, True)
            else:
                return self._unit()
        return None

    def _more(self) -> bool:
        """Read on, let go of what is behind; whether there was more."""
        raw = self._stream.read(_CHUNK)
        self._line_of(self._at)
        self._buffer = self._buffer[self._at :] + self._decoder.decode(raw)
        self._at = self._counted = 0
        return bool(raw)

    def _line_of(self, place: int) -> int:
        """The line of a place in the buffer; each place lies behind the one asked for before."""
        self._line += self._buffer.count("\n", self._counted, place)
        self._counted = place
        return self._line

    def _find(self) -> bool:
        """Go to the next start of a unit or comment; whether there is one."""
        while True:
            if match := self._start.search(self._buffer, self._at):
                self._at = match.start()
                return True
            self._at = max(self._at, len(self._buffer) - _KEEP)
            if not self._more():
                return False

    def _skip_comment(self) -> None:
        while (end := self._buffer.find("-->", self._at + 4)) < 0:
            self._at = max(self._at, len(self._buffer) - _KEEP)
            if not self._more():
                self._at = len(self._buffer)
                return
        self._at = end + 3

    def _unit(self) -> Piece:
        """The unit that starts here."""
        scanned = 3
        while True:
            line = self._line_of(self._at)
            if match := self._empty.match(self._buffer, self._at):
                self._at = match.end()
                return Piece(match[0], line)
            if match := self._next.search(self._buffer, self._at + scanned):
                return self._closed(match, line)
            scanned = max(3, len(self._buffer) - self._at - _KEEP)
            if scanned > LONGEST_UNIT:
                self._at += 3
                return Piece(
                    "", line, ("too-long", say("Longer than ten million characters; left out."))
                )
            if not self._more():
                self._at = len(self._buffer)
                return Piece("", line, ("cut", say("The file ends in the middle of this unit.")))

    def _closed(self, match: re.Match[str], line: int) -> Piece:
        """The unit up to its end, or a fault where the next one begins first."""
        start = self._at
        if not match[0].startswith("</"):
            self._at = match.start()
            return Piece("", line, ("unclosed", say("Has no end tag; left out.")))
        self._at = match.end()
        return Piece(self._buffer[start : self._at], line)
