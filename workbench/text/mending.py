"""The door `mend`: what may be put right by itself, with the findings that tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.text.checking import check
from workbench.text.findings import RULES, Finding, Level
from workbench.text.policies import HOUSE, Choice, Policy


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended text and the findings that were put right, at their places in the text as it was."""

    text: str
    mended: tuple[Finding, ...]


def mendable(findings: Iterable[Finding], policy: Policy = HOUSE) -> list[Finding]:
    """The findings that may be put right unasked: errors with a safe mend, and what policy normalises.

    Of findings that overlap, only the first.
    """
    chosen: list[Finding] = []
    for each in findings:
        matter = RULES[each.code].policy
        wanted = (
            each.level is Level.ERROR if matter is None else getattr(policy, matter) is Choice.NORMALISE
        )
        if each.fix is not None and wanted and (not chosen or each.start >= chosen[-1].end):
            chosen.append(each)
    return chosen


def apply(text: str, findings: Iterable[Finding]) -> str:
    """The text with these findings, in order and apart from each other, put right."""
    pieces, end = [], 0
    for each in findings:
        pieces += [text[end : each.start], each.fix or ""]
        end = each.end
    return "".join([*pieces, text[end:]])


def mend(text: str, language: str = "my", policy: Policy = HOUSE) -> Mended:
    """The text with everything put right that has a safe mend; a right text comes back as it was.

    >>> mend("ရှေ့သို့ ပုိ၍").text
    'ရှေ့သို့ ပို၍'
    """
    findings = mendable(check(text, language, policy), policy)
    return Mended(apply(text, findings), tuple(findings))
