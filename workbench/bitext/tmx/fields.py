"""What stands in a unit's props and attributes: status, score, structure, and what others said.

Ours are `x-status`, `x-score` (on the unit) and `x-segments` (on a side: where each segment starts and
its block, kind and label, as JSON). An attribute of a foreign `<tu>` is kept as a prop whose name
begins with `@`, so that it can become an attribute again.
"""

import json

from workbench.bitext.cleaning import clean
from workbench.segment import Segment

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS, SCORE, SEGMENTS = "x-status", "x-score", "x-segments"
ATTRIBUTES = (
    "creationdate", "creationid", "changedate", "changeid", "usagecount", "lastusagedate",
    "creationtool", "creationtoolversion",
)  # fmt: skip
"""The attributes of a `<tu>` that are kept and written again (TMX 1.4b, section 3.2)."""


def code(tag: str) -> str:
    """The language code as every tool takes it: `en`, `my`, others lower case with hyphens.

    >>> code("my_MM"), code("EN-US"), code("mya"), code("pt_BR")
    ('my', 'en', 'my', 'pt-br')
    """
    tag = tag.strip().replace("_", "-").lower()
    known = {"en": "en", "eng": "en", "my": "my", "mya": "my", "bur": "my"}
    return known.get(tag.split("-")[0], tag)


def escape(text: str) -> str:
    """The text as XML character data or attribute value."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def prop(name: str, value: str) -> str:
    """One `<prop>`, its value cleaned; own names get the `x-` that Trados asks for.

    >>> prop("domain", "law & order")
    '<prop type="x-domain">law &amp; order</prop>'
    """
    name = name if name.startswith("x-") or name in ("file", "prev", "next", "id") else f"x-{name}"
    return f'<prop type="{escape(name)}">{escape(clean(value)[0])}</prop>'


def structure(segments: tuple[Segment, ...], starts: list[int]) -> str:
    """The `x-segments` of a side, or nothing for one plain paragraph in block 0."""
    plain = ((0, "paragraph", None),)
    said = tuple((each.block, each.kind, each.label) for each in segments)
    if said == plain or not segments:
        return ""
    rows = [[start, *each] for start, each in zip(starts, said, strict=True)]
    return prop(SEGMENTS, json.dumps(rows, ensure_ascii=False, separators=(",", ":")))


def segments(text: str, described: str, language: str) -> tuple[Segment, ...]:
    """The segments of a side from its text and its `x-segments`; refuses nothing, falls back to one.

    >>> segments("One. Two.", '[[0,3,"heading",null],[5,3,"heading",null]]', "en")[1].text
    'Two.'
    """
    if not text:
        return ()
    rows = _rows(described) or [(0, 0, "paragraph", None)]
    ends = [row[0] for row in rows[1:]] + [len(text)]
    found = []
    for (start, block, kind, label), end in zip(rows, ends, strict=True):
        piece = text[start:end]
        body = piece.rstrip(" ")
        found.append(Segment(body, block, kind, label, language, piece[len(body) :] or ""))
    last = found[-1]
    found[-1] = Segment(last.text, last.block, last.kind, last.label, language)
    return tuple(found)


def _rows(described: str) -> list[tuple[int, int, str, str | None]]:
    """What `x-segments` says, or nothing where it is not ours or not in order."""
    if not described:
        return []
    try:
        rows = [
            (int(at), int(block), str(kind), label and str(label))
            for at, block, kind, label in json.loads(described)
        ]
    except (ValueError, TypeError):
        return []
    starts = [row[0] for row in rows]
    return rows if starts[:1] == [0] and starts == sorted(set(starts)) else []
