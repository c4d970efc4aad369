"""Give units out, confirmed ones by default, as a stream or as a file of a format."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Literal

from sqlalchemy.orm import Session

from workbench.bitext import tmx, tsv
from workbench.bitext.report import Report
from workbench.bitext.units import Status, Unit
from workbench.errors import NothingToExport, WrongUse
from workbench.storage.bitexts import ambiguous_sources, load_units
from workbench.storage.tables import Document

Which = Literal["confirmed", "all"]
FORMATS = ("tmx", "tsv")


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
) -> Report:
    """Write documents of one language pair as TMX or TSV; refuses with `NothingToExport`."""
    languages = {(each.source_language, each.target_language) for each in documents}
    if len(languages) > 1:
        raise WrongUse("These documents are in different languages; export them one by one.")
    ids = [each.id for each in documents]
    units = confirmed_units(session, ids, status)
    first = next(units, None)
    if first is None:
        raise NothingToExport(_NOTHING[status])
    ((source, target),) = languages
    return _writer(form, session, documents)(
        chain([first], units), out, source_language=source, target_language=target
    )


_NOTHING = {
    "confirmed": "No pair is confirmed yet, so there is nothing to export. Confirm some, or export all.",
    "all": "There is no pair with text on both sides to export.",
}


def _writer(form: str, session: Session, documents: Sequence[Document]) -> Callable[..., Report]:
    if form == "tsv":
        return tsv.write
    if form != "tmx":
        raise WrongUse("A project goes out as tmx or tsv.")
    options = tmx.Options(
        repeats=ambiguous_sources(session, [each.id for each in documents]),
        document=documents[0].title if len(documents) == 1 else "",
    )
    signatures = {each.signature for each in documents}
    signature = signatures.pop() if len(signatures) == 1 else ""
    return lambda units, out, **more: tmx.write(units, out, signature=signature, options=options, **more)
