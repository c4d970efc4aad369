"""Zip archives, treated as hostile: how many files, how much they hold, how far they were squeezed.

Every office format is one. What an archive declares is checked first, then what really comes out of it,
so that neither a bomb nor a lie reaches the programmes that read it.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from workbench.errors import BadFile, TooLong
from workbench.saying import say

MOST_FILES = 10_000
MOST_BYTES = 400 * 1024 * 1024
"""What all files of an archive may hold together when unpacked."""
MOST_MARKUP = 120 * 1024 * 1024
"""What its XML may hold together: reading XML needs many times its size."""

_MARKUP = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx", ".vml")
_CHUNK = 1 << 20
_ENTITY = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))
_ENCRYPTED = 0x1
_FAULTS = (BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)


@contextmanager
def opened(content: bytes) -> Iterator[ZipFile]:
    """The archive in these bytes; whatever is wrong with it becomes one sentence."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            yield archive
    except _FAULTS as error:
        raise BadFile(
            say(
                "The file is damaged or was cut short and cannot be unpacked. Copy or download it again."
            )
        ) from error


def check(content: bytes) -> None:
    """Refuse an archive that is damaged, locked, or holds more than we unpack, declared or real."""
    with opened(content) as archive:
        entries = archive.infolist()
        _check_declared(entries)
        for entry in entries:
            _check_real(archive, entry)
        _check_lock(archive)


def _check_declared(entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise BadFile(
            say("The file is protected by a password. Open it, take the password off, save again.")
        )
    markup = sum(entry.file_size for entry in entries if _is_markup(entry))
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or whole > MOST_BYTES or markup > MOST_MARKUP:
        raise TooLong(
            say(
                "The file would unpack to %(number)s files with %(size)s MB, more than the "
                "workbench unpacks. Split the document into parts, or take its pictures out.",
                number=f"{len(entries):,}",
                size=f"{whole / 1e6:,.0f}",
            )
        )


def _check_real(archive: ZipFile, entry: ZipInfo) -> None:
    """Inflate an entry piece by piece: zipfile stops at the declared size and compares the checksum."""
    tail = b""
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            if _is_markup(entry) and any(word in tail + piece for word in _ENTITY):
                raise BadFile(
                    say(
                        "%(name)s in this file declares XML entities, which no document needs and "
                        "which can hide an attack. Save the document again from its programme.",
                        name=shown(entry.filename),
                    )
                )
            tail = piece[-16:]


def _check_lock(archive: ZipFile) -> None:
    try:
        manifest = archive.read("META-INF/manifest.xml")
    except KeyError:
        return
    if b"encryption-data" in manifest:
        raise BadFile(
            say("The file is protected by a password. Open it, take the password off, save again.")
        )


def _is_markup(entry: ZipInfo) -> bool:
    return entry.filename.lower().endswith(_MARKUP)


def shown(name: str) -> str:
    """A file's name as it may be shown: without folders that lead elsewhere, without control signs.

    >>> shown("../../etc/pass\\nwd\\u202etxt")
    'passwdtxt'
    """
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[:200] or "unnamed"
