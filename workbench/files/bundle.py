"""A zip of documents: each is opened by itself, and one that cannot be opened stops no other."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from workbench.errors import TooLong
from workbench.files import archives
from workbench.saying import say

MOST_DOCUMENTS = 200
"""How many documents one archive may bring."""


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The documents in a zip archive with their names, folders and hidden files left out.

    Refuses an archive that is damaged, locked, or holds more than we unpack.
    """
    archives.check(content)
    with archives.opened(content) as archive:
        entries = [each for each in archive.infolist() if not each.is_dir() and _counts(each.filename)]
        if len(entries) > MOST_DOCUMENTS:
            raise TooLong(
                say(
                    "The archive holds %(number)s documents; up to %(most)s can be added at once. "
                    "Make smaller archives.",
                    number=f"{len(entries):,}",
                    most=MOST_DOCUMENTS,
                )
            )
        for entry in entries:
            yield archives.shown(entry.filename), archive.read(entry)


def _counts(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and parts[0] != "__MACOSX" and not parts[-1].startswith(".")
