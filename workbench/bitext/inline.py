"""Inline tags of TMX and XLIFF as placeholders `{1}`, `{2}` in the text, and back.

The tags themselves are kept as XML, in order, so that writing puts them where the placeholders stand.
"""

import re
from dataclasses import replace
from html import escape
from typing import Any

from workbench.bitext.cleaning import clean
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import local_name
from workbench.segment import Segment

INLINE = "x-inline-"
"""Begins the names of the props that hold the tags of a side, in their order."""
_WRAPPING = ("hi", "g", "mrk", "pc")
"""Tags around text that is translated; of any other tag the whole is a code."""
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def flatten(seg: Any) -> tuple[str, list[str]]:
    """The text of a `<seg>` with placeholders for its tags, and the tags as XML.

    >>> from lxml import etree
    >>> flatten(etree.fromstring('<seg>a <bpt i="1">&lt;b></bpt>b<ept i="1"/></seg>'))
    ('a {1}b{2}', ['<bpt i="1">&lt;b&gt;</bpt>', '<ept i="1"></ept>'])
    """
    codes: list[str] = []
    return _flat(seg, codes), codes


def _flat(element: Any, codes: list[str]) -> str:
    parts = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name in _WRAPPING:
            codes.append(_start(child))
            opened = len(codes)
            inner = _flat(child, codes)
            codes.append(f"</{name}>")
            parts.append(f"{{{opened}}}{inner}{{{len(codes)}}}")
        elif name:
            codes.append(_whole(child))
            parts.append(f"{{{len(codes)}}}")
        parts.append(child.tail or "")
    return "".join(parts)


def _start(element: Any) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.items())
    return f"<{local_name(element)}{attributes}>"


def _whole(element: Any) -> str:
    """An element as XML, without what follows it."""
    inner = escape(element.text or "", quote=False) + "".join(
        _whole(child) + escape(child.tail or "", quote=False)
        for child in element
        if isinstance(child.tag, str)
    )
    return f"{_start(element)}{inner}</{local_name(element)}>"


def restore(escaped: str, codes: list[str]) -> str | None:
    """The XML of a `<seg>` from its escaped text and tags; None unless each stands there once, in order.

    >>> restore("a {1}b{2}", ['<bpt i="1"></bpt>', '<ept i="1"></ept>'])
    'a <bpt i="1"></bpt>b<ept i="1"></ept>'
    >>> restore("a {1}b", ['<bpt i="1"></bpt>', '<ept i="1"></ept>'])
    """
    found = [int(number) for number in _PLACEHOLDER.findall(escaped)]
    if found != list(range(1, len(codes) + 1)):
        return None
    return _PLACEHOLDER.sub(lambda match: codes[int(match[1]) - 1], escaped)


def strip(text: str, codes: list[str]) -> str:
    """The text without its placeholders, where its tags can no longer be put back."""
    return _PLACEHOLDER.sub(lambda match: "" if int(match[1]) <= len(codes) else match[0], text)


def untagged(unit: Unit) -> Unit:
    """The unit as text alone, without placeholders and the tags they stand for."""
    if not any(name.startswith(INLINE) for name, _ in unit.props):
        return unit
    props = tuple(each for each in unit.props if not each[0].startswith(INLINE))
    source, target = _bare(unit, unit.source, "source"), _bare(unit, unit.target, "target")
    return replace(unit, source=source, target=target, props=props)


def _bare(unit: Unit, segments: tuple[Segment, ...], side: str) -> tuple[Segment, ...]:
    """The segments of a side without placeholders; one that was nothing else goes."""
    codes = [value for name, value in unit.props if name == f"{INLINE}{side}"]
    texts = [clean(strip(each.text, codes))[0] for each in segments]
    return tuple(replace(each, text=text) for each, text in zip(segments, texts, strict=True) if text)
