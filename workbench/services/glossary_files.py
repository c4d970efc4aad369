"""The glossary as files: looked at before anything is kept, and given out."""

from collections.abc import Iterable
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from sqlalchemy.orm import Session

from workbench.bitext import glossaries, tbx
from workbench.bitext.report import Report
from workbench.bitext.terms import Term
from workbench.errors import NothingToExport, TooLong, WrongUse
from workbench.saying import say
from workbench.services.glossary import languages_of, values_of
from workbench.storage.tables import Project

LARGEST = 20_000
"""Terms of one file."""
FORMS = {"csv": "text/csv", "tbx": "application/x-tbx+xml", "tab": "text/plain"}
"""The forms a glossary goes out in, with their media types."""


def read_terms(stream: BinaryIO, filename: str, languages: tuple[str, str]) -> tuple[list[Term], Report]:
    """The terms of a file, by its ending, and what was wrong with its lines; nothing is kept yet.

    Refuses with `BadFile` or `TooLong`.
    """
    report = Report()
    read = tbx.read if filename.lower().endswith((".tbx", ".xml")) else glossaries.read_table
    found = read(stream, report, source_language=languages[0], target_language=languages[1])
    terms = list(islice(found, LARGEST + 1))
    if len(terms) > LARGEST:
        raise TooLong(
            say(
                "A glossary has %(number)s terms at most; cut the file into parts.",
                number=f"{LARGEST:,}",
            )
        )
    return terms, report


def packed(terms: Iterable[Term], languages: tuple[str, str]) -> str:
    """Terms as the text of a CSV, so that a page can hold what was looked at."""
    out = BytesIO()
    glossaries.write_csv(terms, out, languages=languages)
    return out.getvalue().decode("utf-8-sig")


def write(session: Session, project: Project, out: BinaryIO, form: str = "csv") -> int:
    """The glossary as csv, tbx or tab (OmegaT's); how many terms. Refuses with `NothingToExport`."""
    terms = values_of(session, project)
    if not terms:
        raise NothingToExport(say("The glossary is empty, so there is nothing to export."))
    if form == "tbx":
        return tbx.write(terms, out, title=project.name)
    if form == "tab":
        return glossaries.write_tab(terms, out)
    if form != "csv":
        raise WrongUse(say("A glossary goes out as csv, tbx or tab."))
    return glossaries.write_csv(terms, out, languages=languages_of(session, project))
