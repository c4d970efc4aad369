"""Give units out, confirmed ones by default, as a stream or as a file of a format."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import BinaryIO

from sqlalchemy.orm import Session

from workbench.bitext import tmx
from workbench.bitext.acts import Side
from workbench.bitext.checks import check_unit
from workbench.bitext.formats import FORMATS, Format
from workbench.bitext.heading import Heading
from workbench.bitext.report import Report
from workbench.bitext.selecting import Selection, select, turned, unsaid
from workbench.bitext.units import Status, Unit
from workbench.errors import NothingToExport, WrongUse
from workbench.saying import say
from workbench.services import exceptions, glossary
from workbench.storage.bitexts import BATCH, ambiguous_sources, count_units, in_silence, load_units
from workbench.storage.tables import Document
from workbench.text import Level

CONFIRMED = Selection(frozenset({Status.CONFIRMED}))
FINDING = "x-finding"
"""The prop that names a finding of a unit by its code."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What of the documents goes out, and what is said of it.

    `clean` leaves out pairs with a finding of this level or a graver one that nobody let stand.
    `languages` takes the documents of this pair, and turns those round that have it the other way.
    `without` names what of `SAID` is left unsaid; `findings` names each pair's findings in props.
    """

    selection: Selection = CONFIRMED
    clean: Level | None = None
    languages: tuple[str, str] | None = None
    without: frozenset[str] = frozenset()
    findings: bool = False
    strip_zwsp: bool = False


USUAL = Choices()


def write(
    session: Session,
    documents: Sequence[Document],
    out: BinaryIO,
    form: str = "tmx",
    choices: Choices = USUAL,
    tell: Callable[[int], None] = in_silence,
) -> Report:
    """Write documents in a format of `FORMATS`, all in one pair of languages.

    `tell` hears every now and then how many units have gone out, and stops it if it raises.
    Refuses with `NothingToExport` when no pair is chosen, with `WrongUse` documents of several pairs of
    languages when none was named.
    """
    if form not in FORMATS:
        raise WrongUse(say("A project goes out as one of %(formats)s.", formats=", ".join(FORMATS)))
    languages = _languages(documents, choices)
    heading = _heading(session, documents, languages, choices)
    parts = [[each] for each in documents] if FORMATS[form].one_sided else [documents]
    report = Report()
    for part in parts:  # a text has its paragraphs document by document
        units = _units(session, part, FORMATS[form], languages, choices)
        if (first := next(units, None)) is None:
            continue
        out.write(b"\n" * bool(report.units))
        written = FORMATS[form].write(_told(chain([first], units), tell), out, heading)
        written.units += report.units
        report = written
    if not report.units and not report.left_out:
        raise NothingToExport(_nothing(choices))
    return report


def left_over(session: Session, documents: Sequence[Document], written: Report) -> tuple[int, int]:
    """How many pairs are not in a file that was written: those with an empty side, those not chosen."""
    total, one_sided = count_units(session, [each.id for each in documents])
    return one_sided, max(0, total - one_sided - written.units - written.left_out)


def _told(units: Iterator[Unit], tell: Callable[[int], None]) -> Iterator[Unit]:
    count = 0
    while several := list(islice(units, BATCH)):
        yield from several
        tell(count := count + len(several))


def _languages(documents: Sequence[Document], choices: Choices) -> tuple[str, str]:
    """The languages of the file."""
    if choices.languages:
        return choices.languages
    found = {pair_of(each) for each in documents}
    if len(found) > 1:
        pairs = ", ".join(":".join(each) for each in sorted(found))
        raise WrongUse(
            say(
                "These documents are in different languages; choose one pair of them: %(pairs)s.",
                pairs=pairs,
            )
        )
    return found.pop()


def pair_of(document: Document) -> tuple[str, str]:
    """The languages of a document."""
    return document.source_language, document.target_language


def _units(
    session: Session,
    documents: Sequence[Document],
    form: Format,
    languages: tuple[str, str],
    choices: Choices,
) -> Iterator[Unit]:
    """The units as they go out, document by document."""
    status, rest = _asked(Selection() if form.whole else choices.selection)
    for document in documents:
        pair = pair_of(document)
        if pair not in (languages, languages[::-1]):
            continue
        one_sided = form.whole or form.one_sided
        units = load_units(session, [document.id], status, empty=one_sided, clean=choices.clean)
        if rest != Selection():
            units = select(units, rest)
        if choices.findings:
            units = (_named(each, pair) for each in units)
        if pair != languages:
            units = map(turned, units)
        if choices.without:
            units = (unsaid(each, choices.without) for each in units)
        yield from units


def _asked(selection: Selection) -> tuple[Status | None, Selection]:
    """The one status that the database is asked for, and what is then left to choose by."""
    if selection.statuses is None or len(selection.statuses) != 1:
        return None, selection
    return next(iter(selection.statuses)), replace(selection, statuses=None)


def _named(unit: Unit, languages: tuple[str, str]) -> Unit:
    """The unit with its findings in props, in place of those that a file brought."""
    others = tuple(each for each in unit.props if each[0] != FINDING)
    codes = dict.fromkeys(each.code for each in check_unit(unit, languages))
    return replace(unit, props=(*others, *((FINDING, each) for each in codes)))


def _nothing(choices: Choices) -> str:
    if choices == USUAL:
        return say(
            "No pair is confirmed yet, so there is nothing to export. Confirm some, or export all."
        )
    if choices == Choices(Selection()):
        return say("There is no pair with text on both sides to export.")
    return say("No pair is as you chose, so there is nothing to export. Choose more of them.")


def _heading(
    session: Session, documents: Sequence[Document], languages: tuple[str, str], choices: Choices
) -> Heading:
    """What the file says of all its units; repeats get their context, so that tools tell them apart."""
    options = tmx.Options(
        status="status" not in choices.without,
        structure="blocks" not in choices.without,
        strip_zwsp=choices.strip_zwsp,
        repeats=_repeats(session, documents, languages),
        document=documents[0].title if len(documents) == 1 else "",
    )
    signatures = {each.signature for each in documents}
    signature = signatures.pop() if len(signatures) == 1 else ""
    title = documents[0].title if len(documents) == 1 else documents[0].project.name
    terms = glossary.terms_for_aligning(session, documents[0].project, *languages)
    found = exceptions.exceptions_of(session, documents[0].project)
    spared = tuple(sorted(found, key=lambda each: (each.language, each.text)))
    return Heading(*languages, title, signature, options, tuple(terms), choices.selection, spared)


def _repeats(
    session: Session, documents: Sequence[Document], languages: tuple[str, str]
) -> frozenset[str]:
    """The texts of the file's source side that stand more than once, translated in different ways."""
    ways: tuple[tuple[tuple[str, str], Side], ...] = (
        (languages, "source"),
        (languages[::-1], "target"),
    )
    return frozenset().union(
        *(
            ambiguous_sources(session, [each.id for each in documents if pair_of(each) == pair], side)
            for pair, side in ways
        )
    )
