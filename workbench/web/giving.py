"""Give a file out so that a download that broke off can be resumed.

The file is written to the disk first, never to memory. Its ETag is the hash of its bytes: whoever asks
for the rest (`Range` with `If-Range`) gets the rest of the same file, as it was when the download began
if it is a large one, and the whole of a new one where it is not here any more.
"""

from typing import BinaryIO

import regex
from flask import current_app, request, send_file
from werkzeug import Response

from workbench.errors import NotFound
from workbench.web.spool import Spool, Write
from workbench.web.wording import gettext as _


def give(write: Write, stem: str, ending: str, media_type: str) -> Response:
    """What `write` writes, as a download under a safe name; answers `Range` and `If-None-Match`."""
    digest = (request.if_range.etag or "") if request.range else ""
    stream = spool().find(digest)
    if stream is None:
        stream, digest = spool().make(write)
    return _sent(stream, digest, f"{safe(stem)}.{ending}", media_type)


def give_kept(digest: str, name: str, media_type: str) -> Response:
    """A file that was made before, by its hash; refuses with `NotFound` when it is gone."""
    stream = spool().find(digest)
    if stream is None:
        raise NotFound(_("This file is no longer here: files are kept for some hours. Export it again."))
    return _sent(stream, digest, name, media_type)


def spool() -> Spool:
    """Where this application keeps its files."""
    return Spool(current_app.config["DATA_FOLDER"])


def _sent(stream: BinaryIO, digest: str, name: str, media_type: str) -> Response:
    try:
        length = stream.seek(0, 2)
        stream.seek(0)
        answer = send_file(
            stream, media_type, as_attachment=True, download_name=name, conditional=False, etag=digest,
            max_age=0,
        )  # fmt: skip
        answer.content_length = length
        return answer.make_conditional(request.environ, accept_ranges=True, complete_length=length)
    except Exception:
        stream.close()
        raise


def safe(stem: str) -> str:
    """A file's name of letters with their signs, digits and hyphens.

    >>> safe("A/B: letters"), safe("ရေကြီးမှု (၁)"), safe("...")
    ('A-B-letters', 'ရေကြီးမှု-၁', 'pairs')
    """
    return regex.sub(r"[^\w\p{M}-]+", "-", stem).strip("-")[:80] or "pairs"
