"""Lines to pieces: which lines belong together, their text on one line, their label apart."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import zip_longest

from workbench.segment.furniture import furniture, without
from workbench.segment.joining import join
from workbench.segment.labels import is_bullet, label, ordinal
from workbench.segment.layout import (
    Layout,
    changes_script,
    ended,
    first_word,
    is_burmese,
    measure,
    must_go_on,
)
from workbench.segment.lines import Line
from workbench.segment.shapes import BYLINE, ends_here, stands_alone

_LONG = 60
_FEW_HEADS = 2
_FEW_LETTERS = 20
_TAIL = 64
_LEAD_IN = 4  # lines
_WITHIN = re.compile(r"[.!?။][”’\"')]*\s*\S")
_DASHES = frozenset("-–—")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")


@dataclass(slots=True)
class Piece:
    """One block before its kind is known: its text, label, first and last line.

    `furniture` says that it belongs to the page, not to the text; `parts` are what becomes its text
    while lines are added to it, `size` how much they add.
    """

    text: str
    label: str | None
    first: Line
    last: Line
    furniture: bool = False
    parts: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def whole(self) -> str:
        """Label and text as they stood."""
        return f"{self.label} {self.text}" if self.label else self.text


def pieces(lines: Sequence[Line], seen: AbstractSet[str]) -> list[Piece]:
    """The pieces of these lines in order; what interrupts one on a page comes after it."""
    aside = furniture(lines)
    content = without(lines, aside)
    layout = measure(content)
    found: list[Piece] = []
    leading = _lead_ins(content, layout)
    for at, (line, after) in enumerate(zip_longest(content, content[1:])):
        mark, rest = label(line.text)
        own = at in leading and not (found and found[-1].label)
        if found and not own and goes_on(found[-1], line, after, mark, layout):
            _add(found[-1], line, seen, layout)
        else:
            found.append(Piece(rest, mark, line, line))
    for piece in found:
        piece.text = "".join(piece.parts) if piece.parts else piece.text
    extra = [Piece(lines[at].text, None, lines[at], lines[at], furniture=True) for at in aside]
    return sorted(found + extra, key=lambda piece: piece.first.number)


def _lead_ins(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Where a sentence begins with a line and leads into a list, with nothing but that to part it.

    Only in a wrapped text: a sentence begins with a line of its own more often by a paragraph's end
    than by chance.
    """
    if not layout.exact or layout.parted or any(not layout.goes_on[at] for at in layout.starts):
        return set()
    return {
        start
        for at, line in enumerate(lines)
        if line.gap <= layout.gap and _first_item(line)
        for start in (_sentence_before(at, lines),)
        if start
    }


def _first_item(line: Line) -> bool:
    mark, _ = label(line.text)
    return mark is not None and (is_bullet(mark) or ordinal(mark) == 1)


def _sentence_before(end: int, lines: Sequence[Line]) -> int:
    """Where a sentence begins that fills the lines before a place; 0 where several stand there."""
    start = end - 1
    while start > max(0, end - _LEAD_IN) and not ended(lines[start - 1].text):
        start -= 1
    run = lines[max(0, start) : end]
    if not run or not ended(run[-1].text) or any(label(each.text)[0] for each in run):
        return 0
    return 0 if _WITHIN.search(" ".join(each.text for each in run)) else start


def goes_on(piece: Piece, line: Line, after: Line | None, mark: str | None, layout: Layout) -> bool:
    """Whether a line belongs to the piece before it; `after` is the line after it."""
    before = piece.last
    if piece.label and not piece.text and not piece.parts:
        return mark is None
    open_end = not ended(before.text)
    if line.text[0] in _DASHES and open_end and _bracket_open(before.text):
        mark = None
    if mark and not (open_end and _only_looks_like_a_label(piece, line, mark, layout)):
        return False
    fits = (
        _fits(piece, line, after, open_end, layout)
        if layout.width
        else open_end and _carries_over(before, line)
    )
    return fits and not _begins_anew(piece, line, open_end, layout)


def _begins_anew(piece: Piece, line: Line, open_end: bool, layout: Layout) -> bool:
    """Whether a line that there is room for begins a block by what it says."""
    before = piece.last.text
    alone = stands_alone(line.text) or (not layout.width and stands_alone(before))
    if alone or (not piece.parts and ends_here(before)) or _ends_with_address(before, line):
        return True
    if len(line.text) > _FEW_LETTERS and changes_script(before, line.text):
        return True
    byline = BYLINE.fullmatch(line.text)
    return bool(byline) and (open_end or not layout.width or line.gap > layout.gap)


def _ends_with_address(before: str, line: Line) -> bool:
    """An address for letters at the end of a line ends an entry; a sentence has its stop after it."""
    return "@" in before[-_TAIL:] and line.text[0].isupper() and bool(_ADDRESS.search(before))


def _fits(piece: Piece, line: Line, after: Line | None, open_end: bool, layout: Layout) -> bool:
    """The decision in a text with wrapped lines."""
    before = piece.last
    full = layout.full(before, line, 0.6 if open_end else 0.8)
    if open_end and line.text[0].islower():
        return full or layout.filled(before, 0.6) or len(piece.text) + piece.size > 2 * _LONG
    if not full or not _near(line, open_end, layout):
        return False
    if open_end:
        indented = line.indent != before.indent and layout.indent_starts(line)
        return not indented and not _parallel(piece, line, layout)
    return not layout.indented(line) and not _short_and_open(line, after, layout)


def _near(line: Line, open_end: bool, layout: Layout) -> bool:
    """Whether no more stands between a line and the one before it than between lines of a paragraph."""
    if not line.page:
        return line.gap <= layout.gap
    return line.gap <= layout.page_gap or (open_end and layout.exact)


def _parallel(piece: Piece, line: Line, layout: Layout) -> bool:
    """Whether a line begins like the piece before it and like several more: "H.E. ... H.E. ..."."""
    word = first_word(line.text)
    if piece.last.text.rsplit(" ", 1)[-1][0].islower():
        return False
    return word == first_word(piece.first.text) and layout.heads[word] > _FEW_HEADS


def _short_and_open(line: Line, after: Line | None, layout: Layout) -> bool:
    """A short line that ends nothing is no part of a paragraph but a heading, a name or an item.

    Where blocks stand further apart than lines, the gap has said so already; and Burmese words are
    long, so that a line may well be short.
    """
    if layout.parted or ended(line.text) or line.text[0].islower():
        return False
    if layout.exact and after and layout.full(line, after):
        return False
    return not layout.filled(line, 0.4 if is_burmese(line.text) else 0.8)


def _carries_over(before: Line, line: Line) -> bool:
    """The decision where each line is a block: only a sentence cut in two by a page break goes on."""
    if len(before.text) < _LONG:
        return False
    if line.text[0].islower():
        return True
    return (line.page and len(before.text) > 2 * _LONG) or must_go_on(before.text)


def _bracket_open(text: str) -> bool:
    """Whether a bracket stands open at the end of a line."""
    return text.rfind("(") > text.rfind(")")


def _only_looks_like_a_label(piece: Piece, line: Line, mark: str, layout: Layout) -> bool:
    """A number or dash at the head of a wrapped line that is part of the sentence before it."""
    if not layout.width or line.gap > layout.gap or not layout.full(piece.last, line):
        return False
    number = ordinal(mark)
    small = line.text[len(mark) :].strip()[:1].islower()
    if number is None:
        return is_bullet(mark) and piece.label != mark and small
    last = ordinal(piece.label) if piece.label else None
    return (small or number != 1) and number != (last or 0) + 1


def _add(piece: Piece, line: Line, seen: AbstractSet[str], layout: Layout) -> None:
    cut = layout.exact and piece.last.end == layout.width and _too_long(piece.last, line, layout)
    tail = piece.parts.pop() if piece.parts else piece.text
    # Only the end of a text decides how a line joins it: so a long one is not copied line by line.
    joined = join(tail[-_TAIL:], line.text, seen, tight=cut) if tail else line.text
    piece.parts += (tail[:-_TAIL], joined)
    piece.size += len(line.text)
    piece.last = line


def _too_long(before: Line, line: Line, layout: Layout) -> bool:
    """Whether the run without a space around a line end is wider than the page, and so was cut."""
    run = len(before.text.rsplit(" ", 1)[-1]) + len(line.text.split(" ", 1)[0])
    return is_burmese(before.text) and run > layout.width
