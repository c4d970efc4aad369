"""The door `mend`: what may be put right by itself, with the findings that tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.text.checking import check
from workbench.text.findings import RULES, Finding, Level, apart, apply
from workbench.text.policies import HOUSE, Choice, Policy

_SAFE = {"047"}  # a warning whose mend is given only where the joined syllable is known to Burmese
_PASSES = 4  # a mend may lay bare another fault; no text needs more than three


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended text, and the findings that were put right, each at its place when its turn came."""

    text: str
    mended: tuple[Finding, ...]


def mendable(findings: Iterable[Finding], policy: Policy = HOUSE) -> list[Finding]:
    """The findings that may be put right unasked: errors and torn syllables with a safe mend, and what
    policy normalises.

    Of findings that overlap, only the first.
    """
    return apart(each for each in findings if _wanted(each, policy))


def _wanted(each: Finding, policy: Policy) -> bool:
    matter = RULES[each.code].policy
    if matter is None:
        return each.level is Level.ERROR or each.code in _SAFE
    return getattr(policy, matter) is Choice.NORMALISE


def mend(text: str, language: str = "my", policy: Policy = HOUSE) -> Mended:
    """The text with everything put right that has a safe mend; a right text comes back as it was.

    >>> mend("ရှေ့သို့ ပုိ၍").text
    'ရှေ့သို့ ပို၍'
    """
    done: list[Finding] = []
    for _ in range(_PASSES):
        findings = mendable(check(text, language, policy), policy)
        if not findings:
            break
        text = apply(text, findings)
        done += findings
    return Mended(text, tuple(done))
