"""What the beginning of a TMX says of it, before any parser sees the rest."""

import html
import re
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

from workbench.bitext.xmlio import SAFE, declared_encoding
from workbench.errors import BadFile
from workbench.saying import say

_HEAD = 1 << 16
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s*=\s*["']([^"']*)["']""")
"""Begins only where a name begins: a header of one endless name would take a minute else."""


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
    notes = dict(_ATTRIBUTE.findall(header[0] if header else ""))
    if version := re.search(r"""version\s*=\s*["']([^"']*)""", root[0]):
        notes["version"] = version[1]
    if re.search(r"\sxmlns\s*=", root[0]):
        notes["namespace"] = "yes"
    if signature := re.search(r'<prop type="x-aligner">([^<]*)</prop>', text):
        notes["signature"] = html.unescape(signature[1])
    line = text.count("\n", 0, root.start()) + 1
    crowded = bool(re.search("<body>[^\n]*<tu[ >]", text))
    return Opening(encoding, notes, line, crowded, _body(raw) if encoding.startswith("utf-8") else 0)


def _body(raw: bytes) -> int:
    """The byte after `<body>`, if what stands before is well-formed; else 0."""
    head, tag, _rest = raw.partition(b"<body>")
    try:
        root = etree.fromstring(head + b"<body/></tmx>", etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError:
        return 0
    return len(head + tag) if tag and [each.tag for each in root][-1:] == ["body"] else 0
