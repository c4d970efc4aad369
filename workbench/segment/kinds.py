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
    stops = any("။" in piece.text for piece in pieces)
    found = [_by_shape(piece, stops) for piece in pieces]
    _titles(pieces, found)
    _addresses(pieces, found)
    _lists(pieces, found)
    _headlines(pieces, found)
    _endings(pieces, found)
    _closing_lines(pieces, found)
    _numbered_headings(pieces, found)
    return found


def _by_shape(piece: Piece, stops: bool) -> str:
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
    return _by_words(text, stops)


def _by_label(mark: str) -> str:
    if is_note(mark):
        return "footnote"
    return "bullet" if is_bullet(mark) else "numbered_item"


def _by_words(text: str, stops: bool) -> str:
    if len(text) > 2 * _HEADING_LENGTH:
        return "paragraph"
    if shapes.BYLINE.fullmatch(text) and not ended(text):
        return "byline"
    if shapes.SALUTATION.fullmatch(text):
        return "salutation"
    if shapes.CAPTION.match(text):
        return "caption"
    return "heading" if looks_like_heading(text, stops) else "paragraph"


def looks_like_heading(text: str, stops: bool = False) -> bool:
    """Whether a text is short and unfinished enough to be a heading or another line by itself.

    `stops` says that the document ends its Burmese sentences with ။: then a verb ends none without it.
    """
    if len(text) > _HEADING_LENGTH or text[0].islower() or text[-1] in ",;:၊—-":
        return False
    return not ended(text) and (stops or not _VERB_END.search(text))


def _titles(pieces: Sequence[Piece], found: list[str]) -> None:
    """A short first line is the title, though it end in a verb and the text have no ။."""
    if found[:2] == ["paragraph", "paragraph"] and len(pieces[0].text) <= _LINE:
        found[0] = "paragraph" if ended(pieces[0].text) else "heading"


def _addresses(pieces: Sequence[Piece], found: list[str]) -> None:
    """The lines under "To:" and "CC:" up to the date, the salutation or a wider gap; letter heads."""
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
    _letter_heads(pieces, found)


def _letter_heads(pieces: Sequence[Piece], found: list[str]) -> None:
    """Lines one under the other above a letter's salutation, or with a street among them."""
    head = next((at for at, kind in enumerate(found) if kind in _BODY), len(found))
    letter = head < len(found) and found[head] == "salutation"
    start = 0
    for at in range(1, head + 1):
        if at < head and found[at] == "heading" and pieces[at].first.gap == 0:
            continue
        group = pieces[start:at]
        street = any(shapes.STREET.match(piece.text) for piece in group)
        if len(group) > 1 and found[start] == "heading" and (letter or street):
            found[start:at] = ["address"] * len(group)
        start = at


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
        elif (
            found[at] in ("heading", "paragraph") and listed and _before_byline(pieces, found, at)
        ) or (links and found[at] == "heading" and len(piece.text) > 30):
            found[at] = "headline"
        elif found[at] == "paragraph":
            links = False


def _before_byline(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a byline follows, and after it no text that this is the title of."""
    if found[at + 1 : at + 2] != ["byline"]:
        return False
    body = found[at + 2 : at + 3] == ["paragraph"] and ended(pieces[at + 2].text)
    return not body or (at > 0 and shapes.ABOUT.match(pieces[at + 2].text) is not None)


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
        named = not any(shapes.SIGNERS.search(piece.text) for piece in pieces[at:end])
        if at > 0 and followed and named and found[at - 1] in _BODY:
            found[at:end] = ["signatory"] * (end - at)
        end = min(at, end - 1)


def _numbered_headings(pieces: Sequence[Piece], found: list[str]) -> None:
    """ "1. Introduction" and "1.1 Scope" above a paragraph are headings with a label."""
    for at, piece in enumerate(pieces[:-1]):
        if found[at] == "heading" and found[at + 1] == "boilerplate" and piece.text.startswith("About "):
            found[at] = "boilerplate"
        if found[at] != "numbered_item" or found[at + 1] != "paragraph" or len(piece.text) > _LINE:
            continue
        levels = (piece.label or "").strip(".").count(".") > 0
        alone = found[at - 1 : at] != ["numbered_item"] and len(pieces[at + 1].text) > _LINE
        if (levels or alone) and looks_like_heading(piece.text):
            found[at] = "heading"
