"""A finding: one thing that is wrong or doubtful in a text, where it is, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.saying import say


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
        ("001", say("A sign stands without a consonant.")),
        ("002", say("ေ stands before its consonant; in Unicode it comes after it.")),
        ("003", say("The medials are out of order; the order is ျ ြ ွ ှ.")),
        ("004", say("The signs of a syllable are out of order.")),
        ("005", say("The same sign is there twice.")),
        ("006", say("Two vowels exclude each other.")),
        ("007", say("The stacking sign U+1039 has no consonant after it.")),
        ("009", say("A kinzi lacks its asat; it is written င်္.")),
        ("010", say("An asat stands on a vowel.")),
        ("012", say("No Burmese syllable is written like this.")),
        ("040", say("This is Zawgyi. Convert it to Unicode.")),
        ("042", say("An invisible character stands inside a syllable.")),
        ("044", say("This character stands for one that was lost or cannot be exchanged.")),
    ),
    **_rules(
        Level.WARNING,
        ("008", say("No word is known with this stack.")),
        ("020", say("The digit ၀ stands where the letter ဝ is meant."), "lookalikes"),
        ("021", say("The digit ၇ stands where the letter ရ is meant."), "lookalikes"),
        ("022", say("The digit ၄ stands where ၎ is meant."), "lookalikes"),
        ("023", say("ဦ is written with two characters."), "lookalikes"),
        ("024", say("ဥ stands where ဉ is meant."), "lookalikes"),
        ("027", say("The letter ဝ stands inside a number."), "lookalikes"),
        ("032", say("The other shape of aa is usual here: ါ after ခ ဂ င ဒ ပ ဝ, ာ after the rest.")),
        ("043", say("An invisible character stands between syllables."), "zwsp"),
        ("045", say("Burmese and Latin digits stand in one number."), "digits"),
        ("047", say("A space stands inside a syllable.")),
        ("049", say("The end of ၎င်း is there twice."), "lookalikes"),
        ("051", say("An asat stands before ျ; outside a few words it comes after it.")),
        ("052", say("The sign း is repeated.")),
        (
            "060",
            say("Fonts show a dotted circle here: the signs stand in an order that they cannot join."),
        ),
    ),
    **_rules(
        Level.INFO,
        ("011", say("Asat stands before dot below; the normal form NFC has it after it."), "order"),
        ("025", say("စျ may be meant as the letter ဈ."), "lookalikes"),
        ("026", say("သြ may be meant as the letter ဩ."), "lookalikes"),
        ("029", say("သ္သ may be meant as the letter ဿ."), "lookalikes"),
        ("030", say("သြော် may be meant as ဪ."), "lookalikes"),
        ("041", say("A letter of another language of Myanmar.")),
        ("046", say("A space usually stands after ။ and ၊, and none before.")),
        ("048", say("A zero-width space."), "zwsp"),
        ("050", say("း stands for the colon of a time.")),
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
