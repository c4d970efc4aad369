"""Zips as they may be opened: bounded in size, no path that leaves them."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from workbench.errors import BadFile
from workbench.saying import say

LARGEST = 2_000_000_000
"""Bytes that all members together may unpack to."""
_RATIO = 200
"""How many times a member may grow; text packs ten to twenty times, a bomb a thousand."""
FAULTS = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError,
    IndexError,
)  # fmt: skip
"""What the library raises, sooner or later, for a zip that is none or is damaged."""
_SMALL = 10_000_000


def members(archive: zipfile.ZipFile, largest: int = LARGEST) -> list[zipfile.ZipInfo]:
    """The files of a zip; refuses with `BadFile` a bomb, encryption, a path that leaves it."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if sum(entry.file_size for entry in entries) > largest:
        raise BadFile(
            say(
                "The zip unpacks to more than %(size)s MB; take it apart first.",
                size=largest // 1_000_000,
            )
        )
    for entry in entries:
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            raise BadFile(
                say(
                    "%(name)s in the zip grows more than %(times)s times: a zip bomb?",
                    name=entry.filename,
                    times=_RATIO,
                )
            )
        if entry.flag_bits & 1:
            raise BadFile(say("%(name)s in the zip is encrypted; unpack it first.", name=entry.filename))
        if entry.filename.startswith("/") or ".." in entry.filename.split("/"):
            raise BadFile(say("The zip has a path that leads out of it: %(name)s.", name=entry.filename))
    return entries


@contextmanager
def opened(stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """A zip to read from; refuses with `BadFile` what is damaged, wherever that shows."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield archive
    except FAULTS as error:
        raise BadFile(
            say("The zip is damaged and cannot be read: %(error)s. Make or copy it again.", error=error)
        ) from error


def entry(name: str) -> zipfile.ZipInfo:
    """A member to be written, with the date 1980: the same bytes every time."""
    found = zipfile.ZipInfo(name)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = (0o755 if name.endswith("/") else 0o644) << 16
    return found


def copy(stream: IO[bytes], archive: zipfile.ZipFile, name: str) -> None:
    """Write a whole stream as one member, in bounded memory."""
    stream.seek(0)
    with archive.open(entry(name), "w", force_zip64=True) as member:
        while raw := stream.read(1 << 16):
            member.write(raw)
