"""Units as OPUS keeps them: an XCES alignment and one XML text a side, in one zip.

    write(units, out, *, source_language="en", target_language="my", name="bitext") -> Report
    read(alignment, source, target, report=None, *, languages=("en", "my")) -> Iterator[Unit]
    read_zip(stream, report=None) -> Iterator[Unit]

In the zip lie `LANGUAGE/NAME.xml` for each side and `NAME.xml` with links like `1 2;1`. The score of a
unit is the `certainty` of its link.
"""

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO, Any, BinaryIO

from workbench.bitext.archives import copy, members, opened
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.salvaging import elements
from workbench.bitext.taking import score
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute, escape
from workbench.errors import BadFile
from workbench.saying import say
from workbench.segment import Segment

_TAG = "([A-Za-z]{2}|eng|mya|bur)([-_][A-Za-z0-9]+)*"
_TEXT_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<text>\n<body>\n'
_LINK_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<cesAlign version="1.0">\n'
    '<linkGrp targType="s" fromDoc="{}" toDoc="{}">\n'
)


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    name: str = "bitext",
) -> Report:
    """Write one zip with the two texts and their alignment, the same bytes for the same units."""
    report = Report()
    languages = code(source_language), code(target_language)
    files = [f"{language}/{name}.xml" for language in languages]
    with ExitStack() as stack:
        source, target, links = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
        _spread(units, (source, target), links, files, report)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, stream in zip((*files, f"{name}.xml"), (source, target, links), strict=True):
                copy(stream, archive, path)
    return report


def _spread(
    units: Iterable[Unit],
    sides: tuple[IO[bytes], IO[bytes]],
    links: IO[bytes],
    files: list[str],
    report: Report,
) -> None:
    """Each segment to its side, each unit to the links."""
    for side in sides:
        side.write(_TEXT_HEAD.encode())
    links.write(_LINK_HEAD.format(*map(attribute, files)).encode())
    at = [0, 0]
    for unit in units:
        report.units += 1
        targets = []
        for number, segments in enumerate((unit.source, unit.target)):
            ids = range(at[number] + 1, at[number] + len(segments) + 1)
            at[number] += len(segments)
            targets.append(" ".join(map(str, ids)))
            for each, identity in zip(segments, ids, strict=True):
                line = f'<s id="{identity}">{escape(clean(each.text)[0])}</s>\n'
                sides[number].write(line.encode())
        sure = "" if unit.score is None else f' certainty="{unit.score!r}"'
        links.write(f'<link id="SL{report.units}" xtargets="{";".join(targets)}"{sure} />\n'.encode())
    for side in sides:
        side.write(b"</body>\n</text>\n")
    links.write(b"</linkGrp>\n</cesAlign>\n")


def read_zip(stream: BinaryIO, report: Report | None = None) -> Iterator[Unit]:
    """The units of a zip with one alignment and the texts it names; refuses with `BadFile` any other."""
    report = Report() if report is None else report
    with opened(stream) as archive:
        found = [entry.filename for entry in members(archive)]
        named = alignments(archive)
        if not named:
            raise BadFile(
                say("The zip has no XCES alignment: no XML file in it begins with <cesAlign>.")
            )
        for name in named:
            with archive.open(name) as links:
                yield from _groups(links, archive, found, report)


def _groups(
    links: IO[bytes], archive: zipfile.ZipFile, found: Sequence[str], report: Report
) -> Iterator[Unit]:
    """The units of an alignment of several documents: each group of links names its two texts."""
    texts: list[dict[str, str]] | None = None
    languages = "en", "my"
    for name, element, line in elements(links, ("link",), ("linkGrp",), report):
        if name == "linkGrp":
            named = element.get("fromDoc", ""), element.get("toDoc", "")
            sides = [_member(found, each, line, report) for each in named]
            texts = [_text_of(archive, side, report) for side in sides] if all(sides) else None
            languages = _language(sides[0], "en"), _language(sides[1], "my")
        elif texts and (unit := _unit(element, line, texts, languages, report)):
            report.units += 1
            yield unit


def _text_of(archive: zipfile.ZipFile, name: str, report: Report) -> dict[str, str]:
    with archive.open(name) as stream:
        return _sentences(stream, report)


def _language(member: str, usual: str) -> str:
    """The language that a folder of a text is called by, as in `raw/en/2010/1.xml`."""
    tags = [folder for folder in member.split("/")[:-1] if re.fullmatch(_TAG, folder)]
    return code(tags[-1]) if tags else usual


def alignments(archive: zipfile.ZipFile) -> list[str]:
    """The members of a zip that are XCES alignments."""
    names = [entry.filename for entry in members(archive) if entry.filename.endswith(".xml")]
    return [name for name in names if _is_alignment(archive, name)]


def _is_alignment(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as stream:
        return b"<cesAlign" in stream.read(2000)


def _member(found: Sequence[str], document: str, line: int, report: Report) -> str:
    """The member that a `fromDoc` names, whatever folder or `.gz` stands around it; "" and a problem."""
    bare = document.removesuffix(".gz")
    match = next((each for each in found if bare and f"/{each}".endswith(f"/{bare}")), "")
    if not match:
        message = say("The alignment names %(name)s, which is not in the zip.", name=document)
        report.leave_out("no-text", message, line=line)
    return match


def read(
    alignment: IO[bytes],
    source: IO[bytes],
    target: IO[bytes],
    report: Report | None = None,
    *,
    languages: tuple[str, str] = ("en", "my"),
) -> Iterator[Unit]:
    """The units of an alignment; a link to a sentence that is not there is reported."""
    report = Report() if report is None else report
    texts = [_sentences(stream, report) for stream in (source, target)]
    for _, link, line in elements(alignment, ("link",), (), report):
        if unit := _unit(link, line, texts, languages, report):
            report.units += 1
            yield unit


def _sentences(stream: IO[bytes], report: Report) -> dict[str, str]:
    """The text of each `<s>`, its words joined by spaces where it has them."""
    found: dict[str, str] = {}
    for _, sentence, _ in elements(stream, ("s",), (), report):
        words = [word.text or "" for word in sentence.iter("{*}w")]
        text = " ".join(words) if words else "".join(sentence.itertext())
        found[sentence.get("id", "")] = clean(text)[0]
    return found


def _unit(
    link: Any, line: int, texts: list[dict[str, str]], languages: tuple[str, str], report: Report
) -> Unit | None:
    """The unit of one link, or nothing and a problem."""
    uid = link.get("id", "")
    named = [side.split() for side in (link.get("xtargets", "") + ";").split(";")[:2]]
    pairs = [(side, each) for side, ids in zip(texts, named, strict=True) for each in ids]
    if missing := [each for side, each in pairs if each not in side]:
        message = say("Names %(names)s, which no text has; left out.", names=", ".join(missing[:3]))
        report.leave_out("bad-link", message, unit=uid, line=line)
        return None
    if not any(named):
        return None
    ours, theirs = (
        tuple(Segment(side[each], language=language) for each in ids)
        for side, ids, language in zip(texts, named, languages, strict=True)
    )
    return Unit(uid, ours, theirs, score(link.get("certainty")))
