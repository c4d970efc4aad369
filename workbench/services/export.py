"""Give units out, confirmed ones by default, as a stream or as a file of a format."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import BinaryIO, Literal

from sqlalchemy.orm import Session

from workbench.bitext import tmx
from workbench.bitext.formats import FORMATS, Heading
from workbench.bitext.report import Report
from workbench.bitext.selecting import Selection, select
from workbench.bitext.units import Status, Unit
from workbench.errors import NothingToExport, WrongUse
from workbench.saying import say
from workbench.services import glossary
from workbench.storage.bitexts import ambiguous_sources, load_units
from workbench.storage.tables import Document

Which = Literal["confirmed", "all"]
_EVERYTHING, _PLAIN = Selection(), tmx.Options()


def confirmed_units(
    session: Session, document_ids: Sequence[int], status: Which = "confirmed"
) -> Iterator[Unit]:
    """The units to export, in reading order and in constant memory: confirmed ones, or all.

    Never those that are withdrawn, excluded or empty on a side.
    """
    return load_units(session, document_ids, Status.CONFIRMED if status == "confirmed" else None)


def write(
    session: Session,
    documents: Sequence[Document],
    out: BinaryIO,
    form: str = "tmx",
    status: Which = "confirmed",
    selection: Selection = _EVERYTHING,
    options: tmx.Options = _PLAIN,
) -> Report:
    """Write documents of one language pair in a format of `FORMATS`; refuses with `NothingToExport`."""
    languages = {(each.source_language, each.target_language) for each in documents}
    if len(languages) > 1:
        raise WrongUse(say("These documents are in different languages; export them one by one."))
    if form not in FORMATS:
        raise WrongUse(say("A project goes out as one of %(formats)s.", formats=", ".join(FORMATS)))
    ids = [each.id for each in documents]
    units = select(confirmed_units(session, ids, status), selection)
    if FORMATS[form].whole:
        units = load_units(session, ids, empty=True)
    first = next(units, None)
    if first is None:
        raise NothingToExport(_NOTHING[status])
    if status == "confirmed":
        selection = replace(selection, statuses=frozenset({Status.CONFIRMED}))
    heading = replace(_heading(session, documents, options, *languages), memory=selection)
    return FORMATS[form].write(chain([first], units), out, heading)


_NOTHING = {
    "confirmed": say(
        "No pair is confirmed yet, so there is nothing to export. Confirm some, or export all."
    ),
    "all": say("There is no pair with text on both sides to export."),
}


def _heading(
    session: Session, documents: Sequence[Document], options: tmx.Options, languages: tuple[str, str]
) -> Heading:
    """What the file says of all its units; repeats get their context, so that tools tell them apart."""
    options = replace(
        options,
        repeats=ambiguous_sources(session, [each.id for each in documents]),
        document=documents[0].title if len(documents) == 1 else "",
    )
    signatures = {each.signature for each in documents}
    signature = signatures.pop() if len(signatures) == 1 else ""
    title = documents[0].title if len(documents) == 1 else documents[0].project.name
    terms = glossary.terms_for_aligning(session, documents[0].project, *languages)
    return Heading(*languages, title, signature, options, tuple(terms))
