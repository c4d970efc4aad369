"""What changed between two texts, in pieces a reader sees whole: words, Burmese syllables, signs.

Two people's changes of one text are joined where they do not touch each other.
"""

from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from workbench.text.words import syllables

Kind = Literal["same", "out", "in"]


def difference(before: str, after: str) -> list[tuple[Kind, str]]:
    """The texts as one row of parts: what stayed, what went out, what came in.

    >>> difference("ရွာ ၈ ရွာ", "ရွာ ၈၀ ရွာ")
    [('same', 'ရွာ '), ('out', '၈'), ('in', '၈၀'), ('same', ' ရွာ')]
    """
    old, new = _pieces(before), _pieces(after)
    parts: list[tuple[Kind, str]] = []
    for kind, *(old_start, old_end, new_start, new_end) in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        out, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        parts += [("same", out)] if kind == "equal" else [("out", out), ("in", come)]
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
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(i, i_end, "".join(new[j:j_end])) for kind, i, i_end, j, j_end in codes if kind != "equal"]


def _pieces(text: str) -> list[str]:
    """The text cut at the edges of its syllables; the spaces between are pieces too."""
    cuts = sorted({0, len(text), *(edge for span in syllables(text) for edge in span)})
    return [text[start:end] for start, end in pairwise(cuts)]
