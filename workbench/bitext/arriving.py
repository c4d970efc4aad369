"""The door `arrive`: files from other tools become a bitext, with a report of what was in them.

One file of any format; a hunalign ladder or an XCES alignment with its two texts; a Moses pair. Zawgyi
is found unit by unit and converted, unless the person keeps it. Nothing is saved here: the report is
the preview.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedReader, BytesIO, FileIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from workbench.bitext import hunalign, moses, tmx, tsv, xces, xlsx
from workbench.bitext.archives import members, opened
from workbench.bitext.formats import FORMATS, kind
from workbench.bitext.one_pair import of_one_pair
from workbench.bitext.report import Report
from workbench.bitext.rereading import gathered
from workbench.bitext.tables import Columns
from workbench.bitext.units import Bitext, Unit
from workbench.bitext.vetting import doubtful
from workbench.bitext.zawgyi import to_unicode
from workbench.errors import BadFile, TooLong, WrongUse
from workbench.saying import say

_LARGEST = 500_000_000
_SEVERAL = 256
MOST_UNITS = 2_000_000
_TMX_VERSIONS = ("1.1", "1.2", "1.3", "1.4", "1.4b")
"""Units one document takes; beyond, the file should be cut into documents."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file as it comes in: its name and its bytes, or the place where so many lie."""

    name: str
    content: bytes
    place: Path | None = None

    def stream(self) -> BinaryIO:
        """The bytes from their start."""
        return _Unattended(FileIO(self.place)) if self.place else BytesIO(self.content)

    def start(self, count: int) -> bytes:
        """The first bytes."""
        return self.stream().read(count)

    def sha256(self) -> str:
        """The hash of the bytes."""
        return file_digest(self.stream(), "sha256").hexdigest()  # type: ignore[arg-type]


class _Unattended(BufferedReader):
    """A file that closes itself when nobody reads from it any more."""

    def __del__(self) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person chose: the languages to take, the columns of a table, whether to keep Zawgyi."""

    source: str | None = None
    target: str | None = None
    columns: Columns | None = None
    keep_zawgyi: bool = False
    whole: bool = False
    """Take nothing at all when one unit would be left out."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came in: the bitext, the format it was in, and what was said on the way."""

    bitext: Bitext
    format: str
    report: Report


def unpacked(files: Sequence[Arriving]) -> list[Arriving]:
    """The files, a zip of files replaced by what lies in it."""
    found: list[Arriving] = []
    for each in files:
        if kind(each.stream(), each.name) != "archive":
            found.append(each)
            continue
        with opened(each.stream()) as archive:
            found += [
                Arriving(entry.filename, archive.read(entry)) for entry in members(archive, _LARGEST)
            ]
    return found


def is_links(file: Arriving) -> bool:
    """Whether a file says only which sentences of two others belong together."""
    return b"<cesAlign" in file.start(2000) or kind(file.stream(), file.name) == "ladder"


def arrive(files: Sequence[Arriving], *, title: str, wishes: Wishes = Wishes()) -> Arrival:
    """The bitext of one file, or of the three that belong together; refuses with `BadFile` any other.

    With `wishes.whole` it refuses as well when a unit would be left out.
    """
    report = Report()
    name, found = _units(files, wishes, report)

    def again() -> Iterator[Unit]:
        untold = Report()
        units = of_one_pair(_units(files, wishes, untold)[1], untold)
        return _unicode(units, wishes, untold)

    units = gathered(_bounded(_unicode(of_one_pair(found, report), wishes, report)), again)
    if not units:
        raise BadFile(_none_in(files[0].name, report))
    if wishes.whole and report.left_out:
        raise BadFile(
            say(
                "%(number)s units cannot be taken, so nothing was. %(sentence)s",
                number=report.left_out,
                sentence=report.problems[0],
            )
        )
    languages = _languages(units)
    signature = report.notes.get("signature", "")
    bitext = Bitext(title, *languages, units, signature, report.sentences())
    return Arrival(bitext, _with_version(name, report), report)


def _with_version(name: str, report: Report) -> str:
    """The format's name, with the version that a TMX says it has."""
    version = report.notes.get("version", "")
    return f"TMX {version}" if name.startswith("TMX") and version in _TMX_VERSIONS else name


def _none_in(name: str, report: Report) -> str:
    if not report.problems:
        return say("There is no unit with two texts in %(name)s.", name=name)
    first = report.problems[0]
    return say("There is no unit with two texts in %(name)s. %(sentence)s", name=name, sentence=first)


def pair(source: Arriving, target: Arriving, *, title: str, wishes: Wishes = Wishes()) -> Arrival:
    """The bitext of a Moses pair: two files of one text a line."""
    report = Report()
    languages = wishes.source or "en", wishes.target or "my"
    found = moses.read(source.stream(), target.stream(), report, languages=languages)

    def again() -> Iterator[Unit]:
        untold = Report()
        lines = moses.read(source.stream(), target.stream(), untold, languages=languages)
        return _unicode(lines, wishes, untold)

    units = gathered(_bounded(_unicode(found, wishes, report)), again)
    if not units:
        raise BadFile(
            say(
                "There is no pair of lines in %(source)s and %(target)s.",
                source=source.name,
                target=target.name,
            )
        )
    return Arrival(Bitext(title, *languages, units, "", report.sentences()), "Moses pair", report)


def _units(files: Sequence[Arriving], wishes: Wishes, report: Report) -> tuple[str, Iterator[Unit]]:
    """The format's name and the units as they are read."""
    kinds = [kind(each.stream(), each.name) for each in files]
    if len(files) == 1 and kinds[0] in FORMATS:
        return FORMATS[kinds[0]].title, _one(files[0], kinds[0], wishes, report)
    if len(files) == 3:
        return _three(files, kinds, wishes, report)
    known = ", ".join(each.title for each in FORMATS.values() if each.read)
    raise BadFile(
        say(
            "%(name)s is in none of the formats that hold units: %(formats)s.",
            name=files[0].name,
            formats=known,
        )
    )


def _one(file: Arriving, form: str, wishes: Wishes, report: Report) -> Iterator[Unit]:
    stream = file.stream()
    if form == "tmx":
        return tmx.read(stream, report, source=wishes.source, target=wishes.target)
    if form in ("tsv", "csv"):
        return tsv.read(stream, report, columns=wishes.columns)
    if form == "xlsx":
        return xlsx.read(stream, report, columns=wishes.columns)
    reader = FORMATS[form].read
    if reader is None:
        raise BadFile(
            say("%(format)s goes out only; it cannot be read back.", format=FORMATS[form].title)
        )
    return reader(stream, report)


def _three(
    files: Sequence[Arriving], kinds: list[str], wishes: Wishes, report: Report
) -> tuple[str, Iterator[Unit]]:
    """A ladder or an alignment, wherever it stands among its two texts."""
    languages = wishes.source or "en", wishes.target or "my"
    links = [b"<cesAlign" in each.start(2000) for each in files]
    at = kinds.index("ladder") if "ladder" in kinds else links.index(True) if True in links else None
    if at is None:
        message = say(
            "Of three files one must be a hunalign ladder or an XCES alignment, with its texts."
        )
        raise WrongUse(message)
    one, two = (each.stream() for number, each in enumerate(files) if number != at)
    if links[at]:
        return "XCES", xces.read(files[at].stream(), one, two, report, languages=languages)
    return "hunalign ladder", hunalign.read(files[at].stream(), one, two, report, languages=languages)


def _unicode(units: Iterator[Unit], wishes: Wishes, report: Report) -> Iterator[Unit]:
    """Each unit with its Zawgyi converted, or as it is where the person keeps it; either is told."""
    while several := list(islice(units, _SEVERAL)):
        owned = [
            (at, each.text) for at, unit in enumerate(several) for each in (*unit.source, *unit.target)
        ]
        doubted = {owned[place][0] for place in doubtful([text for _, text in owned])}
        if not doubted:
            yield from several
            continue
        for at, unit in enumerate(several):
            converted = to_unicode(unit) if at in doubted else unit
            if converted is unit:
                yield unit
            elif wishes.keep_zawgyi:
                report.add("zawgyi", say("Is Zawgyi and was kept so."), unit=unit.uid)
                yield unit
            else:
                report.add(
                    "zawgyi",
                    say("Was Zawgyi and is converted to Unicode."),
                    level="remark",
                    unit=unit.uid,
                )
                yield converted


def _bounded(units: Iterator[Unit]) -> Iterator[Unit]:
    for number, unit in enumerate(units):
        if number >= MOST_UNITS:
            raise TooLong(
                say("More than %(number)s units; cut the file into documents.", number=f"{MOST_UNITS:,}")
            )
        yield unit


def _languages(units: Sequence[Unit]) -> tuple[str, str]:
    """The languages of the first unit that has both sides."""
    both = next((unit for unit in units if unit.source and unit.target), None)
    return (both.source[0].language, both.target[0].language) if both else ("en", "my")


def first_row(file: Arriving) -> list[str]:
    """The first row of a table, so that a person can say which column is which; empty for no table."""
    form = kind(file.stream(), file.name)
    if form == "xlsx":
        return next((cells for _, cells in xlsx.table(file.stream(), Report())), [])
    if form in ("tsv", "csv"):
        return next((cells for _, cells in tsv.table(file.stream(), Report())), [])
    return []
