"""How a text is laid out: whether its lines are wrapped by hand, how wide, and with what gaps.

Nothing is known of the programme that made the text, so all of it is learnt from the text itself, from
the lines that are certain: a line that begins with a small letter after one without a full stop goes
on with it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.segment.labels import label
from workbench.segment.lines import Line

TERMINAL = re.compile(r"[.!?:…။■][”’\"'»)\]*_]*(?:\s*(?:\([^()]*\)|\[\d+\]|[¹²³⁴-⁹]+))?\s?■?$|၊၊$")
_NEVER_LAST = (
    ",", *(f" {word}" for word in ("the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "by",
    "for", "from", "with", "its", "their", "his", "her", "our", "that", "which", "as")),
)  # fmt: skip
_ENDS = frozenset(".!?:…။■")
_MAY_END = frozenset("”’\"'»)]*_ ¹²³⁴⁵⁶⁷⁸⁹၊")
_MYANMAR = re.compile(r"[က-႟ꩠ-ꩿ]")
_NO_WIDTH = re.compile("[\u102d-\u1030\u1032-\u1037\u1039\u103a\u103d\u103e]")
_LATIN = re.compile(r"[A-Za-z]")
_WIDEST = 200
_FEW = 8
_NARROWEST = 45
_UNKNOWN = 99
_SAMPLE = 700  # lines


@dataclass(frozen=True, slots=True)
class Layout:
    """What is typical of a text.

    `width` is the column where lines are wrapped, 0 when each line is a block as it stands; `gap` the
    blank lines between two lines of a paragraph, `page_gap` those across a page break; `exact` says
    that every line is as full as it can be, `parted` that blocks stand further apart than lines. The
    counters hold the indents of lines that start a block, of lines that go on, and the first words of
    lines that begin with a capital.
    """

    width: int = 0
    gap: int = 0
    page_gap: int = _UNKNOWN
    exact: bool = False
    parted: bool = False
    starts: Counter[int] = field(default_factory=Counter)
    goes_on: Counter[int] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)

    def full(self, before: Line, line: Line, share: float = 0.8) -> bool:
        """Whether the next line's first word had no room on the line before."""
        if self.exact:
            return before.end + 1 + len(first_word(line.text)) > self.width
        return self.filled(before, share)

    def filled(self, line: Line, share: float) -> bool:
        """Whether a line takes this share of the width, in characters or, where they vary, columns."""
        return (line.end if self.exact else columns(line)) >= share * self.width

    def indent_starts(self, line: Line) -> bool:
        """Whether this indent is that of lines which start a block, and not of those that go on."""
        there = self.goes_on[line.indent]
        return self.starts[line.indent] > 2 * there and 3 * there < self.goes_on.total()

    def indented(self, line: Line) -> bool:
        """Whether a line stands where lines start a block, or deeper than any that goes on."""
        deeper = line.indent > min(self.goes_on, default=line.indent)
        return self.indent_starts(line) or (deeper and not self.goes_on[line.indent])


def columns(line: Line) -> int:
    """How many columns a line takes on a page: Burmese signs above and below a letter take none."""
    return line.end if line.text.isascii() else line.end - len(_NO_WIDTH.findall(line.text))


def first_word(text: str) -> str:
    """What stands before the first space of a line."""
    return text.split(" ", 1)[0]


def ended(text: str) -> bool:
    """Whether a line ends like the end of a sentence or a lead-in."""
    last = text[-1:]
    if last in _ENDS:
        return True
    return last in _MAY_END and TERMINAL.search(text, max(0, len(text) - 80)) is not None


def must_go_on(text: str) -> bool:
    """Whether a line ends with what no sentence ends with: a comma, an article, a preposition."""
    return text.endswith(_NEVER_LAST)


def is_burmese(text: str) -> bool:
    """Whether a line is written in Myanmar letters, at least at its end or its start."""
    return bool(_MYANMAR.search(text[:3]) or _MYANMAR.search(text[-3:]))


def changes_script(before: str, line: str) -> bool:
    """Whether a line holds only Myanmar letters and what stands before it only Latin, or the reverse."""
    if before.isascii() == line.isascii():
        return False
    pair = [(bool(_MYANMAR.search(text)), bool(_LATIN.search(text))) for text in (before, line)]
    return pair in ([(True, False), (False, True)], [(False, True), (True, False)])


def runs_on(before: Line, line: Line) -> bool:
    """Whether a line certainly goes on with the line before it, as far as its words can tell."""
    return line.text[0].islower() and not ended(before.text) and label(line.text)[0] is None


def measure(lines: Sequence[Line]) -> Layout:
    """The layout of these lines; of a long text, that of its beginning, middle and end."""
    lines = _sample(lines)
    margin = min((line.indent for line in lines), default=0)
    width = _width([line.end for line in lines])
    certain = [
        (before, line)
        for before, line in pairwise(lines)
        if before.end >= 0.6 * width and (runs_on(before, line) or _burmese_runs_on(before, line, width))
    ]
    if width - margin < _NARROWEST or not _enough(certain, width, len(lines)):
        return Layout()
    typical = _typical((line.gap for _, line in certain if not line.page), 0)
    exact = _exact((pair for pair in certain if pair[1].gap <= typical), width)
    return Layout(
        width if exact else _width([columns(line) for line in lines]),
        typical,
        _typical((line.gap for _, line in certain if line.page), _UNKNOWN),
        exact,
        sum(line.gap > typical for line in lines) * _FEW > len(lines),
        _starts(lines, width, typical),
        Counter(line.indent for _, line in certain),
        Counter(first_word(line.text) for line in lines if line.text[0].isupper()),
    )


def _enough(certain: Sequence[tuple[Line, Line]], width: int, number: int) -> bool:
    """Whether the lines that go on are enough to call a text wrapped; one is, if it is quite full."""
    if len(certain) == 1 and number <= _FEW * _FEW:
        return _exact(certain, width)
    return len(certain) >= max(2, number // 25)


def _sample(lines: Sequence[Line]) -> Sequence[Line]:
    if len(lines) <= 3 * _SAMPLE:
        return lines
    middle = len(lines) // 2
    return [*lines[:_SAMPLE], *lines[middle : middle + _SAMPLE], *lines[-_SAMPLE:]]


def _typical(gaps: Iterable[int], otherwise: int) -> int:
    most = Counter(gaps).most_common(1)
    return most[0][0] if most else otherwise


def _burmese_runs_on(before: Line, line: Line, width: int) -> bool:
    """Burmese has no small letters: two long lines, the first without its ။."""
    return (
        before.end >= 0.75 * width
        and not ended(before.text)
        and is_burmese(before.text)
        and is_burmese(line.text)
        and label(line.text)[0] is None
    )


def _width(ends: Sequence[int]) -> int:
    """The widest column that several lines reach; 0 when much of the text lies beyond any."""
    count, enough = Counter(ends), max(2, len(ends) // 25)
    total = sum(ends)
    for width in sorted((end for end in count if end <= _WIDEST), reverse=True):
        if sum(n for end, n in count.items() if 0.85 * width <= end <= width) >= enough:
            beyond = sum(end * n for end, n in count.items() if end > 1.1 * width)
            return width if beyond <= 0.15 * total else 0
    return 0


def _exact(certain: Iterable[tuple[Line, Line]], width: int) -> bool:
    fits = [
        before.end + 1 + len(first_word(line.text)) <= width
        for before, line in certain
        if before.text[-1] not in "-­" and not line.page
    ]
    return bool(fits) and sum(fits) <= 0.03 * len(fits)


def _starts(lines: Sequence[Line], width: int, gap: int) -> Counter[int]:
    """The indents of lines that certainly start a block: after a short line, or a stop and a gap."""
    return Counter(
        line.indent
        for before, line in pairwise(lines)
        if (before.end < 0.6 * width or (line.gap > gap and ended(before.text)))
        and not line.text[0].islower()
        and label(line.text)[0] is None
    )
