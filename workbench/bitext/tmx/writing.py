"""Units to TMX 1.4 that every tool takes.

One `<tu>` a line and `<body>` on its own line (Perl's XML::TMX reads nothing otherwise); the source
`<tuv>` first (translate-toolkit swaps the sides otherwise); never a character that XML forbids (OmegaT
drops the whole file, with exit code 0); never an empty target (OmegaT inserts it); never Zawgyi (OmegaT
takes any `my` for Burmese and inserts it).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO, NamedTuple

from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.inline import restore, strip
from workbench.bitext.report import Report
from workbench.bitext.tmx.fields import (
    ATTRIBUTES,
    INLINE,
    SCORE,
    STATUS,
    prop,
    structure,
)
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute, escape
from workbench.bitext.zawgyi import looks_zawgyi
from workbench.saying import say
from workbench.segment import Segment

LONGEST = 2000
"""Characters a side beyond which Trados' cloud refuses a unit: a warning, not a refusal."""
_CHUNK = 1 << 16
_ZWSP = "\u200b"


@dataclass(frozen=True, slots=True)
class Options:
    """What goes into the file besides the two texts.

    `structure` keeps which block each segment came from, so that our own reader gives the same
    segments back. `strip_zwsp` takes U+200B out of both sides. `repeats` names the source texts that
    stand more than once with different targets; their units get `file`, `prev` and `next` (OmegaT's
    way to tell them apart), where `document` is the file's name.
    """

    status: bool = True
    score: bool = True
    notes: bool = True
    props: bool = True
    structure: bool = True
    empty: bool = False
    strip_zwsp: bool = False
    repeats: frozenset[str] = frozenset()
    document: str = ""


DEFAULT = Options()


class _Side(NamedTuple):
    """One side as it will stand in the file: its text, that as XML, and its `x-segment` prop."""

    text: str
    xml: str
    prop: str


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    signature: str = "",
    options: Options = DEFAULT,
) -> Report:
    """Write the units as one TMX 1.4 file in UTF-8 and tell what was changed and left out.

    Units with an empty side (unless `options.empty`) and units in Zawgyi are left out. `signature` is
    the aligner's and stands in the header.
    """
    report = Report()
    source, target = attribute(code(source_language)), attribute(code(target_language))
    out.write(_head(source, signature).encode())
    lines: list[str] = []
    size = 0
    for unit, neighbours in _with_neighbours(units, options):
        line = _line(unit, neighbours, (source, target), options, report)
        lines.append(line)
        size += len(line)
        if size > _CHUNK:
            out.write("".join(lines).encode())
            lines, size = [], 0
    out.write(("".join(lines) + "</body>\n</tmx>\n").encode())
    return report


@cache
def tool_version() -> str:
    """The workbench's version, for the header."""
    try:
        return version("workbench")
    except PackageNotFoundError:
        return "0"


def _head(source: str, signature: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="workbench" creationtoolversion="{tool_version()}" segtype="sentence" '
        f'o-tmf="workbench" adminlang="en" srclang="{source}" datatype="plaintext">'
        f"{prop('x-aligner', signature) if signature else ''}</header>\n<body>\n"
    )


def _with_neighbours(
    units: Iterable[Unit], options: Options
) -> Iterator[tuple[Unit, tuple[Unit | None, Unit | None]]]:
    """Each unit with the one before and after it, where repeats need them."""
    if not options.repeats:
        yield from ((unit, (None, None)) for unit in units)
        return
    before: Unit | None = None
    current: Unit | None = None
    for after in units:
        if current:
            yield current, (before, after)
        before, current = current, after
    if current:
        yield current, (before, None)


def _line(
    unit: Unit,
    neighbours: tuple[Unit | None, Unit | None],
    codes: tuple[str, str],
    options: Options,
    report: Report,
) -> str:
    """The unit as one line, or nothing where it must not go out."""
    source = _side(unit, "source", options, report)
    target = _side(unit, "target", options, report)
    if not _fit(unit.uid, source.text, target.text, options, report):
        return ""
    report.units += 1
    repeats = options.repeats and unit.source_text in options.repeats
    context = _context(options.document, *neighbours) if repeats else ""
    return (
        f'<tu tuid="{attribute(unit.uid)}"{_attributes(unit)}>{_props(unit, options)}{context}'
        f'<tuv xml:lang="{codes[0]}">{source.prop}<seg>{source.xml}</seg></tuv>'
        f'<tuv xml:lang="{codes[1]}">{target.prop}<seg>{target.xml}</seg></tuv></tu>\n'
    )


def _side(unit: Unit, side: str, options: Options, report: Report) -> _Side:
    """One side, cleaned, with its tags where their placeholders stand; changes go on record."""
    segments = unit.source if side == "source" else unit.target
    text, starts = _cleaned(segments, unit.uid, options, report)
    tags = [value for name, value in unit.props if name == f"{INLINE}{side}"] if unit.props else []
    if tags:
        if xml := restore(escape(text), tags):
            return _Side(text, xml, "")
        text, starts = clean(strip(text, tags))[0], []
        report.add(
            "tags-lost",
            say("The tags of the %(side)s no longer fit its text; left out.", side=side),
            unit=unit.uid,
        )
    if not (options.structure and starts):
        return _Side(text, escape(text), "")
    return _Side(text, escape(text), structure(segments, starts))


def _cleaned(
    segments: tuple[Segment, ...], uid: str, options: Options, report: Report
) -> tuple[str, list[int]]:
    """The cleaned text of a side and where each segment starts in it."""
    text, starts = "", []
    for each in segments:
        body, remarks = clean(each.text.replace(_ZWSP, "") if options.strip_zwsp else each.text)
        for remark in remarks:
            report.add("cleaned", f"{remark[0].upper()}{remark[1:]}.", level="remark", unit=uid)
        starts.append(len(text))
        text += body + (" " if each.after else "")
    text = text.removesuffix(" ")
    whole = clean(text)[0] if len(starts) > 1 else text
    return whole, starts if whole == text else []  # NFC across two segments: the starts are gone


def _fit(uid: str, source: str, target: str, options: Options, report: Report) -> bool:
    """Whether the unit may go out; if not, why not goes on record."""
    if not options.empty and not (source and target):
        side = "target" if source else "source"
        report.leave_out(
            "empty", say("The %(side)s is empty; the unit is left out.", side=side), unit=uid
        )
        return False
    if looks_zawgyi(target) or looks_zawgyi(source):
        report.leave_out("zawgyi", say("The text is Zawgyi; convert it first. Left out."), unit=uid)
        return False
    if max(len(source), len(target)) > LONGEST:
        report.add(
            "long",
            say("Longer than %(number)s characters; some tools refuse it.", number=LONGEST),
            unit=uid,
        )
    return True


def _attributes(unit: Unit) -> str:
    kept = ((name[1:], value) for name, value in unit.props if name[0:1] == "@")
    return "".join(f' {name}="{attribute(value)}"' for name, value in kept if name in ATTRIBUTES)


def _props(unit: Unit, options: Options) -> str:
    """The notes and props of a unit, ours first; its tags are no props, they stand in the text."""
    parts = [f"<note>{escape(clean(note)[0])}</note>" for note in unit.notes if options.notes]
    if options.status:
        parts.append(prop(STATUS, unit.status))
    if options.score and unit.score is not None:
        parts.append(prop(SCORE, repr(unit.score)))
    if options.props:
        parts += [prop(name, value) for name, value in unit.props if not name.startswith(("@", INLINE))]
    return "".join(parts)


def _context(document: str, before: Unit | None, after: Unit | None) -> str:
    """What OmegaT tells two units of the same source apart by."""
    said = (
        ("file", document),
        ("prev", before.source_text if before else ""),
        ("next", after.source_text if after else ""),
    )
    return "".join(prop(name, value) for name, value in said if value)
