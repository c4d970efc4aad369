"""Lines to pieces: which lines belong together, their text on one line, their label apart."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from workbench.segment.furniture import furniture
from workbench.segment.joining import join
from workbench.segment.labels import is_bullet, label, ordinal
from workbench.segment.layout import Layout, ended, is_burmese, measure
from workbench.segment.lines import Line
from workbench.segment.shapes import stands_alone

_LONG = 60
_FUNCTION_WORD = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|from|with|its|their|his|her|our|that|which|as))$"
)


@dataclass(slots=True)
class Piece:
    """One block before its kind is known: its text, label, first and last line.

    `furniture` says that it belongs to the page, not to the text.
    """

    text: str
    label: str | None
    first: Line
    last: Line
    furniture: bool = False

    @property
    def whole(self) -> str:
        """Label and text as they stood."""
        return f"{self.label} {self.text}" if self.label else self.text


def pieces(lines: Sequence[Line], seen: AbstractSet[str]) -> list[Piece]:
    """The pieces of these lines in order; what interrupts one on a page comes after it."""
    aside = furniture(lines)
    layout = measure([line for at, line in enumerate(lines) if at not in aside])
    found: list[Piece] = []
    waiting: list[Piece] = []
    current: Piece | None = None
    for at, line in enumerate(lines):
        if at in aside:
            waiting.append(Piece(line.text, None, line, line, furniture=True))
            continue
        mark, rest = label(line.text)
        page = line.page or bool(waiting)
        if current and goes_on(current, line, mark, page, layout):
            _add(current, line, seen, layout)
            continue
        found.extend(waiting)
        waiting.clear()
        current = Piece(rest, mark, line, line)
        found.append(current)
    return found + waiting


def goes_on(piece: Piece, line: Line, mark: str | None, page: bool, layout: Layout) -> bool:
    """Whether a line belongs to the piece before it."""
    before = piece.last
    if piece.label and not piece.text:
        return mark is None
    open_end = not ended(before.text)
    if mark and not (open_end and _only_looks_like_a_label(piece, line, mark, layout)):
        return False
    if stands_alone(before.text) or (stands_alone(line.text) and not _inside(piece, line, layout)):
        return False
    if not layout.width:
        return open_end and _carries_over(before, line, page)
    return _fits(before, line, open_end, page, layout)


def _fits(before: Line, line: Line, open_end: bool, page: bool, layout: Layout) -> bool:
    """The decision in a text with wrapped lines."""
    small = line.text[0].islower()
    full = layout.full(before, line, 0.7 if open_end else 0.8)
    if open_end and small and before.end >= 0.6 * layout.width:
        return True
    if page:
        return full and (open_end or not layout.indent_starts(line))
    if line.gap > layout.gap or not full:
        return False
    return open_end or not layout.indent_starts(line)


def _carries_over(before: Line, line: Line, page: bool) -> bool:
    """The decision where each line is a block: only a sentence cut in two by a page break goes on."""
    if len(before.text) < _LONG:
        return False
    if line.text[0].islower():
        return True
    return (page and len(before.text) > 2 * _LONG) or bool(_FUNCTION_WORD.search(before.text))


def _only_looks_like_a_label(piece: Piece, line: Line, mark: str, layout: Layout) -> bool:
    """A number or dash at the head of a wrapped line that is part of the sentence before it."""
    if not layout.width or line.gap > layout.gap or not layout.full(piece.last, line):
        return False
    number = ordinal(mark)
    if number is None:
        return is_bullet(mark) and piece.label != mark and line.text[len(mark) :].strip()[:1].islower()
    last = ordinal(piece.label) if piece.label else None
    return number != 1 and number != (last or 0) + 1


def _inside(piece: Piece, line: Line, layout: Layout) -> bool:
    """Whether a line that could stand alone is the middle of a wrapped sentence."""
    return (
        bool(layout.width)
        and line.gap <= layout.gap
        and layout.full(piece.last, line)
        and not ended(piece.last.text)
        and len(piece.text) > 2 * _LONG
    )


def _add(piece: Piece, line: Line, seen: AbstractSet[str], layout: Layout) -> None:
    cut = layout.exact and piece.last.end == layout.width and _too_long(piece.last, line, layout)
    piece.text = join(piece.text, line.text, seen, tight=cut) if piece.text else line.text
    piece.last = line


def _too_long(before: Line, line: Line, layout: Layout) -> bool:
    """Whether the run without a space around a line end is wider than the page, and so was cut."""
    run = len(before.text.rsplit(" ", 1)[-1]) + len(line.text.split(" ", 1)[0])
    return is_burmese(before.text) and run > layout.width
