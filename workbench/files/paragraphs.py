"""The lines of a PDF's pages to paragraphs, each on one line: by where lines begin, end and stand.

A line goes on with the one before when it stands right under it, in type of the same size, and its first
word had no room there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.files.pages import PageLine
from workbench.files.spacing import Spacing
from workbench.segment.joining import join
from workbench.segment.labels import label
from workbench.segment.layout import ended
from workbench.segment.lexicon import vocabulary
from workbench.text.words import words

_PITCH = 1.25
"""How much further apart, at most, lines of one paragraph stand than lines do."""
_SAME_SIZE = 0.15
_REACH = 30  # lines on either side that show where the right margin is
_SLACK = 1.0
"""How much more room than its first word, in heights, a line may have had on the line before."""
_LONGEST_WORD = 60
_INDENT = 0.6  # of the height


def paragraphs(lines: Sequence[PageLine]) -> Iterator[tuple[int, str]]:
    """Each paragraph on one line, with its page, in order."""
    spacing = Spacing(line.text for line in lines)
    seen = vocabulary("\n".join(line.text for line in lines))
    pitch = _pitches(lines)
    current: list[PageLine] = []
    for at, line in enumerate(lines):
        if current and not _goes_on(current, line, _margin(lines, at - 1), pitch):
            yield current[0].page, _joined(current, spacing, seen)
            current = []
        current.append(line)
    if current:
        yield current[0].page, _joined(current, spacing, seen)


def _joined(lines: Sequence[PageLine], spacing: Spacing, seen: frozenset[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = join(text, line.text, seen, tight=not spacing.spaced(text, line.text))
    return text


def _pitches(lines: Sequence[PageLine]) -> dict[int, float]:
    """How far lines stand apart, by the size of their type."""
    seen: dict[int, Counter[float]] = {}
    for before, line in pairwise(lines):
        step, height = line.tallest.top - before.tallest.top, line.tallest.height
        if line.page == before.page and _same_size(before, line) and 0 < step < 4 * height:
            seen.setdefault(round(height), Counter())[round(step)] += 1
    return {size: _usual(steps) for size, steps in seen.items()}


def _usual(steps: Counter[float]) -> float:
    """The smallest step that is common: between paragraphs they are wider."""
    most = max(steps.values())
    return min(step for step, number in steps.items() if number >= 0.3 * most)


def _same_size(one: PageLine, other: PageLine) -> bool:
    return abs(one.tallest.height - other.tallest.height) <= _SAME_SIZE * one.tallest.height


def _margin(lines: Sequence[PageLine], at: int) -> float:
    """Where the column of a line ends on the right, by the lines of its size around it that begin where
    it does: a title above two columns is wider than either."""
    line = lines[at]
    near = 4 * line.tallest.height
    return max(
        other.last.right
        for other in lines[max(0, at - _REACH) : at + _REACH]
        if abs(other.first.left - line.first.left) <= near and _same_size(line, other)
    )


def _first_word(line: PageLine) -> float:
    """How wide a line's first word is: Burmese may be broken after it without a space."""
    end = next((at for at, spaced in enumerate(line.spaced) if spaced), len(line.words))
    run = "".join(word.text for word in line.words[:end])
    spans = words(run[:_LONGEST_WORD])
    share = min(1.0, spans[0][1] / len(run)) if spans else 1.0
    return share * (line.words[end - 1].right - line.first.left)


def _goes_on(
    paragraph: Sequence[PageLine], line: PageLine, margin: float, pitch: dict[int, float]
) -> bool:
    before, height = paragraph[-1], line.tallest.height
    step = line.tallest.top - before.tallest.top
    if line.page != before.page or not _same_size(before, line):
        return False
    if not 0 < step <= _PITCH * pitch.get(round(height), 2 * height) or label(line.text)[0]:
        return False
    room = margin - before.last.right
    if room > _first_word(line) + _SLACK * height and not line.text[0].islower():
        return False
    first = line.first
    indented = first.left - before.first.left > _INDENT * height
    return not (indented and (len(paragraph) > 1 or (ended(before.text) and not label(before.text)[0])))
