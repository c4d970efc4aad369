"""What changed between two texts, in pieces a reader sees whole: words, Burmese syllables, signs.

Two people's changes of one text are joined where they do not touch each other.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import LCSseq

from workbench.text.words import syllables

Kind = Literal["same", "out", "in"]
_MOST = 300
"""Pieces of a text that are compared with all care, in a tenth of a second at worst."""


def difference(before: str, after: str) -> list[tuple[Kind, str]]:
    """The texts as one row of parts: what stayed, what went out, what came in.

    >>> difference("ရွာ ၈ ရွာ", "ရွာ ၈၀ ရွာ")
    [('same', 'ရွာ '), ('out', '၈'), ('in', '၈၀'), ('same', ' ရွာ')]
    """
    old, new = _pieces(before), _pieces(after)
    parts: list[tuple[Kind, str]] = []
    end = 0
    for start, stop, come in _changes(old, new):
        parts += [("same", "".join(old[end:start])), ("out", "".join(old[start:stop])), ("in", come)]
        end = stop
    parts.append(("same", "".join(old[end:])))
    return [part for part in parts if part[1]]


def joined(base: str, theirs: str, mine: str) -> str | None:
    """The text with the changes of both; None where both changed the same place.

    >>> joined("ရွာ ၈ ရွာ ရှိသည်။", "ရွာ ၈၀ ရွာ ရှိသည်။", "ရွာ ၈ ရွာ မရှိပါ။")
    'ရွာ ၈၀ ရွာ မရှိပါ။'
    >>> joined("one day", "two days", "three days") is None
    True
    """
    pieces = _pieces(base)
    changes = sorted({*_changes(pieces, _pieces(theirs)), *_changes(pieces, _pieces(mine))})
    parts: list[str] = []
    end = 0
    for start, stop, come in changes:
        if start < end or (start == end and parts):
            return None
        parts += ["".join(pieces[end:start]), come]
        end = stop
    return "".join([*parts, *pieces[end:]])


def _changes(old: list[str], new: list[str]) -> list[tuple[int, int, str]]:
    """Which pieces of the old text were replaced by what."""
    return [(i, i_end, "".join(new[j:j_end])) for i, i_end, j, j_end in _gaps(_blocks(old, new))]


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Runs that both texts have: where in each, and how long; at last an empty one at both ends.

    difflib makes the difference that reads best, but takes minutes for long texts that say the same
    over and over; beyond `_MOST` pieces the longest common sequence has to do.
    """
    if max(len(old), len(new)) <= _MOST:
        found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(each.a, each.b, each.size) for each in found]
    return [(each.a, each.b, each.size) for each in LCSseq.opcodes(old, new).as_matching_blocks()]


def _gaps(blocks: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """What stands between the runs in either text, where anything does."""
    i = j = 0
    for old, new, size in blocks:
        if (i, j) != (old, new):
            yield i, old, j, new
        i, j = old + size, new + size


def _pieces(text: str) -> list[str]:
    """The text cut at the edges of its syllables; the spaces between are pieces too."""
    cuts = sorted({0, len(text), *(edge for span in syllables(text) for edge in span)})
    return [text[start:end] for start, end in pairwise(cuts)]
