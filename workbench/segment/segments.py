"""Blocks and segments as values.

A block is a paragraph, heading or list item with its kind and label; a segment is one sentence of it,
the smallest thing we align. Together the segments of a block carry all its characters but white space.
"""

from dataclasses import dataclass

from workbench.quick import maker

KINDS = (
    "heading", "paragraph", "numbered_item", "bullet", "signatory", "contact", "address", "date",
    "salutation", "headline", "byline", "footnote", "author_note", "caption", "table_cell",
    "boilerplate", "separator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: its kind, its label kept apart, its text on one line.

    `level` is that of a heading or list in its source (0: unknown), `place` where it stood ("line 3",
    "page 2", "Sheet1!B4"), `beside` what stood in it without being text: link addresses, end marks.
    """

    kind: str
    text: str
    label: str | None = None
    language: str = "en"
    level: int = 0
    place: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, with the number and kind of its block; the label stands on a block's first.

    `after` is the white space between it and the next segment: a space, or nothing where the Burmese of
    its block had none. `tentative` marks one of several cut from Burmese without ။.
    """

    text: str
    block: int = 0
    kind: str = "paragraph"
    label: str | None = None
    language: str = "en"
    after: str = " "
    tentative: bool = False


make_block, make_segment = maker(Block), maker(Segment)
"""A block, and a segment, from all its fields by place."""
