"""What every command needs: bytes in by path or `-`, lines out to a file or stdout."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from workbench.errors import BadFile


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of stdin for `-`; refuses with `BadFile` and the reason."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise BadFile(f"Cannot read {path}: {error.strerror}.") from error


@contextmanager
def writer(path: str | None) -> Iterator[TextIO]:
    """UTF-8 text out to a file, or to stdout when the path is None or `-`."""
    if path in (None, "-"):
        yield sys.stdout
        return
    try:
        with Path(path or "").open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise BadFile(f"Cannot write {path}: {error.strerror}.") from error


def json_line(value: dict[str, Any]) -> str:
    """One JSON object on one line, Burmese as it is."""
    return json.dumps(value, ensure_ascii=False) + "\n"
