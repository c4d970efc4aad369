"""The pages of a PDF as poppler sees them: words with their boxes, put together to lines."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S
)
_SIGNS = re.compile(r"[\u102b-\u103e]+")
_SLIGHT = 0.1  # of the height: poppler takes a wider gap for a space
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
    def tallest(self) -> Word:
        """The first of its tallest words: Latin letters among Burmese come from a lower font."""
        return max(self.words, key=lambda word: round(word.height, 1))

    @property
    def last(self) -> Word:
        """The last word."""
        return self.words[-1]

    @property
    def text(self) -> str:
        """The words with the spaces between them."""
        pairs = zip(self.words, self.spaced, strict=True)
        return "".join(f" {word.text}" if space else word.text for word, space in pairs).strip()


def page_lines(boxes: str, running: str = "") -> list[PageLine]:
    """The lines of `pdftotext -raw -bbox`, in the order of the file; pages count from 1.

    `running` is the text of `pdftotext -raw`: poppler begins new boxes where no space is, and says only
    there whether it takes a gap for one.
    """
    lines: list[PageLine] = []
    words = list(_words(boxes))
    said = list(_spaced([word for _, word in words], running))
    for (page, word), spaced in zip(words, said, strict=True):
        line = lines[-1] if lines and lines[-1].page == page else None
        if line and (place := _place_before(line, word)) is not None:
            _insert(line, place, word)
        elif line and _beside(line.last, word):
            _add(line, word, spaced)
        else:
            lines.append(PageLine(page, [word], [False]))
    return lines


def _add(line: PageLine, word: Word, spaced: bool) -> None:
    """Put a word on a line; signs at its head belong to the letter before."""
    if signs := _SIGNS.match(word.text):
        line.last.text, word.text = line.last.text + signs[0], word.text[signs.end() :]
    if word.text:
        line.words.append(word)
        line.spaced.append(spaced)
    else:
        line.last.right = max(line.last.right, word.right)


def _place_before(line: PageLine, word: Word) -> int | None:
    """Where a word belongs that was drawn after what stands on its right, in another font."""
    if word.left >= line.last.left or _SIGNS.match(word.text):
        return None
    right = next(at for at, other in enumerate(line.words) if other.left > word.left)
    after = line.words[right]
    if not _beside(word, after) or word.right > after.left + _SLIGHT * word.height:
        return None
    return right if right == 0 or _beside(line.words[right - 1], word) else None


def _insert(line: PageLine, place: int, word: Word) -> None:
    """Put a word before others; what was said of the gaps around it was said of others."""
    line.words.insert(place, word)
    line.spaced.insert(place, False)
    for at in (place, place + 1):
        if 0 < at < len(line.words):
            gap = line.words[at].left - line.words[at - 1].right
            line.spaced[at] = gap > _SLIGHT * word.height


def _spaced(words: list[Word], running: str) -> Iterator[bool]:
    """Whether white space stands before each word in the running text; always, where that differs."""
    tokens = running.split()
    starts = {0, *accumulate(map(len, tokens))}
    same = "".join(tokens) == "".join(word.text for word in words)
    at = 0
    for word in words:
        yield at in starts or not same
        at += len(word.text)


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
