"""Files made for a download, kept for a while so that one that broke off goes on with the same bytes.

A file lies under the hash of its bytes, which is its ETag as well. Small files are made anew faster than
they are fetched, so only large ones stay.
"""

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from workbench.errors import StoreUnavailable
from workbench.saying import say

KEPT_SECONDS = 6 * 60 * 60
LARGE = 8_000_000
"""Bytes from which a file is kept."""
MOST = 20
"""Files that are kept at once."""
_DIGEST = re.compile("[0-9a-f]{64}")

Write = Callable[[BinaryIO], object]


class Spool:
    """A folder in the data folder; whoever knows the hash of a file can have it."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "spool"

    def make(self, write: Write, *, keep: bool = False) -> tuple[BinaryIO, str]:
        """What `write` writes, open at its start, and its hash; kept if it is large or `keep`."""
        part = self._written(write)
        with part.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        if keep or part.stat().st_size >= LARGE:
            part = part.replace(self._folder / digest)
            return part.open("rb"), digest
        stream = part.open("rb")
        part.unlink()
        return stream, digest

    def find(self, digest: str) -> BinaryIO | None:
        """The kept file of this hash, open at its start."""
        if not _DIGEST.fullmatch(digest):
            return None
        place = self._folder / digest
        with suppress(FileNotFoundError):  # never made, or cleared by somebody else meanwhile
            stream = place.open("rb")
            os.utime(stream.fileno())
            return stream
        return None

    def _written(self, write: Write) -> Path:
        """A new file with what `write` writes; none if it fails."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear()
            with NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as out:
                part = Path(out.name)
                try:
                    write(out)  # type: ignore[arg-type]
                except BaseException:
                    part.unlink()
                    raise
            return part
        except OSError as error:
            raise StoreUnavailable(
                say("The file cannot be written in the data folder: %(error)s.", error=error.strerror)
            ) from error

    def _clear(self) -> None:
        """Make room: what is old goes, and of many files those that nobody asked for longest."""
        with suppress(FileNotFoundError):  # somebody else clears as well
            found = sorted(self._folder.iterdir(), key=lambda place: place.stat().st_mtime)
            oldest = time.time() - KEPT_SECONDS
            for number, place in enumerate(reversed(found)):
                if number >= MOST or place.stat().st_mtime < oldest:
                    place.unlink()
