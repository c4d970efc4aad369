"""What a piece is by its neighbours: addresses, signatories, titles of other documents, closing lines.

Every step takes the kinds found so far, one for each piece, and corrects them in place.
"""

from collections.abc import Sequence

from workbench.segment import shapes
from workbench.segment.grouping import Piece
from workbench.segment.layout import ended

_LINE = 90
_AFTER_BODY = {"boilerplate", "separator", "footnote", "contact", "date", "author_note", "signatory"}
_LISTS = {"numbered_item", "bullet"}
_BODY = {"paragraph", "salutation", *_LISTS}


def settle(pieces: Sequence[Piece], found: list[str]) -> None:
    """Correct the kinds of these pieces by what stands around each."""
    for step in (_titles, _addresses, _letter_heads, _lists, _headlines, _endings, _closing_lines):
        step(pieces, found)
    _numbered_headings(pieces, found)


def _titles(pieces: Sequence[Piece], found: list[str]) -> None:
    """A short first line is the title, though it end in a verb and the text have no ။."""
    if found[:2] == ["paragraph", "paragraph"] and len(pieces[0].text) <= _LINE:
        found[0] = "paragraph" if ended(pieces[0].text) else "heading"


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
    becomes, gap = "", 0
    for at, kind in enumerate(found):
        plain = kind == "heading" and pieces[at].first.gap <= gap and len(pieces[at].text) <= _LINE
        if becomes and (kind in _LISTS or plain):
            found[at] = becomes
        elif kind in ("heading", "paragraph"):
            becomes, gap = _leads_in(pieces, found, at)


def _leads_in(pieces: Sequence[Piece], found: list[str], at: int) -> tuple[str, int]:
    """What the list under a line holds, and the gap up to which lines without labels belong to it."""
    following = found[at + 1] if at + 1 < len(found) else ""
    lines = following == "heading" and pieces[at].text[-1] in ":-။"
    if following not in _LISTS and not lines:
        return "", -1
    return _led_in(pieces[at].text), pieces[at + 1].first.gap if lines else -1


def _led_in(text: str) -> str:
    if len(text) > 2 * shapes.HEADING_LENGTH:
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
        if (levels or alone) and shapes.looks_like_heading(piece.text):
            found[at] = "heading"
