"""Give a file out so that a download that broke off can be resumed.

The file is written to the disk first, never to memory. Its ETag is the hash of its bytes: the same units
give the same bytes, so that whoever asks for the rest (`Range` with `If-Range`) gets the rest of the
same file, and the whole of a new one when pairs have changed in between.
"""

from collections.abc import Callable
from hashlib import file_digest
from tempfile import TemporaryFile
from typing import BinaryIO

import regex
from flask import request, send_file
from werkzeug import Response


def give(write: Callable[[BinaryIO], object], stem: str, ending: str, media_type: str) -> Response:
    """What `write` writes, as a download under a safe name; answers `Range` and `If-None-Match`."""
    stream = TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        write(stream)
        stream.seek(0)
        digest = file_digest(stream, "sha256").hexdigest()
        length = stream.tell()
        stream.seek(0)
        answer = send_file(
            stream,
            media_type,
            True,
            f"{_safe(stem)}.{ending}",
            conditional=False,
            etag=digest,
            max_age=0,
        )
        answer.content_length = length
        return answer.make_conditional(request.environ, accept_ranges=True, complete_length=length)
    except Exception:
        stream.close()
        raise


def _safe(stem: str) -> str:
    """A file's name of letters with their signs, digits and hyphens.

    >>> _safe("A/B: letters"), _safe("ရေကြီးမှု (၁)"), _safe("...")
    ('A-B-letters', 'ရေကြီးမှု-၁', 'pairs')
    """
    return regex.sub(r"[^\w\p{M}-]+", "-", stem).strip("-")[:80] or "pairs"
