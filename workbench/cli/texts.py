"""Text files in and out for the commands that go line by line: many files, folders, stdin, any size."""

import codecs
import errno
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import click

from workbench.cli.files import plain, whole_file
from workbench.errors import BadFile, UnreadableText, WrongUse
from workbench.text.decoding import TextLines, read_lines

_BOM = "\ufeff"
_WRITING = (errno.EPIPE, errno.ENOSPC)
"""Faults of what is written while a file is read: they are none of the file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: what it is called, where its result goes under an output folder, and whether
    it was named itself or found in a folder."""

    path: str
    below: Path
    named: bool


def sources(paths: Sequence[str]) -> list[Source]:
    """The files of these paths in order; a folder stands for all the files under it that are not hidden.

    Refuses with `BadFile` a path that is not there.
    """
    found: list[Source] = []
    for path in paths:
        place = Path(path)
        if path != "-" and not place.exists():
            raise BadFile(f"There is no file {path}.")
        if path != "-" and place.is_dir():
            found += [Source(str(each), each.relative_to(place), False) for each in _files(place)]
        else:
            found.append(Source(path, Path(place.name), True))
    return found


def _files(folder: Path) -> list[Path]:
    inside = (each for each in folder.rglob("*") if each.is_file())
    return sorted(
        each
        for each in inside
        if not any(part.startswith(".") for part in each.relative_to(folder).parts)
    )


@contextmanager
def opened(source: Source) -> Iterator[TextLines]:
    """The lines of a file or of stdin; what refuses them names the file."""
    try:
        if source.path == "-":
            yield read_lines(sys.stdin.buffer)
            return
        with Path(source.path).open("rb") as stream:
            yield read_lines(stream)
    except OSError as error:
        if error.errno in _WRITING:
            raise
        raise BadFile(f"Cannot read {source.path}: {error.strerror}.") from error
    except UnreadableText as error:
        raise UnreadableText(f"{source.path}: {error}") from error


def each_readable(all_sources: Iterable[Source]) -> Iterator[Source]:
    """The files in order, with a progress bar on a terminal when there are many."""
    listed = list(all_sources)
    hidden = len(listed) < 2 or not sys.stderr.isatty()
    with click.progressbar(listed, label="Reading", file=sys.stderr, hidden=hidden) as bar:
        yield from bar


class Skipped:
    """What could not be read: told at once on stderr; a file named itself makes the exit code 2."""

    def __init__(self) -> None:
        self.exit_code = 0

    @contextmanager
    def telling(self, source: Source, alone: bool) -> Iterator[None]:
        """Tell of a file that cannot be read and go on to the next; the only file refuses at once."""
        try:
            yield
        except (BadFile, UnreadableText) as error:
            if alone:
                raise
            click.echo(plain(f"workbench: {error}"), err=True)
            if source.named:
                self.exit_code = 2


def output_path(source: Source, output: str | None, several: bool) -> Path | None:
    """Where a file's result goes: `output` itself for one file, under it for several; None is stdout."""
    if output in (None, "-"):
        if several:
            raise WrongUse("Several files need a folder for what comes out: say -o FOLDER.")
        return None
    return Path(output or "") / source.below if several else Path(output or "")


@contextmanager
def written(path: Path | None, encoding: str, bom: bool) -> Iterator[IO[str]]:
    """Text out as a file was encoded, to stdout or to a file that appears only when it is whole."""
    if path is None:
        sys.stdout.flush()
        # No wrapper of `io`: if the reader has left, it would write once more as it is forgotten.
        stream = codecs.getwriter(encoding)(sys.stdout.buffer)
        stream.write(_BOM if bom else "")
        yield cast(IO[str], stream)
        sys.stdout.buffer.flush()
        return
    with whole_file(path, "w", encoding=encoding, newline="") as out:
        out.write(_BOM if bom else "")
        yield out
