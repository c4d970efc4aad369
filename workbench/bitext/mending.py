"""XML that others wrote wrongly, put right where that is harmless: forbidden signs, unknown entities."""

import re
from html.entities import html5

from workbench.bitext.cleaning import drop_illegal, is_legal
from workbench.saying import say

_NUMBER = "x[0-9a-fA-F]+|[0-9]+"
_ENTITY = re.compile(r"&(#?\w*)(;?)")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


def mend(xml: str) -> tuple[str, list[str]]:
    """A piece without characters that XML forbids and with HTML's entities spelt out, and remarks on it.

    >>> mend("<s>R&D&nbsp;</s>")
    ('<s>R&amp;D\xa0</s>', ['An entity that XML does not know, or a bare &, spelt out'])
    """
    remarks = []
    bare = re.sub(rf"&#({_NUMBER});", _reference, xml)
    if bare != xml:
        remarks.append(say("A reference to a character that XML forbids dropped"))
    legal = drop_illegal(bare) if not re.search("[\ud800-\udfff]", bare) else (bare, "")
    if legal[0] != bare:
        remarks.append(legal[1])
    spelt = _ENTITY.sub(_spell, legal[0])
    if spelt != legal[0]:
        remarks.append(say("An entity that XML does not know, or a bare &, spelt out"))
    return spelt, remarks


def _reference(match: re.Match[str]) -> str:
    base = 16 if match[1][0] == "x" else 10
    number = int(match[1].lstrip("x0")[:9] or "0", base)  # nine digits are too many in either base
    return match[0] if number <= 0x10FFFF and is_legal(chr(number)) else ""


def _spell(match: re.Match[str]) -> str:
    name, end = match[1], match[2]
    if end and (name in _XML_ENTITIES or re.fullmatch(f"#({_NUMBER})", name)):
        return match[0]
    known = html5.get(f"{name};") if end else None
    return known or f"&amp;{name}{end}"
