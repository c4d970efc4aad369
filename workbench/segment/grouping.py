"""Lines to pieces: which lines belong together, their text on one line, their label apart."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from workbench.segment.furniture import furniture
from workbench.segment.joining import join
from workbench.segment.labels import is_bullet, label, ordinal
from workbench.segment.layout import (
    Layout,
    changes_script,
    ended,
    first_word,
    is_burmese,
    measure,
)
from workbench.segment.lines import Line
from workbench.segment.shapes import BYLINE, ends_here, stands_alone

_LONG = 60
_FEW_HEADS = 2
_FEW_LETTERS = 20
_TAIL = 64
_FUNCTION_WORD = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|its|their|his|her|our|that|which|as))$"
)


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
    content = _without(lines, aside)
    layout = measure(content)
    found: list[Piece] = []
    for line in content:
        mark, rest = label(line.text)
        if found and goes_on(found[-1], line, mark, layout):
            _add(found[-1], line, seen, layout)
        else:
            found.append(Piece(rest, mark, line, line))
    for piece in found:
        piece.text = "".join(piece.parts) if piece.parts else piece.text
    extra = [Piece(lines[at].text, None, lines[at], lines[at], furniture=True) for at in aside]
    return sorted(found + extra, key=lambda piece: piece.first.number)


def _without(lines: Sequence[Line], aside: AbstractSet[int]) -> list[Line]:
    """The lines that are text; one after furniture stands on a new page, its gap the whole way back."""
    content: list[Line] = []
    gap, page = 0, False
    for at, line in enumerate(lines):
        if at in aside:
            gap, page = gap + line.gap, True
            continue
        content.append(replace(line, gap=line.gap + gap, page=page or line.page) if page else line)
        gap, page = 0, False
    return content


def goes_on(piece: Piece, line: Line, mark: str | None, layout: Layout) -> bool:
    """Whether a line belongs to the piece before it."""
    before = piece.last
    if piece.label and not piece.text and not piece.parts:
        return mark is None
    open_end = not ended(before.text)
    if mark and not (open_end and _only_looks_like_a_label(piece, line, mark, layout)):
        return False
    fits = (
        _fits(piece, line, open_end, layout)
        if layout.width
        else open_end and _carries_over(before, line)
    )
    return fits and not _begins_anew(piece, line, open_end, layout)


def _begins_anew(piece: Piece, line: Line, open_end: bool, layout: Layout) -> bool:
    """Whether a line that there is room for begins a block by what it says."""
    before = piece.last.text
    alone = stands_alone(line.text) or (not layout.width and stands_alone(before))
    if alone or (not piece.parts and ends_here(before)):
        return True
    if len(line.text) > _FEW_LETTERS and changes_script(before, line.text):
        return True
    byline = BYLINE.fullmatch(line.text)
    return bool(byline) and (open_end or not layout.width or line.gap > layout.gap)


def _fits(piece: Piece, line: Line, open_end: bool, layout: Layout) -> bool:
    """The decision in a text with wrapped lines."""
    before = piece.last
    full = layout.full(before, line, 0.6 if open_end else 0.8)
    if open_end and line.text[0].islower():
        return full or layout.filled(before, 0.6) or len(piece.text) + piece.size > 2 * _LONG
    if not full or line.gap > (layout.page_gap if line.page else layout.gap):
        return False
    if open_end:
        indented = not line.text[0].islower() and layout.indent_starts(line)
        return not indented and not _parallel(piece, line, layout)
    return not layout.indented(line) and not _short_and_open(line, layout)


def _parallel(piece: Piece, line: Line, layout: Layout) -> bool:
    """Whether a line begins like the piece before it and like several more: "H.E. ... H.E. ..."."""
    word = first_word(line.text)
    if piece.last.text.rsplit(" ", 1)[-1][0].islower():
        return False
    return word == first_word(piece.first.text) and layout.heads[word] > _FEW_HEADS


def _short_and_open(line: Line, layout: Layout) -> bool:
    """A short line that ends nothing is no part of a paragraph but a heading, a name or an item.

    Where blocks stand further apart than lines, the gap has said so already; and Burmese words are
    long, so that a line may well be short.
    """
    if layout.parted or ended(line.text) or line.text[0].islower():
        return False
    return not layout.filled(line, 0.4 if is_burmese(line.text) else 0.8)


def _carries_over(before: Line, line: Line) -> bool:
    """The decision where each line is a block: only a sentence cut in two by a page break goes on."""
    if len(before.text) < _LONG:
        return False
    if line.text[0].islower():
        return True
    return (line.page and len(before.text) > 2 * _LONG) or bool(_FUNCTION_WORD.search(before.text))


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
