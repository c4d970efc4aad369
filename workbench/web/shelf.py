"""Texts that people had checked, kept for a day so that their pages and downloads can be made."""

import re
import secrets
import time
from pathlib import Path

from workbench.errors import NotFound, StoreUnavailable
from workbench.files.archives import shown
from workbench.web.wording import gettext as _

KEPT_SECONDS = 24 * 60 * 60
_TOKEN = re.compile("[A-Za-z0-9_-]{24}")
_NAME = "name.txt"
_TEXT = "text.bin"
_VERDICTS = "verdicts.txt"


class Shelf:
    """One folder a text, under a name nobody can guess; old ones are cleared when a new one comes."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "checked"

    def put(self, raw: bytes, name: str, verdicts: str) -> str:
        """Keep a text, its file name (none if it was pasted) and its verdicts; gives their token."""
        token = secrets.token_urlsafe(18)
        place = self._folder / token
        try:
            self._clear()
            place.mkdir(parents=True)
            (place / _TEXT).write_bytes(raw)
            (place / _NAME).write_text(shown(name) if name else "", encoding="utf-8")
            (place / _VERDICTS).write_text(verdicts, encoding="utf-8")
        except OSError as error:
            raise StoreUnavailable(
                _("The text cannot be kept in the data folder: %(error)s.", error=error.strerror)
            ) from error
        return token

    def get(self, token: str) -> tuple[bytes, str, str]:
        """The bytes, the name and the verdicts of a token; refuses with `NotFound`."""
        place = self._folder / token
        if not _TOKEN.fullmatch(token) or not place.is_dir():
            raise NotFound(_("This text is no longer here: texts are kept for a day. Check it again."))
        return (
            (place / _TEXT).read_bytes(),
            (place / _NAME).read_text(encoding="utf-8"),
            (place / _VERDICTS).read_text(encoding="utf-8"),
        )

    def _clear(self) -> None:
        oldest = time.time() - KEPT_SECONDS
        for place in self._folder.glob("*"):
            if place.is_dir() and place.stat().st_mtime < oldest:
                for file in place.iterdir():
                    file.unlink(missing_ok=True)
                place.rmdir()
