"""What stands after the body of a text: who signs, who wrote it, "about us", titles of other documents.

Every step takes the kinds found so far, one for each piece, and corrects them in place.
"""

from collections.abc import Sequence
from itertools import pairwise

from workbench.segment import shapes
from workbench.segment.grouping import Piece
from workbench.segment.layout import ended

BODY = {"paragraph", "salutation", "numbered_item", "bullet"}
"""What a text itself is made of."""
_LINE = 90
_FAR = 5  # paragraphs that "about us" may have
_LINKS = 3  # titles, one after the other, make a list
_AFTER = {
    "boilerplate", "separator", "footnote", "contact", "date", "author_note", "signatory", "address",
}  # fmt: skip


def settle_endings(pieces: Sequence[Piece], found: list[str]) -> None:
    """Correct the kinds of these pieces by what stands at the end of a text."""
    for step in (_headlines, _after_body, _closing_lines):
        step(pieces, found)


def _headlines(pieces: Sequence[Piece], found: list[str]) -> None:
    """Titles of other documents: each stands before a byline, or in a list of links."""
    listed = found.count("byline") > 1
    links = body = False
    for at, piece in enumerate(pieces):
        title = found[at] in ("heading", "boilerplate") and len(piece.text) <= _LINE
        if title and shapes.LINKS.fullmatch(piece.text):
            links = body or found[at + 1 : at + 1 + _LINKS].count("heading") == _LINKS
        elif (
            found[at] in ("heading", "paragraph") and listed and _before_byline(pieces, found, at)
        ) or (links and found[at] == "heading" and _is_link(pieces, found, at)):
            found[at] = "headline"
        elif found[at] == "paragraph":
            links, body = False, body or ended(piece.text)


def _is_link(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a line in a list of links is one: long enough for a title, or close to another."""
    if len(pieces[at].text) > 30:
        return True
    after = found[at + 1 : at + 2] == ["heading"] and pieces[at + 1].first.gap == 0
    return after or (found[at - 1] == "headline" and pieces[at].first.gap == 0)


def _before_byline(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a byline follows, and after it no text that this is the title of."""
    if found[at + 1 : at + 2] != ["byline"]:
        return False
    after = at + 2 + (found[at + 2 : at + 3] == ["date"])
    body = found[after : after + 1] == ["paragraph"] and ended(pieces[after].text)
    return not body or (at > 0 and shapes.ABOUT.match(pieces[after].text) is not None)


def _after_body(pieces: Sequence[Piece], found: list[str]) -> None:
    """After the last paragraph of the body: who wrote it, and "about us"."""
    first = next((at for at, kind in enumerate(found) if kind in BODY), len(found))
    for at in range(len(pieces) - 1, first, -1):
        if found[at] == "numbered_item":
            break
        if found[at] not in ("paragraph", "bullet"):
            continue
        if _is_about(pieces, found, at):
            found[at] = "boilerplate"
        elif shapes.is_author_note(pieces[at].text) or pieces[at - 1].last.text.endswith("■"):
            found[at] = "author_note"
        else:
            break
    for at, (kind, after) in enumerate(pairwise(found)):
        if kind == "heading" and after == "boilerplate" and shapes.ABOUT_HEAD.fullmatch(pieces[at].text):
            found[at] = "boilerplate"


def _is_about(pieces: Sequence[Piece], found: list[str], at: int) -> bool:
    """Whether a paragraph tells who published a text, by its words or by the heading above it."""
    if shapes.ABOUT.match(pieces[at].text):
        return True
    above = range(at - 1, max(-1, at - _FAR), -1)
    head = next((place for place in above if found[place] != "paragraph"), at)
    return found[head] == "heading" and shapes.ABOUT_HEAD.fullmatch(pieces[head].text) is not None


def _closing_lines(pieces: Sequence[Piece], found: list[str]) -> None:
    """Short lines between the end of the body and what follows it: who signs."""
    end = len(pieces)
    while end > 0:
        at = end
        while at > 0 and found[at - 1] == "heading" and len(pieces[at - 1].text) <= _LINE:
            at -= 1
        followed = end == len(pieces) or found[end] in _AFTER
        if (0 < at < end and followed and found[at - 1] in BODY) and not any(
            shapes.SIGNERS.search(piece.text) for piece in pieces[at:end]
        ):
            found[at:end] = ["signatory"] * (end - at)
        end = min(at, end - 1)
