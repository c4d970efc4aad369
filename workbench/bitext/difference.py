"""What tells two texts apart, in words of English and syllables of Burmese."""

from typing import Literal

from rapidfuzz.distance import Indel

from workbench.text.words import syllables

Piece = tuple[Literal["same", "ins", "del"], str]
"""A stretch of a difference: in both texts, only in the new one, or only in the old one."""


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The shortest way from one text to the other; without `ins` it is the old, without `del` the new.

    >>> difference("nearly 80 percent", "nearly 90 percent")
    (('same', 'nearly '), ('del', '80'), ('ins', '90'), ('same', ' percent'))
    """
    before, after = _tokens(old), _tokens(new)
    pieces: list[Piece] = []
    gone = come = 0
    for block in Indel.opcodes(before, after).as_matching_blocks():
        changed: tuple[Piece, ...] = (
            ("del", "".join(before[gone : block.a])),
            ("ins", "".join(after[come : block.b])),
            ("same", "".join(before[block.a : block.a + block.size])),
        )
        pieces += [piece for piece in changed if piece[1]]
        gone, come = block.a + block.size, block.b + block.size
    return tuple(pieces)


def _tokens(text: str) -> list[str]:
    """The text in pieces that are never cut: syllables and words, and the white space between them."""
    tokens, at = [], 0
    for start, end in syllables(text):
        tokens += [text[at:start], text[start:end]] if start > at else [text[start:end]]
        at = end
    return [*tokens, text[at:]] if at < len(text) else tokens
