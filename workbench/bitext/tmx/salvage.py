"""What can still be had from a TMX that is not well-formed: each `<tu>` parsed alone.

Also `opening`: what kind of file this is, before any parser sees it.
"""

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any, BinaryIO

from lxml import etree

from workbench.bitext.cleaning import drop_illegal, is_legal
from workbench.bitext.cutting import Cutter
from workbench.bitext.report import Report
from workbench.bitext.xmlio import SAFE
from workbench.errors import BadFile
from workbench.saying import say

_HEAD = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENTITY = re.compile(r"&(#?\w*)(;?)")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True)
class Opening:
    """How the file is encoded and what its first tags say of it.

    `line` is the header's; `crowded` says that a unit begins on the line of `<body>`. `body` is the byte
    after `<body>` where the file is UTF-8 and sound up to there, else 0.
    """

    encoding: str
    notes: dict[str, str] = field(default_factory=dict)
    line: int = 0
    crowded: bool = False
    body: int = 0


def opening(stream: BinaryIO) -> Opening:
    """What the first 64 KB tell; the stream is at its start again.

    Refuses with `BadFile` what is no TMX and what declares entities of its own.
    """
    stream.seek(0)
    raw = stream.read(_HEAD)
    stream.seek(0)
    encoding = declared_encoding(raw)
    text = raw.decode(encoding, "ignore")
    root = re.search(r"<tmx\b[^>]*>", text)
    if "<!ENTITY" in text[: root.start() if root else len(text)]:
        raise BadFile(
            say("The file declares entities of its own; we do not expand them. Save it without a DTD.")
        )
    if root is None:
        raise BadFile(say("This is not a TMX file: there is no <tmx> at its beginning."))
    header = re.search(r"<header\b[^>]*>", text)
    notes = dict(re.findall(r"""([\w:-]+)\s*=\s*["']([^"']*)["']""", header[0] if header else ""))
    if version := re.search(r"""version\s*=\s*["']([^"']*)""", root[0]):
        notes["version"] = version[1]
    if signature := re.search(r'<prop type="x-aligner">([^<]*)</prop>', text):
        notes["signature"] = html.unescape(signature[1])
    line = text.count("\n", 0, root.start()) + 1
    crowded = bool(re.search("<body>[^\n]*<tu[ >]", text))
    return Opening(encoding, notes, line, crowded, _body(raw) if encoding.startswith("utf-8") else 0)


def _body(raw: bytes) -> int:
    """The byte after `<body>`, if what stands before is well-formed; else 0."""
    head, tag, _rest = raw.partition(b"<body>")
    try:
        root = _parse(head + b"<body/></tmx>")
    except etree.XMLSyntaxError:
        return 0
    return len(head + tag) if tag and [each.tag for each in root][-1:] == ["body"] else 0


def declared_encoding(raw: bytes) -> str:
    """By byte order mark, by the NULs of UTF-16, by declaration, else UTF-8."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    if raw[:4:2] == b"\0\0" or raw[1:4:2] == b"\0\0":
        return "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"
    declared = re.match(rb"""\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""", raw)
    name = declared[1].decode().lower() if declared else "utf-8"
    try:
        codecs.lookup(name)
    except LookupError:
        return "utf-8"
    return "utf-8" if name.startswith("utf-16") else name


def salvage(stream: BinaryIO, encoding: str, report: Report, *, skip: int) -> Iterator[tuple[Any, int]]:
    """Each unit after the first `skip`, as an element with its line; the unreadable are reported."""
    stream.seek(0)
    cutter = Cutter(stream, encoding)
    number = 0
    while piece := cutter.next():
        number += 1
        if number <= skip:
            continue
        if piece.fault:
            report.leave_out(*piece.fault, unit=f"tu-{number}", line=piece.line)
            continue
        element = _element(piece.xml, number, piece.line, report)
        if element is not None:
            yield element, piece.line


def _element(xml: str, number: int, line: int, report: Report) -> Any:
    """The element of one piece, mended where that is harmless, or None and a problem."""
    try:
        return _parse(xml.encode())
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        first = error
    mended, remarks = mend(xml)
    try:
        element = _parse(mended.encode())
    except etree.XMLSyntaxError:
        message = say("Not well-formed: %(error)s. Left out.", error=getattr(first, "msg", first))
        report.leave_out("not-well-formed", message, unit=f"tu-{number}", line=line)
        return None
    except UnicodeEncodeError:
        message = say("Has bytes that are not in the file's encoding; left out.")
        report.leave_out("bad-bytes", message, unit=f"tu-{number}", line=line)
        return None
    for remark in remarks:
        report.add("mended", f"{remark}.", level="remark", unit=f"tu-{number}", line=line)
    return element


def _parse(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(**SAFE))


def mend(xml: str) -> tuple[str, list[str]]:
    """The piece without characters XML forbids and with HTML's entities spelt out."""
    remarks = []
    bare = re.sub(r"&#(x[0-9a-fA-F]+|\d+);", _reference, xml)
    if bare != xml:
        remarks.append("A reference to a character that XML forbids dropped")
    legal = drop_illegal(bare) if not re.search("[\ud800-\udfff]", bare) else (bare, "")
    if legal[0] != bare:
        remarks.append(legal[1])
    spelt = _ENTITY.sub(_spell, legal[0])
    if spelt != legal[0]:
        remarks.append("An entity that XML does not know, or a bare &, spelt out")
    return spelt, remarks


def _reference(match: re.Match[str]) -> str:
    number = int(match[1][1:], 16) if match[1][0] == "x" else int(match[1])
    return match[0] if number <= 0x10FFFF and is_legal(chr(number)) else ""


def _spell(match: re.Match[str]) -> str:
    name, end = match[1], match[2]
    if end and (name in _XML_ENTITIES or name.startswith("#")):
        return match[0]
    known = html5.get(f"{name};") if end else None
    return known or f"&amp;{name}{end}"
