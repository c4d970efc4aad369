"""Programmes that read files for us, each kept on a short lead: time, memory, output, and no input.

They run in a folder of their own that goes when they end, at a lower priority, and see nothing of the
environment but the path and a UTF-8 locale.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from workbench.errors import BadFile, TooLong
from workbench.saying import say

SECONDS = 120
"""How long a programme may take for one file."""
MOST_OUTPUT = 512 * 1024 * 1024
_HEAP_EXHAUSTED = 251  # what a Haskell programme ends with at the bound of +RTS -M

FILE = "{file}"
"""Stands in a command for the path of the file."""

_LEASH = 'ulimit -t {seconds}; ulimit -f {blocks}; ulimit -c 0; {memory}exec nice -n 5 "$@"'
_UNSEEN = {"PATH", "SYSTEMROOT"}


def run(command: Sequence[str], content: bytes, *, seconds: int = SECONDS, memory: int = 0) -> bytes:
    """What a programme writes to stdout about a file, whose path takes the place of `FILE`.

    `memory` bounds its address space in bytes, 0 leaves that to the command. Refuses with `TooLong`
    when it takes too long, with `BadFile` and its own last words when it fails.
    """
    with TemporaryDirectory(prefix="workbench-") as folder:
        source, out, said = (Path(folder, name) for name in ("file", "out", "said"))
        source.write_bytes(content)
        with out.open("wb") as stdout, said.open("wb") as stderr:
            status = _status(
                [each.replace(FILE, str(source)) for each in command],
                stdout,
                stderr,
                folder,
                seconds,
                memory,
            )
        if status == _HEAP_EXHAUSTED:
            raise TooLong(
                say(
                    "Reading this file took more memory than one file may have. Split the document "
                    "into parts and add them one by one."
                )
            )
        if status:
            raise BadFile(_last_words(said, status))
        return out.read_bytes()


def _status(
    command: list[str], stdout: BinaryIO, stderr: BinaryIO, folder: str, seconds: int, memory: int
) -> int:
    bound = f"ulimit -v {memory // 1024}; " if memory else ""
    leash = _LEASH.format(seconds=seconds, blocks=MOST_OUTPUT // 512, memory=bound)
    environment = {name: os.environ[name] for name in _UNSEEN & set(os.environ)}
    try:
        return subprocess.run(
            ["sh", "-c", leash, "sh", *command],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            cwd=folder,
            env={**environment, "LC_ALL": "C.UTF-8", "HOME": folder},
            timeout=seconds,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired as error:
        raise TooLong(
            say(
                "Reading this file took more than %(seconds)s seconds and was stopped. Split "
                "the document into parts and add them one by one.",
                seconds=seconds,
            )
        ) from error


def _last_words(said: Path, status: int) -> str:
    lines = said.read_bytes()[-2000:].decode("utf-8", "replace").strip().splitlines()
    words = "".join(sign for sign in (lines[-1] if lines else "") if sign.isprintable())[:200]
    return say(
        "The file cannot be read (%(error)s). Open it in the programme that made it and save it again.",
        error=words or say("the reader ended with %(number)s", number=status),
    )
