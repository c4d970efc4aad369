"""Pieces to kinds: what a piece is by its own words; `neighbours` looks at what stands around it."""

from collections.abc import Sequence

from workbench.segment import shapes
from workbench.segment.grouping import Piece
from workbench.segment.labels import is_bullet, is_note
from workbench.segment.layout import ended
from workbench.segment.neighbours import settle


def kinds(pieces: Sequence[Piece]) -> list[str]:
    """The kind of every piece, one of `segments.KINDS`."""
    text = [piece for piece in pieces if not piece.furniture]
    named = iter(_in_context(text))
    return ["boilerplate" if piece.furniture else next(named) for piece in pieces]


def _in_context(pieces: Sequence[Piece]) -> list[str]:
    stops = any("။" in piece.text for piece in pieces)
    found = [_by_shape(piece, stops) for piece in pieces]
    settle(pieces, found)
    return found


def _by_shape(piece: Piece, stops: bool) -> str:
    text = piece.text
    if not text or (text[0] in shapes.MAY_SEPARATE and shapes.SEPARATOR.fullmatch(piece.whole)):
        return "separator"
    short = len(text) <= shapes.HEADING_LENGTH
    if short and not ended(text) and shapes.is_contact(text):
        return "contact"
    if piece.label:
        return _by_label(piece.label)
    if shapes.is_boilerplate(text):
        return "boilerplate"
    if short and shapes.is_date(text):
        return "date"
    return _by_words(text, stops)


def _by_label(mark: str) -> str:
    if is_note(mark):
        return "footnote"
    return "bullet" if is_bullet(mark) else "numbered_item"


def _by_words(text: str, stops: bool) -> str:
    if len(text) > 2 * shapes.HEADING_LENGTH:
        return "paragraph"
    if shapes.may_be_special(text):
        if shapes.BYLINE.fullmatch(text) and not ended(text):
            return "byline"
        if shapes.SALUTATION.fullmatch(text):
            return "salutation"
        if shapes.CAPTION.match(text):
            return "caption"
    return "heading" if shapes.looks_like_heading(text, stops) else "paragraph"
