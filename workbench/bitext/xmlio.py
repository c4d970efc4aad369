"""XML in and out by safe means: nothing fetched, nothing expanded, nothing illegal written."""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from workbench.bitext.cleaning import clean
from workbench.bitext.lines import encoding
from workbench.errors import BadFile
from workbench.saying import say

SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_CHUNK = 1 << 16


def declared_encoding(raw: bytes) -> str:
    """The encoding by byte order mark or NULs, by declaration, else UTF-8.

    >>> declared_encoding(b'<?xml version="1.0" encoding="latin-1"?>'), declared_encoding(b"<tmx>")
    ('latin-1', 'utf-8')
    """
    if (found := encoding(raw)) != "utf-8":
        return found
    declared = re.match(rb"""\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""", raw)
    name = declared[1].decode().lower() if declared else "utf-8"
    try:
        b"<".decode(name, "ignore")
    except (LookupError, UnicodeError):  # unknown, or a codec that makes no text
        return "utf-8"
    return "utf-8" if name.startswith("utf-16") else name


def escape(text: str) -> str:
    """The text as XML character data."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;")


def attribute(text: str) -> str:
    """The text, cleaned, as the value of an XML attribute."""
    return escape(clean(text)[0]).replace('"', "&quot;")


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def strip_namespace(element: Any) -> None:
    """Take the namespace off an element and all in it, for formats that know none."""
    for each in element.iter(etree.Element):
        each.tag = local_name(each)
    etree.cleanup_namespaces(element)


def refuse_entities(head: str) -> None:
    """Refuse with `BadFile` a file whose beginning declares entities."""
    if "<!ENTITY" in re.split(r"<[A-Za-z]", head, maxsplit=1)[0]:
        message = say(
            "The file declares entities of its own; we do not expand them. Save it without a DTD."
        )
        raise BadFile(message)


def events(
    stream: IO[bytes], tags: tuple[str, ...], when: tuple[str, ...] = ("end",)
) -> Iterator[tuple[str, Any]]:
    """(event, element) for each element of these tags (`{*}name` for any namespace), then freed.

    Raises `XMLSyntaxError` where the file is broken, after everything before it.
    """
    raw = stream.read(_CHUNK)
    refuse_entities(raw.replace(b"\0", b"").decode("utf-8", "replace"))
    parser = etree.XMLPullParser(events=when, tag=tags, **SAFE)
    fault = None
    while raw and not fault:
        try:
            parser.feed(raw)
        except etree.XMLSyntaxError as error:
            fault = error
        for event, element in parser.read_events():
            yield event, element
            if event == "end":
                _free(element)
        raw = stream.read(_CHUNK)
    if fault:
        raise fault
    parser.close()


def _free(element: Any) -> None:
    """Let go of an element and of what came before it beside it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
