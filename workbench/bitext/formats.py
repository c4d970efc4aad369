"""The formats that hold a bitext in one file: what each is called, who reads it, who writes it.

`kind` tells a file's format by its content and then by its name; `FORMATS` holds the doors. A writer
takes (units, out, heading); a reader takes (stream, report).
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from workbench.bitext import jsonl, kit, pages, parquet, plain, po, tmx, tsv, xces, xliff, xlsx
from workbench.bitext.archives import FAULTS
from workbench.bitext.heading import Heading
from workbench.bitext.inline import untagged
from workbench.bitext.lines import encoding
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.saying import say

Reader = Callable[[BinaryIO, Report], Iterator[Unit]]
Writer = Callable[[Iterable[Unit], BinaryIO, Heading], Report]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its usual ending: what a person calls it, its media type, its doors."""

    ending: str
    title: str
    media_type: str
    write: Writer
    read: Reader | None = None
    whole: bool = False
    """Whether it takes every unit of a document, chosen or not."""
    one_sided: bool = False
    """Whether it takes units without a translation too."""


def _tmx(units: Iterable[Unit], out: BinaryIO, heading: Heading) -> Report:
    signed: dict[str, Any] = {"signature": heading.signature, "options": heading.options}
    return tmx.write(units, out, **heading.languages, **signed)


def _xliff(version: str) -> Writer:
    return lambda units, out, heading: xliff.write(
        units, out, version=version, title=heading.title, **heading.languages
    )


def _csv(units: Iterable[Unit], out: BinaryIO, heading: Heading) -> Report:
    return tsv.write(units, out, delimiter=",", **heading.languages)


_OFFICE = "application/vnd.openxmlformats-officedocument"
_ALL = (
    Format("tmx", "TMX 1.4", "application/x-tmx+xml", _tmx, tmx.read),
    Format("xlf", "XLIFF 1.2", "application/x-xliff+xml", _xliff("1.2"), xliff.read),
    Format("xliff", "XLIFF 2.1", "application/xliff+xml", _xliff("2.1"), xliff.read),
    Format(
        "xlsx", say("Excel workbook"), f"{_OFFICE}.spreadsheetml.sheet",
        xlsx.write, xlsx.read,
    ),
    Format(
        "tsv", say("table (TSV)"), "text/tab-separated-values",
        lambda units, out, head: tsv.write(units, out, **head.languages), tsv.read,
    ),
    Format("csv", say("table (CSV)"), "text/csv", _csv, tsv.read),
    Format(
        "po", say("PO catalogue"), "text/x-gettext-translation",
        lambda units, out, head: po.write(units, out, target_language=head.target_language), po.read,
    ),
    Format(
        "jsonl", say("JSON lines"), "application/jsonl",
        lambda units, out, head: jsonl.write(units, out, **head.languages), jsonl.read,
    ),
    Format(
        "parquet", "Parquet", "application/vnd.apache.parquet",
        lambda units, out, head: parquet.write(units, out, **head.languages), parquet.read,
    ),
    Format(
        "zip", say("XCES with its texts (OPUS)"), "application/zip",
        lambda units, out, head: xces.write(map(untagged, units), out, **head.languages), xces.read_zip,
    ),
    Format(
        "omegat.zip", say("OmegaT project"), "application/zip",
        lambda units, out, head: kit.write(
            units, out, terms=head.terms, memory=head.memory, exceptions=head.exceptions,
            **head.languages,
        ), whole=True,
    ),
    Format(
        "html", say("page to read"), "text/html",
        pages.write_html,
    ),
    Format(
        "docx", say("Word document to sign off"), f"{_OFFICE}.wordprocessingml.document",
        pages.write_docx,
    ),
    Format(
        "source.txt", say("text of the source in its paragraphs"), "text/plain",
        lambda units, out, head: plain.write(map(untagged, units), out, "source"), one_sided=True,
    ),
    Format(
        "target.txt", say("text of the translation in its paragraphs"), "text/plain",
        lambda units, out, head: plain.write(map(untagged, units), out, "target"), one_sided=True,
    ),
)  # fmt: skip
FORMATS: dict[str, Format] = {each.ending: each for each in _ALL}


def by_name(name: str, languages: tuple[str, str] = ("en", "my")) -> Format | None:
    """The format that a file's name asks for by its ending; `.my.txt` is the text of the side in it.

    >>> by_name("statement.omegat.zip").title, by_name("statement.doc")
    ('OmegaT project', None)
    >>> by_name("statement.my.txt").ending
    'target.txt'
    """
    name = name.lower()
    for side, language in zip(("source", "target"), languages, strict=True):
        if name.endswith(f".{language}.txt"):
            return FORMATS[f"{side}.txt"]
    endings = sorted(FORMATS, key=len, reverse=True)
    return next((FORMATS[each] for each in endings if name.endswith(f".{each}")), None)


_ENDINGS = {
    "tab": "tsv",
    "pot": "po",
    "ndjson": "jsonl",
    "xlsm": "xlsx",
    "sdlxliff": "xlf",
    "mqxliff": "xlf",
}
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
"""What a zip begins with; the second is an empty one."""
_RUNG = re.compile(r"\d+\t\d+(\t[^\t]*)?")


def kind(stream: BinaryIO, name: str) -> str:
    """The format a file is in: an ending of `FORMATS`, `ladder`, `archive` (a zip of files), or "".

    XML, zips, Parquet, JSON and PO are told by what lies in them, whatever their names say; a table by
    its name, for any text could be one. The stream is at its start again.
    """
    stream.seek(0)
    raw = stream.read(1 << 16)
    stream.seek(0)
    if raw.startswith(ZIPPED):
        return _zipped(stream)
    if raw.startswith(b"PAR1"):
        return "parquet"
    return _textual(raw.decode(encoding(raw), "replace"), name)


def _zipped(stream: BinaryIO) -> str:
    """A workbook, another office document (none of ours), XCES, or a zip of files."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            if "[Content_Types].xml" in names:
                return "xlsx" if any(name.startswith("xl/") for name in names) else ""
            if "mimetype" in names:  # an OpenDocument text or an e-book
                return ""
            return "zip" if xces.alignments(archive) else "archive"
    except FAULTS:
        return ""
    finally:
        stream.seek(0)


def _textual(text: str, name: str) -> str:
    last = name.lower().rsplit(".", 1)[-1]
    promised = _ENDINGS.get(last, last)
    if re.search(r"<tmx[\s>]", text):
        return "tmx"
    if root := re.search(r"<(?:[\w.-]+:)?xliff\b[^>]*", text):
        return "xliff" if re.search(r"""version\s*=\s*["']2""", root[0]) else "xlf"
    if re.match(r'\s*\{\s*"', text):
        return "jsonl"
    if re.search(r'^msgid\s+"', text, re.M):
        return "po"
    lines = text.split("\n")[:20]
    if all(map(_RUNG.fullmatch, filter(None, map(str.strip, lines[:-1])))) and len(lines) > 1:
        return "ladder"
    return promised if promised in ("tsv", "csv", "tmx", "xlf", "xliff", "po", "jsonl") else ""
