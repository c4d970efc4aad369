"""The doors `segment` and `lines`: a text to its sentences, block by block or line by line."""

import re
from collections.abc import Iterable, Sequence
from itertools import repeat

from workbench.segment.blocks import blocks
from workbench.segment.exceptions import CutException
from workbench.segment.language import language_of
from workbench.segment.layout import ended
from workbench.segment.segments import Block, Segment, make_segment
from workbench.segment.sentences import is_bare, sentences
from workbench.text.languages import Language

AUTO = "auto"
_GOES_ON = re.compile(r";(?:\s(?:and|or))?$")
WHOLE = {
    "separator",
    "signatory",
    "contact",
    "address",
    "date",
    "salutation",
    "headline",
    "byline",
    "heading",
}
"""Kinds whose full stops end nothing: a name, a place, a title."""
LISTED = {"numbered_item", "bullet", "table_cell", "caption", "boilerplate"}
"""Kinds that are one sentence when no full stop ends them."""


def segment(
    text: str, language: Language | str = AUTO, exceptions: Sequence[CutException] = ()
) -> list[Segment]:
    """The sentences of a text in order, each with the kind and number of its block.

    `exceptions` are a project's abbreviations and names, which stay whole.

    >>> [(each.label, each.text) for each in segment("1. Stop. Go.", "en")]
    [('1.', 'Stop.'), (None, 'Go.')]
    """
    return of_blocks(blocks(text, _tag(language)), exceptions)


def of_blocks(found: Iterable[Block], exceptions: Sequence[CutException] = ()) -> list[Segment]:
    """The sentences of these blocks in order; a separator gives its line, that nothing be lost."""
    return [
        piece for number, block in enumerate(found) for piece in _of_block(number, block, exceptions)
    ]


def lines(text: str, language: Language | str = AUTO) -> list[Segment]:
    """One segment a line as it stands, empty lines too, for texts that are segmented already."""
    tag = _tag(language)
    raw = text.split("\n")
    raw = raw[:-1] if raw and not raw[-1] else raw
    return [
        Segment(line.strip(), number, language=language_of(line) if tag == AUTO else tag)
        for number, line in enumerate(raw)
    ]


def _tag(language: Language | str) -> str:
    return language if isinstance(language, str) else language.tag


def _punctuated(text: str) -> bool:
    """Whether an item of a list ends like a sentence, or like one of several that go on: "...; and"."""
    return ended(text) or _GOES_ON.search(text) is not None


def _of_block(number: int, block: Block, exceptions: Sequence[CutException]) -> list[Segment]:
    if block.kind in WHOLE or (block.kind in LISTED and not _punctuated(block.text)):
        return [make_segment(block.text, number, block.kind, block.label, block.language, " ", False)]
    pieces = sentences(block.text, block.language, exceptions) or [(block.text, "")]
    if len(pieces) == 1:
        return [make_segment(pieces[0][0], number, block.kind, block.label, block.language, " ", False)]
    tentative = is_bare(block.text, block.language)
    labels = (block.label, *repeat(None, len(pieces) - 1))
    spaces = (*(after for _, after in pieces[:-1]), " ")
    return [
        make_segment(text, number, block.kind, mark, block.language, after, tentative)
        for (text, _), mark, after in zip(pieces, labels, spaces, strict=True)
    ]
