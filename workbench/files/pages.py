"""The pages of a PDF as poppler sees them: words with their boxes, put together to lines."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S
)
_FAR = 2.0  # times the height of a line: what is further away is another column or cell


@dataclass(slots=True)
class Word:
    """A run without white space, with its left, top, right and bottom in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high the word's line is."""
        return max(self.bottom - self.top, 1.0)


@dataclass(slots=True)
class PageLine:
    """Words on one line; `spaced[i]` says whether a space stands before word i."""

    page: int
    words: list[Word] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)

    @property
    def first(self) -> Word:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> Word:
        """The last word."""
        return self.words[-1]

    @property
    def text(self) -> str:
        """The words with the spaces between them."""
        pairs = zip(self.words, self.spaced, strict=True)
        return "".join(f" {word.text}" if space else word.text for word, space in pairs).strip()


def page_lines(boxes: str) -> list[PageLine]:
    """The lines of `pdftotext -raw -bbox`, in the order of the file; pages count from 1."""
    lines: list[PageLine] = []
    for page, word in _words(boxes):
        if lines and lines[-1].page == page and _beside(lines[-1].last, word):
            lines[-1].words.append(word)
            lines[-1].spaced.append(True)
        else:
            lines.append(PageLine(page, [word], [False]))
    return lines


def _words(boxes: str) -> Iterator[tuple[int, Word]]:
    for page, part in enumerate(boxes.split("<page ")[1:], start=1):
        for match in _WORD.finditer(part):
            if text := html.unescape(match[5]).strip():
                left, top, right, bottom = map(float, match.groups()[:4])
                yield page, Word(left, top, right, bottom, text)


def _beside(before: Word, word: Word) -> bool:
    """Whether a word stands on the line of the word before it, not far to its right."""
    overlap = min(before.bottom, word.bottom) - max(before.top, word.top)
    if overlap < 0.4 * min(before.height, word.height):
        return False
    return -word.height < word.left - before.right < _FAR * max(before.height, word.height)
