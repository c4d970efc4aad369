"""The tokens of both texts as streams, ready to be compared."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from workbench.align.beads import Floats
from workbench.align.streams import Stream, Translations
from workbench.align.tokens import shared_tokens
from workbench.segment import Segment

_TRUST = 0.6


def _stream(segments: list[list[str]], number: dict[str, int], others: Counter[str]) -> Stream:
    flat = [number[each] for tokens in segments for each in tokens]
    counts = np.bincount(np.array(flat, dtype=np.int64), minlength=len(number)).astype(float)
    known = np.array([each in others for each in number])
    sizes = np.array([[len(each)] for each in segments], dtype=float)
    return Stream(
        np.array(flat, dtype=np.int64),
        np.cumsum([0] + [len(each) for each in segments]),
        sizes,
        np.zeros(len(number), dtype=np.int64),
        np.where(known, _TRUST, 0.0),
        np.maximum(counts, 1) / max(counts.sum(), 500.0),
        np.ones(len(number)),
    )


def streams(source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Stream, Stream, Translations]:
    """Both texts by their shared tokens, and the table that says each is its own translation."""
    ours, theirs = ([shared_tokens(each) for each in side] for side in (source, target))
    counts = [Counter(each for tokens in side for each in tokens) for side in (ours, theirs)]
    number = {each: place for place, each in enumerate(counts[0] | counts[1])}
    same = np.arange(len(number) + 1)
    table = Translations(same, same[:-1], np.ones(len(number)))
    return _stream(ours, number, counts[1]), _stream(theirs, number, counts[0]), table


def text_lengths(segments: Sequence[Segment]) -> Floats:
    """Characters of each segment without white space."""
    return np.array([len("".join(each.text.split())) for each in segments], dtype=float)
