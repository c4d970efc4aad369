"""The door `load`: a file that is aligned already (TMX, TSV, CSV) becomes a bitext as it stands."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from workbench.bitext import tmx, tsv
from workbench.bitext.report import Report
from workbench.bitext.units import Bitext, Unit
from workbench.errors import BadFile

_READERS: dict[str, Callable[[BinaryIO, Report], Iterator[Unit]]] = {
    ".tmx": tmx.read,
    ".tsv": tsv.read,
    ".csv": tsv.read,
}


def is_ready(filename: str) -> bool:
    """Whether a file of this name holds pairs.

    >>> is_ready("memory.TMX"), is_ready("letter.txt")
    (True, False)
    """
    return PurePath(filename).suffix.lower() in _READERS


def load(content: bytes, filename: str, *, title: str) -> Bitext:
    """The bitext of a file of pairs, statuses and notes with it; refuses with `BadFile`.

    What was changed or left out on the way in stands in the remarks.
    """
    report = Report()
    units = tuple(_READERS[PurePath(filename).suffix.lower()](BytesIO(content), report))
    if not units:
        raise BadFile(f"{filename} holds no pair of texts that could be read.")
    source = next((unit.source[0].language for unit in units if unit.source), "en")
    target = next((unit.target[0].language for unit in units if unit.target), "my")
    signature = report.notes.get("signature", "")
    return Bitext(title, source, target, units, signature, tuple(map(str, report.problems)))
