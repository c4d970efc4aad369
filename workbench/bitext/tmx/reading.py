"""TMX 1.1 to 1.4b to units, from any tool, however damaged.

A sound file is parsed as it streams. Where it is not well-formed, what was parsed before stands, and
the rest goes through `salvaging`, unit by unit, so that one bad unit or a cut costs that unit alone.
Nothing is fetched, no entity is expanded, no node may pass ten million characters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, BinaryIO

from lxml import etree

from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.salvaging import salvaged
from workbench.bitext.tmx.columns import made
from workbench.bitext.tmx.layout import OtherLayout, Stretch, stretches
from workbench.bitext.tmx.opening import opening
from workbench.bitext.tmx.pairing import Reader
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import SAFE, local_name
from workbench.saying import say

_CHUNK = 1 << 16


def read(
    stream: BinaryIO,
    report: Report | None = None,
    *,
    source: str | None = None,
    target: str | None = None,
) -> Iterator[Unit]:
    """The units of a TMX file, in order; what was changed or left out goes into the report.

    `stream` must be seekable. The source is the file's `srclang` and the target the first other
    language of each unit (of several Burmese or English), unless they are named. Refuses with
    `BadFile` what is no TMX, and what declares entities. The report's notes tell
    `srclang`, `signature`, `creationtool` and the like.
    """
    report = Report() if report is None else report
    head = opening(stream)
    report.notes.update(head.notes)
    declared = code(head.notes.get("srclang", ""))
    wanted = source or (None if declared in ("", "*all*") else declared)
    reader = Reader(report, wanted and code(wanted), target and code(target))
    try:
        if head.body:
            with suppress(OtherLayout):
                for stretch in stretches(stream, head.body):
                    yield from _usual(reader, stretch)
                return
        yield from _elements(reader, stream)
    except etree.XMLSyntaxError as error:
        report.add(
            "not-well-formed",
            say("Not well-formed XML: %(error)s.", error=error.msg),
            line=error.lineno or 0,
        )
        for _, tu, line in salvaged(stream, ("tu",), (), report, skip=reader.number):
            if (unit := reader.unit(tu, line)) is not None:
                yield unit


def _usual(reader: Reader, stretch: Stretch) -> Iterable[Unit]:
    """The units of a stretch; raises `OtherLayout` where a parser must see the rest of the file."""
    apart = {place: _parsed(each) for place, each in enumerate(stretch.between) if each.strip()}
    units = made(stretch.columns, _numbers(reader.number, stretch, apart), reader.order)
    if not apart and reader.take_all(units):
        return filter(None, units)
    return filter(None, _one_by_one(reader, stretch, units, apart))


def _one_by_one(
    reader: Reader,
    stretch: Stretch,
    units: Sequence[Unit | None],
    apart: Mapping[int, Sequence[Any]],
) -> Iterator[Unit | None]:
    """The same where some units were not made yet, or stand between the usual ones.

    Each goes out as soon as it is counted: what is counted is not read again after `OtherLayout`.
    """
    for place, (before, line, xml) in enumerate(stretch.places()):
        for tu in apart.get(place, ()):
            yield reader.unit(tu, before + tu.sourceline - 1)
        if xml:
            unit = units[place]
            yield reader.take(unit, line) if unit else reader.unit(_parsed(xml)[0], line)


def _numbers(number: int, stretch: Stretch, apart: Mapping[int, Sequence[Any]]) -> Iterator[int]:
    """The place in the file of each usual unit."""
    for place in range(len(stretch.columns.uids)):
        number += len(apart.get(place, ())) + 1
        yield number


def _parsed(xml: str) -> Sequence[Any]:
    """The `<tu>` in a piece of a body; raises `OtherLayout` where it is not a whole number of them."""
    try:
        root = etree.fromstring(f"<body>{xml}</body>".encode(), etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError as error:
        raise OtherLayout from error
    found: Sequence[Any] = root.findall("tu")
    if len(found) < sum(1 for _ in root.iter("tu")):
        raise OtherLayout
    return found


def _elements(reader: Reader, stream: BinaryIO) -> Iterator[Unit]:
    """The units of a file that a parser takes, from the first that was not read yet."""
    stream.seek(0)
    known = reader.number
    for number, tu in enumerate(_sound(stream)):
        if number >= known and (unit := reader.unit(tu, tu.sourceline or 0)) is not None:
            yield unit


def _sound(stream: BinaryIO) -> Iterator[Any]:
    """Each `<tu>` of the body as it is parsed; raises `XMLSyntaxError` where the file is broken."""
    parser = etree.XMLPullParser(events=("end",), tag="{*}tu", **SAFE)
    body: Any = None
    fault = None
    while not fault and (raw := stream.read(_CHUNK)):
        try:
            parser.feed(raw)
        except etree.XMLSyntaxError as error:
            fault = error
        tu = None
        for _, tu in parser.read_events():
            if tu.getparent() is not body:
                body = _body(tu) if body is None else None
            if body is None:
                raise etree.XMLSyntaxError(
                    "a <tu> inside another, which has no end", 0, tu.sourceline, 0
                )
            yield tu
        if tu is not None:
            del body[: body.index(tu)]
            tu.clear()
    if fault:
        raise fault
    parser.close()


def _body(tu: Any) -> Any:
    """The `<body>` a unit stands in, or None where it stands in anything else."""
    parent = tu.getparent()
    return parent if parent is not None and local_name(parent) == "body" else None
