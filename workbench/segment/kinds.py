"""Pieces to kinds: what a piece is by its own shape, then by its neighbours."""

import re
from collections.abc import Sequence

from workbench.segment import shapes
from workbench.segment.grouping import Piece
from workbench.segment.labels import is_bullet, is_note
from workbench.segment.layout import ended

_HEADING_LENGTH = 200
_LINE = 90
_VERB_END = re.compile(r"(?:သည်|တယ်|မည်|မယ်|ပါပြီ|ပါ|၏|ဘူး)[”’\"']?$")
_AFTER_BODY = {"boilerplate", "separator", "footnote", "contact", "date", "author_note", "signatory"}
_LISTS = {"numbered_item", "bullet"}
_BODY = {"paragraph", "salutation", *_LISTS}


def kinds(pieces: Sequence[Piece]) -> list[str]:
    """The kind of every piece, one of `segments.KINDS`."""
    text = [piece for piece in pieces if not piece.furniture]
    named = iter(_in_context(text))
    return ["boilerplate" if piece.furniture else next(named) for piece in pieces]


def _in_context(pieces: Sequence[Piece]) -> list[str]:
    found = [_by_shape(piece) for piece in pieces]
    _addresses(pieces, found)
    _lists(pieces, found)
    _headlines(pieces, found)
    _endings(pieces, found)
    _closing_lines(pieces, found)
    _numbered_headings(pieces, found)
    return found


def _by_shape(piece: Piece) -> str:
    text = piece.text
    if not text or (text[0] in shapes.MAY_SEPARATE and shapes.SEPARATOR.fullmatch(piece.whole)):
        return "separator"
    short = len(text) <= _HEADING_LENGTH
    if short and not ended(text) and shapes.is_contact(text):
        return "contact"
    if piece.label:
        return _by_label(piece.label)
    if shapes.is_boilerplate(text):
        return "boilerplate"
    if short and shapes.is_date(text):
        return "date"
    return _by_words(text)


def _by_label(mark: str) -> str:
    if is_note(mark):
        return "footnote"
    return "bullet" if is_bullet(mark) else "numbered_item"


def _by_words(text: str) -> str:
    if shapes.BYLINE.fullmatch(text) and not ended(text):
        return "byline"
    if shapes.SALUTATION.fullmatch(text):
        return "salutation"
    if shapes.CAPTION.match(text) and len(text) < 2 * _HEADING_LENGTH:
        return "caption"
    return "heading" if looks_like_heading(text) else "paragraph"


def looks_like_heading(text: str) -> bool:
    """Whether a text is short and unfinished enough to be a heading or another line by itself."""
    if len(text) > _HEADING_LENGTH or text[0].islower() or text[-1] in ",;:၊—-":
        return False
    return not ended(text) and not _VERB_END.search(text)


def _addresses(pieces: Sequence[Piece], found: list[str]) -> None:
    """The lines under "To:" and "CC:" up to the date, the salutation or a wider gap."""
    inside, gap = False, 0
    for at, piece in enumerate(pieces):
        if found[at] in ("heading", "paragraph") and shapes.ADDRESS_HEAD.fullmatch(piece.text):
            inside = True
            gap = pieces[at + 1].first.gap if at + 1 < len(pieces) else 0
            found[at] = "address"
        elif inside and found[at] == "heading" and (piece.first.page or piece.first.gap <= gap):
            found[at] = "address"
        elif found[at] != "boilerplate":
            inside = False


def _lists(pieces: Sequence[Piece], found: list[str]) -> None:
    """Lists of signatories and of contacts, told by the line that leads in."""
    becomes = ""
    for at, kind in enumerate(found):
        if kind in _LISTS and becomes:
            found[at] = becomes
        elif kind in ("heading", "paragraph"):
            leads = at + 1 < len(found) and found[at + 1] in _LISTS
            becomes = _led_in(pieces[at].text) if leads else ""


def _led_in(text: str) -> str:
    if len(text) > 2 * _HEADING_LENGTH:
        return ""
    if shapes.SIGNERS.search(text):
        return "signatory"
    return "contact" if text[-1] in ":-။" and shapes.CONTACTS.search(text) else ""


def _headlines(pieces: Sequence[Piece], found: list[str]) -> None:
    """Titles of other documents: each stands before a byline, or in a list of links."""
    listed = found.count("byline") > 1
    links = False
    for at, piece in enumerate(pieces):
        if found[at] == "heading" and shapes.LINKS.fullmatch(piece.text):
            links = True
        elif (found[at] in ("heading", "paragraph") and listed and _before_byline(found, at)) or (
            links and found[at] == "heading" and len(piece.text) > 30
        ):
            found[at] = "headline"
        elif found[at] == "paragraph":
            links = False


def _before_byline(found: list[str], at: int) -> bool:
    return at + 1 < len(found) and found[at + 1] == "byline"


def _endings(pieces: Sequence[Piece], found: list[str]) -> None:
    """After the last paragraph of the body: who wrote it, and "about us"."""
    first = next((at for at, kind in enumerate(found) if kind in _BODY), len(found))
    body = False
    for at in range(len(pieces) - 1, 0, -1):
        if found[at] not in ("paragraph", "numbered_item", "bullet"):
            continue
        if not body and at > first and found[at] in ("paragraph", "bullet"):
            text = pieces[at].text
            if shapes.ABOUT.match(text):
                found[at] = "boilerplate"
                continue
            if shapes.is_author_note(text) or pieces[at - 1].last.text.endswith("■"):
                found[at] = "author_note"
                continue
        body = True


def _closing_lines(pieces: Sequence[Piece], found: list[str]) -> None:
    """Short lines between the end of the body and what follows it: who signs."""
    end = len(pieces)
    while end > 0:
        at = end
        while at > 0 and found[at - 1] == "heading" and len(pieces[at - 1].text) <= _LINE:
            at -= 1
        followed = end == len(pieces) or found[end] in _AFTER_BODY
        if at > 0 and followed and found[at - 1] in _BODY:
            found[at:end] = ["signatory"] * (end - at)
        end = min(at, end - 1)


def _numbered_headings(pieces: Sequence[Piece], found: list[str]) -> None:
    """ "1. Introduction" above a paragraph is a heading with a label."""
    for at, piece in enumerate(pieces[:-1]):
        if (
            found[at] == "numbered_item"
            and found[at + 1] == "paragraph"
            and found[at - 1 : at] != ["numbered_item"]
            and len(pieces[at + 1].text) > _LINE
            and len(piece.text) <= _LINE
            and looks_like_heading(piece.text)
        ):
            found[at] = "heading"
