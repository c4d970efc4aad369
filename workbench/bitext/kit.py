"""An OmegaT project in a zip: unpack it, open the folder, and the confirmed translations are in place.

    write(units, out, *, source_language="en", target_language="my", terms=(),
          memory=Selection(), exceptions=()) -> Report

The memory lies in `tm/auto`, where OmegaT inserts it (in `tm` it would only suggest); the source
document in `source` in its paragraphs; our segmentation rules with the project's exceptions beside it,
for OmegaT 3 and, as SRX, for newer ones; the glossary in `glossary`.
"""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, BinaryIO

from workbench.bitext import plain, srx, tmx
from workbench.bitext.archives import copy, entry
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.selecting import Selection, select
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute
from workbench.segment import CutException

_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
<project version="1.0">
<source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang>
<target_lang>{target}</target_lang>
<sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project>
</omegat>
"""
_EVERYTHING = Selection()
_FOLDERS = ("target", "dictionary", "tm/auto", "glossary")


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    terms: Iterable[tuple[str, str]] = (),
    memory: Selection = _EVERYTHING,
    exceptions: Sequence[CutException] = (),
) -> Report:
    """Write the project of these units; the same bytes for the same units.

    The document has the source of every unit, the memory those of them that `memory` selects.
    """
    languages = {"source_language": source_language, "target_language": target_language}
    with tempfile.TemporaryFile() as tm, tempfile.TemporaryFile() as document:
        taken = select(_also_into(units, document), memory)
        report = tmx.write((each for each in taken if each.target), tm, **languages, options=_LEVEL_1)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for folder in _FOLDERS:
                archive.writestr(entry(f"{folder}/"), b"")
            project = _PROJECT.format(
                source=attribute(code(source_language)), target=attribute(code(target_language))
            )
            archive.writestr(entry("omegat.project"), project)
            archive.writestr(entry("omegat/segmentation.conf"), srx.segmentation_conf(exceptions))
            archive.writestr(entry("omegat/segmentation.srx"), srx.srx(exceptions))
            archive.writestr(entry("glossary/glossary.txt"), "".join(map(_term, terms)))
            copy(tm, archive, "tm/auto/memory.tmx")
            copy(document, archive, "source/document.txt")
    return report


_LEVEL_1 = tmx.Options(structure=False, props=False)


def _also_into(units: Iterable[Unit], document: IO[bytes]) -> Iterator[Unit]:
    """The units as they stream, their source texts written into the document on the way."""
    rest: list[Unit] = []
    first = True
    for unit in units:
        yield unit
        if rest and not _same_block(rest[-1], unit):
            first = _paragraphs(rest, document, first)
            rest = []
        rest.append(unit)
    _paragraphs(rest, document, first)


def _same_block(one: Unit, two: Unit) -> bool:
    """Whether the source of two units stands in one paragraph; block 0 says nothing."""
    return bool(one.source and two.source) and one.source[-1].block == two.source[0].block != 0


def _paragraphs(units: list[Unit], document: IO[bytes], first: bool) -> bool:
    """Write paragraphs, an empty line between two; whether the next one is still the first."""
    for paragraph in plain.paragraphs(units, "source"):
        document.write(("\n" * (not first) + clean(paragraph)[0] + "\n").encode())
        first = False
    return first


def _term(term: tuple[str, str]) -> str:
    """A line of OmegaT's glossary: source and target between a tab."""
    return "\t".join(clean(each)[0] for each in term) + "\n"
