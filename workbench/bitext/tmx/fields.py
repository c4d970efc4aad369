"""What stands in a unit's props and attributes: status, score, structure, and what others said.

Ours are `x-status`, `x-score` (on the unit) and `x-segment` (on a side, one a segment: where it starts
in the text, its block, its kind and its label). An attribute of a foreign `<tu>` is kept as a
prop whose name begins with `@`, so that it can become an attribute again.
"""

from functools import lru_cache

from workbench.bitext.cleaning import clean
from workbench.bitext.xmlio import attribute, escape
from workbench.segment import KINDS, Segment

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS, SCORE, SEGMENT, INLINE = "x-status", "x-score", "x-segment", "x-inline-"
CONTEXT = ("file", "prev", "next", "id")
"""The props by which OmegaT tells two units of one source apart."""
_PLAIN = ((0, "paragraph", None),)
ATTRIBUTES = (
    "creationdate", "creationid", "changedate", "changeid", "usagecount", "lastusagedate",
    "creationtool", "creationtoolversion",
)  # fmt: skip
"""The attributes of a `<tu>` that are kept and written again (TMX 1.4b, section 3.2)."""


@lru_cache(4096)
def prop(name: str, value: str) -> str:
    """One `<prop>`, its value cleaned; own names get the `x-` that Trados asks for.

    >>> prop("domain", "law & order")
    '<prop type="x-domain">law &amp; order</prop>'
    """
    name = name if name.startswith("x-") or name in CONTEXT else f"x-{name}"
    return f'<prop type="{attribute(name)}">{escape(clean(value)[0])}</prop>'


def structure(segments: tuple[Segment, ...], starts: list[int]) -> str:
    """The `x-segment` props of a side, or nothing for one plain paragraph in block 0."""
    said = tuple((each.block, each.kind, each.label) for each in segments)
    if said == _PLAIN:
        return ""
    return "".join(
        prop(SEGMENT, f"{start} {block} {kind} {label or ''}")
        for start, (block, kind, label) in zip(starts, said, strict=True)
    )


def segments(text: str, described: list[str], language: str) -> tuple[Segment, ...]:
    """The segments of a side from its text and its `x-segment` props; one segment without them.

    >>> [each.text for each in segments("One. Two.", ["0 3 heading A.", "5 3 heading"], "en")]
    ['One.', 'Two.']
    """
    if not described:
        return (Segment(text, 0, "paragraph", None, language),) if text else ()
    if not text:
        return ()
    rows = _rows(described)
    if len(rows) == 1:  # nearly always
        return (Segment(text, *rows[0][1:], language),)
    ends = [row[0] for row in rows[1:]] + [len(text)]
    found = []
    for (start, block, kind, label), end in zip(rows, ends, strict=True):
        body = text[start:end].rstrip(" ")
        after = " " if end == len(text) else text[start + len(body) : end]
        found.append(Segment(body, block, kind, label, language, after))
    return tuple(found)


_Row = tuple[int, int, str, str | None]


def _rows(described: list[str]) -> list[_Row]:
    """Start, block, kind and label of each segment; one plain row where they are not ours."""
    rows = [row for each in described if (row := _row(each))]
    if len(rows) == 1 == len(described) and rows[0][0] == 0:
        return rows
    starts = [row[0] for row in rows]
    sound = len(rows) == len(described) and starts[0] == 0 and starts == sorted(set(starts))
    return rows if sound else [(0, *_PLAIN[0])]


@lru_cache(4096)
def _row(described: str) -> _Row | None:
    """One `x-segment`; the units of a block share theirs, so most are known already."""
    start, block, kind, label = (*described.split(" ", 3), "", "", "")[:4]
    if not (start.isdecimal() and block.isdecimal() and kind in KINDS and len(start + block) < 20):
        return None
    return int(start), int(block), kind, label or None
