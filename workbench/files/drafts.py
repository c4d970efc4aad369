"""Drafts to blocks: what readers of structured formats found, as clean Unicode with kinds and labels.

A reader says what the file says (this is a heading, a cell, the third item of a list); what a paragraph
is beyond that (a date, a signatory, an address) is told by `workbench.segment`, as for plain text.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.files.opened import Remark
from workbench.files.plain import AUTO
from workbench.saying import say
from workbench.segment import Block
from workbench.segment.blocks import clean
from workbench.segment.grouping import Piece, pieces
from workbench.segment.kinds import kinds
from workbench.segment.labels import label
from workbench.segment.language import language_of
from workbench.segment.lexicon import vocabulary
from workbench.segment.lines import Line, lines
from workbench.text.documents import detect_lines, unicode_of

_ITEMS = ("numbered_item", "bullet")
_NO_ITEM = ("heading", "paragraph", "headline", "byline")
_UNLABELLED = ("table_cell", "boilerplate", "heading")
"""Kinds whose text is taken as it stands; a number at its head is part of it."""


@dataclass(slots=True)
class Draft:
    """A block as a reader found it: `kind` is empty when the file does not say; \\n is a line break."""

    text: str
    kind: str = ""
    label: str | None = None
    level: int = 0
    place: str = ""
    beside: tuple[str, ...] = ()


def blocks_of(drafts: Sequence[Draft], language: str) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """The blocks of these drafts in order, and a remark for each place where Zawgyi was converted."""
    remarks = _make_unicode(drafts)
    found = [(draft, piece) for draft in drafts for piece in _pieces(draft)]
    for number, (_, piece) in enumerate(found, start=1):
        piece.first.number = piece.last.number = number
    named = kinds([piece for _, piece in found])
    return tuple(
        _block(draft, piece, kind, language) for (draft, piece), kind in zip(found, named, strict=True)
    ), tuple(remarks)


def _make_unicode(drafts: Sequence[Draft]) -> list[Remark]:
    """Convert the Zawgyi lines of drafts in place; neighbours have a say, as in plain text."""
    remarks: list[Remark] = []
    verdicts = detect_lines(line for draft in drafts for line in draft.text.split("\n"))
    for draft in drafts:
        clean_lines, converted = [], False
        for line in draft.text.split("\n"):
            found = next(verdicts)
            line_clean = unicode_of(line, found)
            converted |= line_clean != line and found.has_zawgyi
            clean_lines.append(unicodedata.normalize("NFC", line_clean))
        draft.text = "\n".join(clean_lines)
        if converted:
            remarks.append(
                Remark(
                    draft.place, "zawgyi", say("This text was Zawgyi and has been converted to Unicode.")
                )
            )
    return remarks


def _pieces(draft: Draft) -> Iterator[Piece]:
    """The piece of a draft; several when its line breaks separate what does not belong together."""
    if draft.kind == "separator":
        yield Piece("* * *", None, Line("* * *", gap=1), Line("* * *", gap=1))
    elif draft.kind in _UNLABELLED:
        yield from _whole(" ".join(draft.text.split()), draft.label)
    elif "\n" in draft.text.strip():
        found = pieces(lines(draft.text), vocabulary(draft.text))
        for place, piece in enumerate(found):
            if place == 0 and draft.label:
                piece.label = " ".join(filter(None, (draft.label, piece.label)))
            piece.furniture = False
            yield piece
    else:
        mark, rest = label(draft.text.strip())
        yield from _whole(rest, " ".join(filter(None, (draft.label, mark))) or None)


def _whole(text: str, mark: str | None) -> Iterator[Piece]:
    if text or mark:
        line = Line(text, gap=1)
        yield Piece(text, mark, line, line)


def _block(draft: Draft, piece: Piece, kind: str, language: str) -> Block:
    if draft.kind == "separator":
        return Block("separator", "", None, "en" if language == AUTO else language, place=draft.place)
    if draft.kind and (draft.kind not in _ITEMS or (piece.label and kind in _NO_ITEM)):
        kind = draft.kind
    text, beside = clean(piece.text)
    tag = language_of(text) if language == AUTO else language
    return Block(kind, text, piece.label, tag, draft.level, draft.place, (*draft.beside, *beside))
