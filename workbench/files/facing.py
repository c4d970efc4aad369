"""Which blocks of two files face each other in a preview, before anything is aligned.

Told by what costs nothing to know: kinds and labels, numbers alike in either script. As many blocks as
can that say the same of themselves and keep their order stand side by side; the others follow in turn.
"""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from workbench.segment import Block
from workbench.segment.labels import ordinal

Sign = tuple[str, int | bool | None]
MOST = 20_000
"""Blocks of a side up to which this is asked; beyond, the first faces the first and so on."""


def facing(source: Sequence[Block], target: Sequence[Block]) -> list[tuple[int, int]]:
    """The places of blocks that face each other, rising on both sides.

    >>> one = [Block("heading", "A"), Block("paragraph", "B"), Block("numbered_item", "C", "2.")]
    >>> two = [Block("heading", "က"), Block("numbered_item", "ဂ", "၂။")]
    >>> facing(one, two)
    [(0, 0), (2, 1)]
    """
    if max(len(source), len(target)) > MOST:
        return [(at, at) for at in range(min(len(source), len(target)))]
    ours, theirs = (list(map(_sign, blocks)) for blocks in (source, target))
    return [
        (found.src_start + step, found.dest_start + step)
        for found in LCSseq.opcodes(ours, theirs)
        if found.tag == "equal"
        for step in range(found.src_end - found.src_start)
    ]


def _sign(block: Block) -> Sign:
    """What a block says of itself in any language: its kind and the number of its label."""
    number = ordinal(block.label) if block.label else None
    return block.kind, number if number is not None else bool(block.label)
