"""Units of an XML file however damaged: as a parser gives them, from the first fault on one by one.

One bad unit or a cut costs that unit alone. Nothing is fetched and no entity is expanded.
"""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from workbench.bitext.cleaning import as_sentence
from workbench.bitext.cutting import Cutter, Piece
from workbench.bitext.mending import mend
from workbench.bitext.report import Report
from workbench.bitext.xmlio import SAFE, declared_encoding, events, local_name
from workbench.saying import say

_HEAD = 1 << 16
_NAMESPACE = re.compile(r"""(xmlns(?::[\w.-]+)?)\s*=\s*("[^"<&]*"|'[^'<&]*')""")


def elements(
    stream: IO[bytes],
    names: tuple[str, ...],
    marks: tuple[str, ...],
    report: Report,
    *,
    level: str = "warning",
) -> Iterator[tuple[str, Any, int]]:
    """(name, element, line) of each unit, and of each mark as it begins, in the order of the file.

    `names` and `marks` are local names; an element lives until the next. Units that cannot be had are
    reported, and with this level that the file is no sound XML.
    """
    number = 0
    tags = tuple(f"{{*}}{name}" for name in (*names, *marks))
    try:
        for event, element in events(stream, tags, ("start", "end")):
            name = local_name(element)
            if event == "start" and name in marks:
                yield name, element, element.sourceline or 0
            elif event == "end" and name in names:
                if any(local_name(each) in names for each in element.iterancestors()):
                    raise etree.XMLSyntaxError(
                        "a unit inside another, which has no end", 0, element.sourceline or 0, 0
                    )
                number += 1
                yield name, element, element.sourceline or 0
    except etree.XMLSyntaxError as fault:
        message = say("Not well-formed XML: %(error)s.", error=fault.msg)
        report.add("not-well-formed", message, level=level, line=fault.lineno or 0)
        yield from salvaged(stream, names, marks, report, skip=number)


def salvaged(
    stream: IO[bytes], names: tuple[str, ...], marks: tuple[str, ...], report: Report, *, skip: int
) -> Iterator[tuple[str, Any, int]]:
    """What a cutter and a parser of single units find after the first `skip` units, as `elements`."""
    stream.seek(0)
    raw = stream.read(_HEAD)
    stream.seek(0)
    encoding = declared_encoding(raw)
    spaces = _spaces(raw.decode(encoding, "ignore"))
    cutter = Cutter(stream, encoding, names, marks)
    number = 0
    while piece := cutter.next():
        number += not piece.is_mark
        if piece.is_mark or number > skip:
            element = _element(piece, spaces, f"{names[0]}-{number}", report)
            if element is not None:
                yield local_name(element), element, piece.line


def _spaces(head: str) -> str:
    """The namespaces that the head of a file declares; of two for one prefix the first, the outer one.

    >>> _spaces('<xliff xmlns="urn:a" xmlns:m="urn:m"><tool xmlns="urn:b"/>')
    'xmlns="urn:a" xmlns:m="urn:m"'
    """
    declared: dict[str, str] = {}
    for name, value in _NAMESPACE.findall(head):
        declared.setdefault(name, value)
    return " ".join(f"{name}={value}" for name, value in declared.items())


def _element(piece: Piece, spaces: str, unit: str, report: Report) -> Any:
    """The element of a piece, mended where that is harmless, or None and a problem."""
    if piece.fault:
        report.leave_out(*piece.fault, unit=unit, line=piece.line)
        return None
    xml = f"{piece.xml.rstrip('/>')}/>" if piece.is_mark else piece.xml
    try:
        return _parse(xml, spaces)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        first = error
    mended, remarks = mend(xml)
    try:
        element = _parse(mended, spaces)
    except etree.XMLSyntaxError:
        message = say("Not well-formed: %(error)s. Left out.", error=getattr(first, "msg", first))
        report.leave_out("not-well-formed", message, unit=unit, line=piece.line)
        return None
    except UnicodeEncodeError:
        message = say("Has bytes that are not in the file's encoding; left out.")
        report.leave_out("bad-bytes", message, unit=unit, line=piece.line)
        return None
    for remark in remarks:
        report.add("mended", as_sentence(remark), level="remark", unit=unit, line=piece.line)
    return element


def _parse(xml: str, spaces: str) -> Any:
    """The one element of this XML, in the namespaces of its file."""
    root = etree.fromstring(f"<file {spaces}>{xml}</file>".encode(), etree.XMLParser(**SAFE))
    return root[0]
