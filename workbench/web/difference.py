"""What changed between two texts, in pieces a reader sees whole: words, Burmese syllables, signs."""

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


def _pieces(text: str) -> list[str]:
    """The text cut at the edges of its syllables; the spaces between are pieces too."""
    cuts = sorted({0, len(text), *(edge for span in syllables(text) for edge in span)})
    return [text[start:end] for start, end in pairwise(cuts)]
