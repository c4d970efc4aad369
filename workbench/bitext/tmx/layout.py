"""A TMX in the usual layout, split by one pattern, some hundred units at a time.

The pattern takes a `<tu>` with a tuid alone, our props and two sides of plain text, in any white space;
whatever it takes is a well-formed element. It splits a stretch of the file into columns: the tuids, the
sources, the targets ... What stands between such units is left to a parser.
"""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

_GAP = "[ \t\r\n]*"
_SIDE = (
    r'<tuv xml:lang="([^"<&]*)">'
    rf'{_GAP}((?:<prop type="x-segment">[^<]*</prop>)*)<seg>([^<]*)</seg>{_GAP}</tuv>{_GAP}'
)
_UNIT = re.compile(
    rf'<tu(?: tuid="([^"<]+)")?>{_GAP}'
    r'(?:<prop type="x-status">([^<]*)</prop>)?(?:<prop type="x-score">([^<]*)</prop>)?'
    rf"{_SIDE}{_SIDE}</tu>"
)
_TAIL = re.compile(rf"(.*)</body>{_GAP}</tmx>{_GAP}", re.DOTALL)
_CHUNK = 1 << 17
"""Small enough that what is made of one piece is gone before the garbage collector calls it old."""
_LONGEST = 10_000_000


class OtherLayout(Exception):
    """The rest of the file needs a parser."""


class Columns(NamedTuple):
    """The usual units of a stretch, as the file has them; what is not there is None or empty."""

    uids: Sequence[str | None]
    statuses: Sequence[str | None]
    scores: Sequence[str | None]
    source_languages: Sequence[str]
    source_props: Sequence[str]
    source_texts: Sequence[str]
    target_languages: Sequence[str]
    target_props: Sequence[str]
    target_texts: Sequence[str]


class Stretch:
    """A piece of the body that ends where a unit does; `line` is the number of its first line.

    `between[n]` is what stands before the usual unit n; the last, what stands after all of them.
    """

    def __init__(self, text: str, line: int) -> None:
        parts = _UNIT.split(text)
        step = _UNIT.groups + 1
        self.between: Sequence[str] = parts[::step]
        self.columns = Columns(*(parts[first::step] for first in range(1, step)))
        self.text, self.line = text, line

    def places(self) -> Iterator[tuple[int, int, str]]:
        """For each usual unit the line of what is before it, its own line and its XML; none at last."""
        line, at = self.line, 0
        for match in _UNIT.finditer(self.text):
            before, line = line, line + self.text.count("\n", at, match.start())
            yield before, line, match[0]
            line, at = line + match[0].count("\n"), match.end()
        yield line, line, ""


def stretches(stream: BinaryIO, start: int) -> Iterator[Stretch]:
    """What stands from this byte to the end of the body, in order.

    Raises `OtherLayout` at bytes that are not UTF-8, where no unit ends for ten million bytes, and where
    the file does not end as it should.
    """
    stream.seek(0)
    line = stream.read(start).count(b"\n") + 1
    rest = b""
    while raw := stream.read(_CHUNK):
        whole, end, rest = (rest + raw).rpartition(b"</tu>")
        if len(rest) > _LONGEST:
            raise OtherLayout
        if end:
            yield Stretch(_decoded(whole + end), line)
            line += whole.count(b"\n")
    tail = _TAIL.fullmatch(_decoded(rest))
    if tail is None:
        raise OtherLayout
    yield Stretch(tail[1], line)


def _decoded(raw: bytes) -> str:
    """The characters of some bytes."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise OtherLayout from error
