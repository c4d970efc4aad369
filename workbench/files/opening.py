"""The door `open_file`: bytes and a name to blocks, by the reader of the format."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from workbench.errors import BadFile, TooLong, WorkbenchError
from workbench.files import catalogue, sheets, subtitles
from workbench.files.archives import shown
from workbench.files.bundle import members
from workbench.files.documents import open_document
from workbench.files.opened import Opened, Remark, within
from workbench.files.pdf import open_pdf
from workbench.files.plain import AUTO, open_plain
from workbench.files.sniffing import NAMES, ending, sniff
from workbench.saying import say

MOST_BYTES = 128 * 1024 * 1024
"""The longest file that is opened; reading needs about ten times as much memory."""

Reader = Callable[[bytes, str], Opened]


def _document(kind: str) -> Reader:
    return partial(_open_document, kind)


def _open_document(kind: str, content: bytes, language: str) -> Opened:
    return open_document(content, kind, language)


READERS: dict[str, Reader] = {
    "txt": open_plain,
    "pdf": open_pdf,
    "xlsx": sheets.open_workbook,
    "csv": sheets.open_table,
    "tsv": sheets.open_tabbed,
    "srt": subtitles.open_srt,
    "vtt": subtitles.open_vtt,
    "po": catalogue.open_po,
    **{kind: _document(kind) for kind in ("docx", "odt", "rtf", "epub", "html", "md", "pptx")},
}
"""The reader of each format: bytes and a language tag, or "auto", to blocks."""


def open_file(content: bytes, name: str, *, language: str = AUTO) -> Opened:
    """The blocks of a file in reading order, with remarks; its format is told by content, then by name.

    `language` is a BCP-47 tag for the whole file, or "auto" to tell each block by its letters. A zip
    archive gives the blocks of all documents in it, one after the other.
    Refuses with `UnreadableText`, `BadFile` or `TooLong` and a sentence.

    >>> [block.text for block in open_file("၁။ တစ်".encode(), "list.txt").blocks]
    ['တစ်']
    """
    if len(content) > MOST_BYTES:
        raise TooLong(too_long(len(content)))
    kind = sniff(content, name)
    opened = _open_all(content, language) if kind == "zip" else READERS[kind](content, language)
    return replace(opened, format=kind, remarks=(*_about(opened, kind, name), *opened.remarks))


def _about(opened: Opened, kind: str, name: str) -> Iterator[Remark]:
    promised = ending(name)
    if promised and promised != kind:
        said = say(
            "The name ends in .%(ending)s, but this is %(what)s and was read as one.",
            ending=promised,
            what=NAMES[kind],
        )
        yield Remark("", "misnamed", said)
    if not opened.blocks:
        yield Remark("", "empty", say("There is no text in this file."))


def too_long(size: int) -> str:
    """The sentence for a file of so many bytes."""
    return say(
        "The file has %(size)s MB and the workbench opens up to %(most)s MB at once. "
        "Cut it into parts and add them one by one.",
        size=f"{size / 1e6:,.0f}",
        most=f"{MOST_BYTES / 1e6:,.0f}",
    )


def _open_all(content: bytes, language: str) -> Opened:
    """All documents of a zip archive; one that cannot be opened becomes a remark."""
    found: list[Opened] = []
    faults: list[Remark] = []
    for name, each in members(content):
        try:
            found.append(_of_bundle(each, name, language))
        except WorkbenchError as error:
            faults.append(Remark(name, "unreadable", str(error)))
    if not found:
        raise BadFile(str(faults[0]) if faults else say("There is no document in this zip archive."))
    blocks = tuple(block for opened in found for block in opened.blocks)
    remarks = (*faults, *(remark for opened in found for remark in opened.remarks))
    return Opened(blocks, "zip", remarks, suspect=max(opened.suspect for opened in found))


def _of_bundle(content: bytes, name: str, language: str) -> Opened:
    if sniff(content, name) == "zip":
        raise BadFile(
            say("An archive inside an archive is not opened. Unpack it and add what is in it.")
        )
    opened = open_file(content, name, language=language)
    return replace(
        opened,
        blocks=tuple(replace(each, place=within(shown(name), each.place)) for each in opened.blocks),
        remarks=tuple(replace(each, place=within(shown(name), each.place)) for each in opened.remarks),
    )
