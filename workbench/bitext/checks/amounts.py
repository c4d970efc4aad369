"""Numbers and months: the same amounts on both sides, in either digits and either way of counting.

1 million is ၁၀ သိန်း: Burmese counts in ten thousands, hundred thousands and ten millions.
"""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from workbench.bitext.checks.findings import PairFinding
from workbench.bitext.checks.spelled import spelled
from workbench.saying import say
from workbench.text import Level
from workbench.text.numerals import latin_digits

Amount = tuple[str, frozenset[Fraction]]
"""A number as it is written, and the values it may have."""

_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "ရာ": 100, "ထောင်": 1_000, "သောင်း": 10**4, "သိန်း": 10**5, "သန်း": 10**6, "ကုဋေ": 10**7,
    "ဘီလီယံ": 10**9, "ထရီလီယံ": 10**12,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_DIGITS = re.compile(r"\d+(?:[.,](?=\d)\d+)*")
_BEFORE = re.compile(rf"({_SCALE})(?:ပေါင်း)?\s?$", re.IGNORECASE)
_AFTER = re.compile(rf"[\s-]?({_SCALE})", re.IGNORECASE)
_LONGEST_SCALE = 16
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})+$")

_LETTERS = re.compile(
    "(?<=[\u1000-\u103f])၀(?![၀-၉])|(?<![၀-၉])၀(?=[\u1000-\u103f])|၄(?=င်း)|(?<=[A-Za-z])\\d+"
)
"""Digits that count nothing: ၀ written for ဝ, ၄င်း for ၎င်း, and those of a name such as H1N1."""

IN_WORDS = 12
"""Numbers up to this are often written in words on one side: told, not asked."""

_ENGLISH_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?=,?\s\d)|(?<=\d\s)\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_MONTHS = {
    "January": "ဇန်နဝါရီ", "February": "ဖေဖော်ဝါရီ", "March": "မတ်", "April": "ဧပြီ", "May": "မေ",
    "June": "ဇွန်", "July": "ဇူလိုင်", "August": "ဩဂုတ်", "September": "စက်တင်ဘာ",
    "October": "အောက်တိုဘာ", "November": "နိုဝင်ဘာ", "December": "ဒီဇင်ဘာ",
}  # fmt: skip
_SPELT = {"သြဂုတ်": "ဩဂုတ်"}
_BURMESE_MONTH = re.compile(f"({'|'.join([*_MONTHS.values(), *_SPELT])})(?:လ|\\s?\\d)")


def check_amounts(source: str, target: str) -> Iterator[PairFinding]:
    """Numbers that stand on one side only, and months that are others."""
    ours, theirs = _amounts(source), _amounts(target)
    missing = _unspelled(_unmatched(ours, theirs), target)
    added = _unspelled(_unmatched(theirs, ours), source)
    if missing or added:
        matter = f"{', '.join(missing) or '–'} / {', '.join(added) or '–'}"
        yield PairFinding(
            "numbers_differ",
            _level(missing, added),
            say("The numbers differ: %(matter)s.", matter=matter),
            matter,
        )
    yield from _months(source, target)


def _amounts(text: str) -> list[Amount]:
    """Each number as it is written, with the values it may have."""
    text = latin_digits(_LETTERS.sub(" ", text))
    return [_amount(text, found) for found in _DIGITS.finditer(text)]


def _amount(text: str, found: re.Match[str]) -> Amount:
    digits = found[0]
    plain = digits.replace(",", "") if _GROUPED.match(digits) else digits
    if "," in plain or plain.count(".") > 1:
        return digits, frozenset(Fraction(each) for each in re.split("[.,]", digits))
    before = _BEFORE.search(text, max(0, found.start() - _LONGEST_SCALE), found.start())
    after = _AFTER.match(text, found.end())
    value = Fraction(plain)
    scales = [_SCALES[each[1].lower()] for each in (before, after) if each]
    return digits + (after[0] if after else ""), frozenset({value, *(value * each for each in scales)})


def _unmatched(ours: list[Amount], theirs: list[Amount]) -> list[str]:
    """The numbers of one side that find no counterpart of their own on the other."""
    free, lonely = list(theirs), []
    for written, values in ours:
        match = next((each for each in free if each[1] & values), None)
        if match:
            free.remove(match)
        else:
            lonely.append(written)
    return lonely


def _unspelled(numbers: list[str], across: str) -> list[str]:
    """The numbers that the text across does not write as words either; of a time, its hour counts."""
    words = spelled(across) if numbers else set()
    return [each for each in numbers if int(re.split(r"\D", each.replace(",", ""))[0]) not in words]


def _level(missing: list[str], added: list[str]) -> Level:
    """A warning, but for small numbers that one side may write in words."""
    small = all(each.isdecimal() and int(each) <= IN_WORDS for each in missing + added)
    return Level.INFO if small and not (missing and added) else Level.WARNING


def _months(source: str, target: str) -> Iterator[PairFinding]:
    ours = Counter(_MONTHS[found[0]] for found in _ENGLISH_MONTH.finditer(source))
    theirs = Counter(
        _SPELT.get(found[1], found[1]) for found in _BURMESE_MONTH.finditer(latin_digits(target))
    )
    missing, added = ours - theirs, theirs - ours
    if missing and added:
        english = {burmese: name for name, burmese in _MONTHS.items()}
        matter = f"{', '.join(english[each] for each in missing)} / {', '.join(added)}"
        yield PairFinding(
            "months_differ", Level.WARNING, say("The months differ: %(matter)s.", matter=matter), matter
        )
