"""Mends: what may be put right by itself, and the remark that tells of it."""

from dataclasses import dataclass

from workbench.text.checking import check
from workbench.text.findings import Finding


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended text and the findings that were put right, at their places in the text as it was."""

    text: str
    mended: tuple[Finding, ...]


def mend(text: str, language: str = "my") -> Mended:
    """The text with every finding put right that has a safe mend.

    >>> mend("ပုိ").text
    'ပို'
    """
    findings = [each for each in check(text, language) if each.fix is not None]
    pieces, end = [], 0
    for each in findings:
        pieces += [text[end : each.start], each.fix or ""]
        end = each.end
    return Mended("".join([*pieces, text[end:]]), tuple(findings))
