"""A side's text as somebody wrote it anew, on the segments that the side had.

A reviewer sees one text where we keep several sentences. A boundary stays where the words on both sides
of it can be told again; where they cannot, the two sentences become one.
"""

import unicodedata
from dataclasses import replace
from itertools import accumulate, pairwise

from rapidfuzz.distance import Levenshtein

from workbench.bitext.units import join
from workbench.segment import Segment


def recast(old: tuple[Segment, ...], text: str) -> tuple[Segment, ...]:
    """The segments of a side with this text; its running text is the text, and nothing is lost of it.

    >>> old = Segment("One."), Segment("Two.", label="2."), Segment("Three.")
    >>> [(each.text, each.label) for each in recast(old, "One! Two sheep. Three.")]
    [('One!', None), ('Two sheep.', '2.'), ('Three.', None)]
    """
    cuts = _cuts(old, text)
    places = [(0, 0), *((at, cut) for at, cut in cuts if cut is not None), (len(old), len(text))]
    found = []
    for (first, start), (_, end) in pairwise(places):
        piece = text[start:end]
        body = piece.strip(" ")
        if body:
            found.append(
                replace(old[first], text=body, after=piece[len(piece.rstrip(" ")) :], tentative=False)
            )
    return (*found[:-1], replace(found[-1], after=old[-1].after)) if found else ()


def _cuts(old: tuple[Segment, ...], text: str) -> list[tuple[int, int | None]]:
    """Where each segment but the first begins in the text, by its number; None where that is lost."""
    kept: dict[int, int] = {}
    for code in Levenshtein.opcodes(join(old), text):
        if code.tag == "equal":
            kept.update(enumerate(range(code.dest_start, code.dest_end), code.src_start))
    starts = accumulate(len(each.text) + len(each.after) for each in old[:-1])
    return [
        (at, _told_again(start, start - len(before.after) - 1, kept, text))
        for at, (start, before) in enumerate(zip(starts, old, strict=False), 1)
    ]


def _told_again(first: int, last: int, kept: dict[int, int], text: str) -> int | None:
    """Where a segment begins now: by its `first` character, else by the `last` of the one before it."""
    if first in kept:
        cut = kept[first]
    elif last in kept:
        rest = text[kept[last] + 1 :]
        cut = len(text) - len(rest.lstrip(" "))
    else:
        return None
    return None if unicodedata.category(text[cut : cut + 1] or " ").startswith("M") else cut
