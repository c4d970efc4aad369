"""The check for languages without rules of their own: can HarfBuzz shape this cluster?

HarfBuzz puts a dotted circle where the Myanmar script cannot have the signs it is given. That holds for
every language of the script; it finds signs out of order and without a letter, not doubled ones.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz

from workbench.text.findings import Finding, finding
from workbench.text.memo import Memo
from workbench.text.myanmar import ALL_MARKS, LETTERS, VIRAMA

FONT = Path(__file__).with_name("noto-sans-myanmar-400.ttf")
"""Noto Sans Myanmar as the pages serve it, in the form that HarfBuzz reads."""

_CIRCLE = "\u25cc"
_WORD = re.compile(rf"[{LETTERS}{ALL_MARKS}{VIRAMA}\u200c\u200d]{{1,64}}")


@cache
def _font() -> tuple[uharfbuzz.Font, int]:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT))))
    circle = font.get_nominal_glyph(ord(_CIRCLE))
    assert circle is not None
    return font, circle


def _circles(word: str) -> tuple[int, ...]:
    """The places where shaping a word shows a dotted circle."""
    font, circle = _font()
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return tuple(sorted({each.cluster for each in buffer.glyph_infos if each.codepoint == circle}))


_PLACES = Memo(_circles)


def impossible_clusters(line: str) -> Iterator[Finding]:
    """A finding for each place where HarfBuzz shows a dotted circle."""
    for word in _WORD.finditer(line):
        for place in _PLACES[word[0]]:
            start = word.start() + place
            yield finding("060", line, start, start + 1)
