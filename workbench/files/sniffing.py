"""Which format a file is in: by its first bytes, then by what lies in it, then by its name."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from workbench.errors import BadFile, UnreadableText
from workbench.saying import say

NAMES = {
    "docx": say("a Word document"), "odt": say("an OpenDocument text"), "rtf": say("a rich text"),
    "epub": say("an e-book"),
    "html": say("a web page"), "md": say("a Markdown text"),
    "txt": say("a plain text"), "pdf": say("a PDF"),
    "srt": say("SubRip subtitles"), "vtt": say("WebVTT subtitles"),
    "pptx": say("a PowerPoint presentation"),
    "xlsx": say("an Excel workbook"), "csv": say("a table (CSV)"), "tsv": say("a table (TSV)"),
    "po": say("a gettext catalogue"), "zip": say("a zip archive"),
}  # fmt: skip
"""The formats that can be opened, by their usual ending."""

_ENDINGS = {
    "htm": "html", "xhtml": "html", "markdown": "md", "tab": "tsv", "pot": "po", "text": "txt",
    "docm": "docx", "dotx": "docx", "xlsm": "xlsx", "pptm": "pptx", "ppsx": "pptx",
}  # fmt: skip
_TEXTUAL = {"html", "md", "txt", "srt", "vtt", "csv", "tsv", "po"}
_OTHERS = (
    (b"\x89PNG", say("a picture (PNG)")),
    (b"\xff\xd8\xff", say("a picture (JPEG)")),
    (b"GIF8", say("a picture (GIF)")),
    (b"II*\0", say("a picture (TIFF)")),
    (b"MM\0*", say("a picture (TIFF)")),
    (b"\x1f\x8b", say("a gzip archive")),
    (b"Rar!", say("a RAR archive")),
    (b"7z\xbc\xaf", say("a 7-Zip archive")),
    (b"\x7fELF", say("a programme")),
    (b"MZ\x90", say("a programme")),
    (b"SQLite format 3", say("a database")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_MIMETYPES = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}
_OPENDOCUMENT = b"application/vnd.oasis.opendocument."
_SAMPLE = 4096
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_TIMED = re.compile(r"\s*(?:\d+\s*\n)?\d+:\d\d:\d\d[,.]\d+\s*-->")


def ending(name: str) -> str:
    """The format that a file's name promises; empty when it promises none of ours."""
    last = PurePosixPath(name.replace("\\", "/")).suffix.lower().removeprefix(".")
    last = _ENDINGS.get(last, last)
    return last if last in NAMES else ""


def sniff(content: bytes, name: str = "") -> str:
    """The format of a file, one of `NAMES`; refuses what is none of ours, by what it is.

    >>> sniff(b"%PDF-1.7", "letter.docx"), sniff(b"a,b", "table.csv"), sniff(b"words", "notes")
    ('pdf', 'csv', 'txt')
    """
    head = content[:_SAMPLE]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(content)
    if head.startswith(_OLE):
        raise UnreadableText(_old_office(content))
    for start, what in _OTHERS:
        if head.startswith(start):
            raise UnreadableText(
                say("This is %(what)s, which holds no text. Give a document or a text file.", what=what)
            )
    return _textual(head, name)


def _zipped(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadFile(
            say("The file is damaged or was cut short: its end is missing. Copy or download it again.")
        ) from error
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in _OFFICE.items() if _holds(names, folder)), "zip")
    kind = next((kind for start, kind in _MIMETYPES.items() if mimetype.startswith(start)), "zip")
    if kind == "zip" and mimetype.startswith(_OPENDOCUMENT):
        raise UnreadableText(
            say(
                "This is an OpenDocument spreadsheet, presentation or drawing. "
                "Save it as .xlsx, .pptx or .odt and give that."
            )
        )
    return kind


def _holds(names: list[str], folder: str) -> bool:
    return any(name.startswith(folder) for name in names)


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return say(
            "This document is protected by a password. Open it, take the password off and save it."
        )
    return say(
        "This is a document of an old Office. Open it there and save it as .docx, .xlsx or .pptx."
    )


def _textual(head: bytes, name: str) -> str:
    promised = ending(name)
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    if text.startswith("WEBVTT"):
        return "vtt"
    if _TIMED.match(text.replace("\r", "")):
        return "vtt" if promised == "vtt" else "srt"
    return promised if promised in _TEXTUAL else "txt"
