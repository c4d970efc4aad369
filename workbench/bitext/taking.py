"""What every reader needs: one side's text as segments, a score from its words."""

from workbench.bitext.cleaning import as_sentence, clean
from workbench.bitext.report import Report
from workbench.segment import Segment


def side(
    text: str, language: str, report: Report, *, unit: str = "", line: int = 0, name: str = ""
) -> tuple[Segment, ...]:
    """A side of one segment, cleaned, or none where there is no text; changes go on record."""
    cleaned, remarks = clean(text)
    for remark in remarks:
        report.add("cleaned", as_sentence(remark, name), level="remark", unit=unit, line=line)
    return (Segment(cleaned, language=language),) if cleaned else ()


def score(text: str | None) -> float | None:
    """The score a file tells, where it is a number from 0 to 1.

    >>> score("0.9"), score("nan"), score("17"), score(None)
    (0.9, None, None, None)
    """
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None
