"""The door `blocks`: a text to its paragraphs, headings and list items, with kind and label."""

import re
from collections.abc import Iterator

from workbench.saying import say
from workbench.segment.grouping import Piece, pieces
from workbench.segment.kinds import kinds
from workbench.segment.language import language_of
from workbench.segment.lexicon import vocabulary
from workbench.segment.lines import lines
from workbench.segment.segments import Block, make_block

_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]*)\)")
_END_MARK = re.compile(r"\s*■\s*$")


def blocks(text: str, language: str = "auto") -> list[Block]:
    """The blocks of a plain text, in order, each on one line.

    `language` is a BCP-47 tag for all of them, or "auto" to tell each by its letters. What is no text
    (link addresses, end marks) stands in `beside`; the text of a separator is its line or stars.

    >>> [(block.kind, block.label, block.text) for block in blocks("1. One\\n2. Two")]
    [('numbered_item', '1.', 'One'), ('numbered_item', '2.', 'Two')]
    """
    found = pieces(lines(text), vocabulary(text))
    return list(_blocks(found, kinds(found), language))


def _blocks(found: list[Piece], named: list[str], language: str) -> Iterator[Block]:
    for piece, kind in zip(found, named, strict=True):
        place = say("line %(number)s", number=piece.first.number)
        text, beside = clean(piece.text)
        if kind == "separator" or not (text or piece.label):
            yield make_block("separator", piece.whole, None, _language("", language), 0, place, ())
        else:
            yield make_block(kind, text, piece.label, _language(text, language), 0, place, beside)


def _language(text: str, language: str) -> str:
    return language_of(text) if language == "auto" else language


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of a text on one line, and what stood in it without being text, in order."""
    beside: list[str] = []
    if "](" in text:
        beside += [link[2] for link in _LINK.finditer(text)]
        text = _LINK.sub(r"\1", text)
    if "■" in text:
        beside += _END_MARK.findall(text) and ["■"]
        text = _END_MARK.sub("", text)
    # Tabs, no-break spaces and the like are not printable: nothing else needs the slower way.
    even = text.isprintable() and "  " not in text
    return (text if even else " ".join(text.split())), tuple(beside)
