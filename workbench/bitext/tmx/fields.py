"""What stands in a unit's props and attributes: status, score, structure, and what others said.

Ours are `x-status`, `x-score` (on the unit) and `x-segment` (on a side, one a segment: where it starts
in the text, its block, its kind and its label). An attribute of a foreign `<tu>` is kept as a
prop whose name begins with `@`, so that it can become an attribute again.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.bitext.cleaning import clean
from workbench.bitext.xmlio import attribute, escape
from workbench.segment import KINDS, Segment, make_segment

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS, SCORE, SEGMENT = "x-status", "x-score", "x-segment"
CONTEXT = ("file", "prev", "next", "id")
"""The props by which OmegaT tells two units of one source apart."""
_KNOWN = frozenset(KINDS)
_PLAIN = 0, "paragraph", None
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


def structure(segments: Sequence[Segment], starts: Sequence[int]) -> str:
    """The `x-segment` props of a side, or nothing for one plain paragraph in block 0."""
    if len(segments) == 1:
        return alone(segments[0].block, segments[0].kind, segments[0].label)
    return "".join(
        _described(start, each.block, each.kind, each.label)
        for start, each in zip(starts, segments, strict=True)
    )


@lru_cache(4096)
def alone(block: int, kind: str, label: str | None) -> str:
    """The same for a side of one segment; the units of a block share theirs."""
    plain = (block, kind, label) == _PLAIN
    return "" if plain else _described(0, block, kind, label)


def _described(start: int, block: int, kind: str, label: str | None) -> str:
    """One `x-segment`."""
    if not label and kind in _KNOWN:  # nothing in it needs cleaning
        return f'<prop type="{SEGMENT}">{start} {block} {kind}</prop>'
    return prop(SEGMENT, f"{start} {block} {kind} {label or ''}")


Row = tuple[int, int, str, str | None]
"""What one `x-segment` tells: start, block, kind and label."""
PLAIN_ROWS: Sequence[Row] = ((0, *_PLAIN),)
_ALONE = re.compile(rf'<prop type="{SEGMENT}">0 ([0-9]{{1,18}}) ([a-z_]+)</prop>')
_DESCRIBED = re.compile(rf'<prop type="{SEGMENT}">([^<]*)</prop>')


def segments(text: str, described: Sequence[str], language: str) -> tuple[Segment, ...]:
    """The segments of a side from its text and its `x-segment` props; one segment without them.

    >>> [each.text for each in segments("One. Two.", ["0 3 heading A.", "5 3 heading"], "en")]
    ['One.', 'Two.']
    """
    return cut(text, _rows(described), language) if text else ()


def cut(text: str, rows: Sequence[Row], language: str) -> tuple[Segment, ...]:
    """A text cut into segments where these rows say."""
    if len(rows) == 1 or rows[-1][0] >= len(text):
        return (make_segment(text, *rows[0][1:], language, " ", False),)
    ends = [row[0] for row in rows[1:]] + [len(text)]
    found = []
    for (start, block, kind, label), end in zip(rows, ends, strict=True):
        body = text[start:end].rstrip(" ")
        after = " " if end == len(text) else text[start + len(body) : end]
        found.append(Segment(body, block, kind, label, language, after))
    return tuple(found)


@lru_cache(4096)
def told(props: str) -> Sequence[Row] | None:
    """What `x-segment` props say, as they stand in a file; None where they need a parser.

    The units of a block share theirs, so most are known already.

    >>> told('<prop type="x-segment">0 3 heading A.</prop>'), told("")
    (((0, 3, 'heading', 'A.'),), ((0, 0, 'paragraph', None),))
    """
    if (match := _ALONE.fullmatch(props)) and match[2] in _KNOWN:  # nearly always
        return ((0, int(match[1]), match[2], None),)
    if "&" in props or "]]>" in props or not props.isprintable():
        return None
    return _rows(_DESCRIBED.findall(props))


def _rows(described: Sequence[str]) -> Sequence[Row]:
    """A row for each segment; one plain row where they are not ours."""
    rows = tuple(row for each in described if (row := _row(each)))
    starts = [row[0] for row in rows]
    sound = len(rows) == len(described) and starts[:1] == [0] and starts == sorted(set(starts))
    return rows if sound else PLAIN_ROWS


def _row(described: str) -> Row | None:
    """One `x-segment`, if it is ours."""
    start, block, kind, label = (*described.split(" ", 3), "", "", "")[:4]
    if not (start.isdecimal() and block.isdecimal() and kind in _KNOWN and len(start + block) < 20):
        return None
    return int(start), int(block), kind, label or None
