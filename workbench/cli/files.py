"""What every command needs: bytes in by path or `-`, lines out to a file or stdout."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, TextIO

from workbench.errors import BadFile, TooLong

MOST_BYTES = 500_000_000


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, or of stdin for `-`; refuses with `BadFile` or `TooLong` and the reason."""
    try:
        with sys.stdin.buffer if path == "-" else Path(path).open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise BadFile(f"Cannot read {path}: {error.strerror}.") from error
    if len(content) > most:
        raise TooLong(
            f"{path} has more than {most / 1e6:,.0f} MB, too much at once. "
            "Cut it into parts and take them one by one."
        )
    return content


def plain(sentence: str) -> str:
    """A sentence for the terminal: a file's name in it may hold signs that would steer one.

    >>> plain("a\x1b[31m.txt: damaged")
    'a�[31m.txt: damaged'
    """
    return "".join(sign if sign.isprintable() else "�" for sign in sentence)


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


@contextmanager
def whole_file(path: Path, mode: str, **how: Any) -> Iterator[IO[Any]]:
    """A file that stands under its name only when it is whole; its folder is made where it is missing.

    What was there keeps its permissions; what is no plain file (a device, a pipe) is written as it is.
    Refuses with `BadFile`.
    """
    special = path.exists() and not path.is_file()
    target = path if special else path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open(mode.replace("+", ""), **how) if special else part.open(mode, **how) as out:
            yield out
        if target.is_file():
            shutil.copymode(target, part)
        if not special:
            part.replace(target)
    except OSError as error:
        raise BadFile(f"Cannot write {path}: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink()


def json_line(value: dict[str, Any]) -> str:
    """One JSON object on one line, Burmese as it is."""
    return json.dumps(value, ensure_ascii=False) + "\n"
