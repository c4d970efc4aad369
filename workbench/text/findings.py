"""A finding: one thing that is wrong or doubtful in a text, where it is, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How sure a finding is: an error blocks, a warning asks, an info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at `text[start:end]`; `fix` is what should stand there, None where no mend is safe."""

    code: str
    level: Level
    start: int
    end: int
    message: str
    text: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for: its level, its sentence, and the house policy that governs it, if one does."""

    code: str
    level: Level
    message: str
    policy: str | None = None


def _rules(level: Level, *rows: tuple[str, str] | tuple[str, str, str]) -> dict[str, Rule]:
    return {code: Rule(code, level, message, *policy) for code, message, *policy in rows}


RULES: dict[str, Rule] = {
    **_rules(
        Level.ERROR,
        ("001", "A sign stands without a consonant."),
        ("002", "ေ stands before its consonant; in Unicode it comes after it."),
        ("003", "The medials are out of order; the order is ျ ြ ွ ှ."),
        ("004", "The signs of a syllable are out of order."),
        ("005", "The same sign is there twice."),
        ("006", "Two vowels exclude each other."),
        ("007", "The stacking sign U+1039 has no consonant after it."),
        ("009", "A kinzi lacks its asat; it is written င်္."),
        ("010", "An asat stands on a vowel."),
        ("012", "No Burmese syllable is written like this."),
        ("040", "This is Zawgyi. Convert it to Unicode."),
        ("042", "An invisible character stands inside a syllable."),
        ("044", "This character stands for one that was lost or cannot be exchanged."),
    ),
    **_rules(
        Level.WARNING,
        ("008", "No word is known with this stack."),
        ("020", "The digit ၀ stands where the letter ဝ is meant.", "lookalikes"),
        ("021", "The digit ၇ stands where the letter ရ is meant.", "lookalikes"),
        ("022", "The digit ၄ stands where ၎ is meant.", "lookalikes"),
        ("023", "ဦ is written with two characters.", "lookalikes"),
        ("024", "ဥ stands where ဉ is meant.", "lookalikes"),
        ("027", "The letter ဝ stands inside a number.", "lookalikes"),
        ("032", "The other shape of aa is usual here: ါ after ခ ဂ င ဒ ပ ဝ, ာ after the rest."),
        ("043", "An invisible character stands between syllables.", "zwsp"),
        ("045", "Burmese and Latin digits stand in one number.", "digits"),
        ("047", "A space stands inside a syllable."),
        ("049", "The end of ၎င်း is there twice.", "lookalikes"),
        ("051", "An asat stands before ျ; outside a few words it comes after it."),
        ("052", "The sign း is repeated."),
        ("060", "Fonts show a dotted circle here: the signs stand in an order that they cannot join."),
    ),
    **_rules(
        Level.INFO,
        ("011", "Asat stands before dot below; the normal form NFC has it after it.", "order"),
        ("025", "စျ may be meant as the letter ဈ.", "lookalikes"),
        ("026", "သြ may be meant as the letter ဩ.", "lookalikes"),
        ("029", "သ္သ may be meant as the letter ဿ.", "lookalikes"),
        ("030", "သြော် may be meant as ဪ.", "lookalikes"),
        ("041", "A letter of another language of Myanmar."),
        ("046", "A space usually stands after ။ and ၊, and none before."),
        ("048", "A zero-width space.", "zwsp"),
        ("050", "း stands for the colon of a time."),
    ),
}
"""Every rule by its code. The sources are the Unicode core specification, chapter 16.3, UTN #11 and
ICANN's Root Zone rules for Myanmar; which level each deserves was seen on real text."""


def finding(code: str, text: str, start: int, end: int, fix: str | None = None) -> Finding:
    """The finding of a rule at a place of this text."""
    rule = RULES[code]
    return Finding(code, rule.level, start, end, rule.message, text[start:end], fix)


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings in the order of their places those with a fix; of any that overlap only the first."""
    chosen: list[Finding] = []
    for each in findings:
        if each.fix is not None and (not chosen or each.start >= chosen[-1].end):
            chosen.append(each)
    return chosen


def apply(text: str, findings: Iterable[Finding]) -> str:
    """The text with these findings, in order and apart from each other, put right."""
    pieces, end = [], 0
    for each in findings:
        pieces += [text[end : each.start], each.fix or ""]
        end = each.end
    return "".join([*pieces, text[end:]])
