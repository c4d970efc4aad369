"""What a piece is by its neighbours: titles, addresses, lists of signatories, numbered headings.

Every step takes the kinds found so far, one for each piece, and corrects them in place.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from workbench.segment import shapes
from workbench.segment.endings import BODY, settle_endings
from workbench.segment.grouping import Piece
from workbench.segment.labels import ordinal
from workbench.segment.layout import ended

_LINE = 90
_LISTS = {"numbered_item", "bullet"}


def settle(pieces: Sequence[Piece], found: list[str]) -> None:
    """Correct the kinds of these pieces by what stands around each."""
    for step in (_titles, _lead_ins, _addresses, _letter_heads, _lists):
        step(pieces, found)
    settle_endings(pieces, found)
    _numbered_headings(pieces, found)


def _titles(pieces: Sequence[Piece], found: list[str]) -> None:
    """A short first line is the title, though it end in a verb and the text have no ။, or in a question
    above the name of who wrote it."""
    if found[:2] == ["paragraph", "byline"] and pieces[0].text[-1] in "?!" and _short(pieces[0]):
        found[0] = "heading"
    if found[:2] == ["paragraph", "paragraph"] and _short(pieces[0]):
        found[0] = "paragraph" if ended(pieces[0].text) else "heading"


def _short(piece: Piece) -> bool:
    return len(piece.text) <= _LINE


def _lead_ins(pieces: Sequence[Piece], found: list[str]) -> None:
    """A line that the items of a list go on with, in small letters, is no heading."""
    for at, (kind, after) in enumerate(pairwise(found)):
        if kind == "heading" and after in _LISTS and pieces[at + 1].text[:1].islower():
            found[at] = "paragraph"


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
    head = next((at for at, kind in enumerate(found) if kind in BODY), len(found))
    letter = head < len(found) and found[head] == "salutation"
    start = 0
    for at in range(1, head + 1):
        if at < head and found[at] == "heading" and pieces[at].first.gap == 0:
            continue
        group = pieces[start:at]
        street = any(shapes.STREET.match(piece.text) for piece in group)
        street = street or (found[at : at + 1] == ["contact"] and pieces[at].first.gap == 0)
        if len(group) > 1 and found[start] == "heading" and (letter or street):
            found[start:at] = ["address"] * len(group)
        start = at


def _lists(pieces: Sequence[Piece], found: list[str]) -> None:
    """Lists of signatories and of contacts, told by the line that leads in; a numbered one goes on."""
    becomes, gap = "", 0
    next_number, of_list = 0, ""
    for at, kind in enumerate(found):
        number = ordinal(pieces[at].label or "") if kind in _LISTS else None
        plain = kind == "heading" and pieces[at].first.gap <= gap and len(pieces[at].text) <= _LINE
        if not becomes and number is not None and number == next_number:
            becomes = of_list
        if becomes and (kind in _LISTS or plain):
            found[at] = becomes
            next_number, of_list = (number or 0) + 1 if number else next_number, becomes
        elif kind in ("heading", "paragraph"):
            becomes, gap = _leads_in(pieces, found, at)


def _leads_in(pieces: Sequence[Piece], found: list[str], at: int) -> tuple[str, int]:
    """What the list under a line holds, and the gap up to which lines without labels belong to it."""
    following = found[at + 1] if at + 1 < len(found) else ""
    lines = following == "heading" and pieces[at].text[-1] in ":-။"
    if following not in _LISTS and not lines:
        return "", -1
    becomes = _led_in(pieces[at].text)
    if becomes == "signatory" and _tells_points(pieces, found, at + 1):
        becomes = ""
    return becomes, pieces[at + 1].first.gap if lines else -1


def _tells_points(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a list is of sentences: what "we, the undersigned, demand:" leads in are no names."""
    items = list(takewhile(lambda item: item[0] in _LISTS, zip(found[at:], pieces[at:], strict=True)))
    return sum(not shapes.looks_like_heading(piece.text) for _, piece in items) > len(items) / 2


def _led_in(text: str) -> str:
    if len(text) > 2 * shapes.HEADING_LENGTH:
        return ""
    if shapes.SIGNERS.search(text):
        return "signatory"
    return "contact" if text[-1] in ":-။" and shapes.CONTACTS.search(text) else ""


def _numbered_headings(pieces: Sequence[Piece], found: list[str]) -> None:
    """ "1. Introduction" and "1.1 Scope" above a paragraph are headings with a label."""
    for at, piece in enumerate(pieces[:-1]):
        if found[at] != "numbered_item" or len(piece.text) > _LINE:
            continue
        over = _is_over_a_text(pieces, found, at)
        if over and shapes.looks_like_heading(piece.text):
            found[at] = "heading"


def _is_over_a_text(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a numbered line stands over a paragraph or over numbers below its own."""
    own, below = _numbers(pieces[at]), _numbers(pieces[at + 1])
    if found[at + 1] == "numbered_item":
        return bool(own) and len(below) > len(own) and below[: len(own)] == own
    if found[at + 1] != "paragraph":
        return False
    listed = found[at - 1 : at] == ["numbered_item"] and len(_numbers(pieces[at - 1])) == len(own)
    text = pieces[at + 1].text
    return len(own) > 1 or (not listed and (len(text) > _LINE or ended(text)))


def _numbers(piece: Piece) -> list[str]:
    """The numbers of a label, level by level: "2.1" has two."""
    return re.findall(r"\d+", piece.label or "")
