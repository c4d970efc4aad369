"""The door `open_file`: bytes and a name to blocks, by the reader of the format."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from workbench.errors import BadFile, TooLong
from workbench.files.documents import open_document
from workbench.files.opened import Opened, Remark
from workbench.files.pdf import open_pdf
from workbench.files.plain import AUTO, open_plain
from workbench.files.sniffing import NAMES, ending, sniff

MOST_BYTES = 128 * 1024 * 1024
"""The longest file that is opened; reading needs about ten times as much memory."""

Reader = Callable[[bytes, str], Opened]


def _document(kind: str, content: bytes, language: str) -> Opened:
    return open_document(content, kind, language)


READERS: dict[str, Reader] = {
    "txt": open_plain,
    "pdf": open_pdf,
    **{kind: partial(_document, kind) for kind in ("docx", "odt", "rtf", "epub", "html", "md", "pptx")},
}
"""The reader of each format: bytes and a language tag, or "auto", to blocks."""


def open_file(content: bytes, name: str, *, language: str = AUTO) -> Opened:
    """The blocks of a file in reading order, with remarks; its format is told by content, then by name.

    `language` is a BCP-47 tag for the whole file, or "auto" to tell each block by its letters.
    Refuses with `UnreadableText`, `BadFile` or `TooLong` and a sentence.

    >>> [block.text for block in open_file("၁။ တစ်".encode(), "list.txt").blocks]
    ['တစ်']
    """
    if len(content) > MOST_BYTES:
        raise TooLong(
            f"The file has {len(content) / 1e6:,.0f} MB and the workbench opens up to "
            f"{MOST_BYTES / 1e6:,.0f} MB at once. Cut it into parts and add them one by one."
        )
    kind = sniff(content, name)
    if kind not in READERS:
        raise BadFile(f"This is {NAMES[kind]}, which cannot be opened yet. Save it as plain text.")
    opened = replace(READERS[kind](content, language), format=kind)
    promised = ending(name)
    if promised and promised != kind:
        said = Remark(
            "",
            "misnamed",
            f"The name ends in .{promised}, but this is {NAMES[kind]} and was read as one.",
        )
        return replace(opened, remarks=(said, *opened.remarks))
    return opened
