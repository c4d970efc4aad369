"""Dates, English and Burmese, with what they say: year, month, day, day of the week.

The names of months and weekdays are CLDR's, through ICU. A number alone is no date: a year counts only
beside a month, for 2021 may be an amount as well. 1/2/2021 is none either, for nobody can say which.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from workbench.text.names import listed
from workbench.text.numerals import latin_digits
from workbench.text.spelled import either, spelled


def _numbered(*lists: Iterable[str]) -> dict[str, int]:
    return {name: number for names in lists for number, name in enumerate(names, 1)}


_MONTHS = _numbered(
    *(listed(*each) for each in (("months", "en"), ("short_months", "en"), ("months", "my")))
)
_MONTHS |= {"Sept": 9, "သြဂုတ်": 8, "ဩဂတ်": 8, "ဖေဖေါ်ဝါရီ": 2, "ဇူလှိုင်": 7}
_WEEKDAYS = _numbered(listed("weekdays", "en"), listed("weekdays", "my"))
_DOUBTFUL = {"March", "May", *listed("short_months", "en"), "Sept"}
"""Other words are spelled so too: a month only beside a day or a year, or after "in" and its like."""


def _burmese(names: Mapping[str, int]) -> str:
    return either(name for name in names if not name.isascii())


def _english(names: Mapping[str, int]) -> str:
    return rf"\b(?:{either(filter(str.isascii, names))})\b"


_PART = re.compile(
    rf"(?P<month>{_english(_MONTHS)}|(?:{_burmese(_MONTHS)})(?![ါ-ှ]|[က-အ]်)"
    r"(?<!မေ)(?<!မတ်)|(?:မေ|မတ်)(?= ?လ(?![ါ-ှ])| ?\(?\d\d?\)? ?ရက်))"
    rf"|(?P<weekday>{_english(_WEEKDAYS)}|(?:{_burmese(_WEEKDAYS)})(?<!အင်္ဂါ)|အင်္ဂါ(?=နေ့))"
    r"|(?P<year>(?<![\d.,:/])(?:1[5-9]|20)\d\d(?![\d:/%]|[.,]\d))"
    r"|(?P<day>(?<![\d.,:/])(?:[12]\d|3[01]|0?[1-9])(?![\d:/%]|[.,]\d))"
)
_NAMED = re.compile(either([*_MONTHS, *_WEEKDAYS]))
_BETWEEN = re.compile(
    r"(?:[ ,၊()]|\.(?= )|st\b|nd\b|rd\b|th\b|\bof\b|\bthe\b|လ(?![ါ-ှ])|ရက်|နေ့|ပြည့်|နှစ်|ခု)*"
)
"""No two of these begin alike, so that whatever stands there is tried in one way."""
_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<y>[12]\d{3})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)|(?P<a>\d\d?)[-/.](?P<b>\d\d?)[-/.](?P<year>[12]\d{3}))(?!\d)"
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|by|last|this|next|from|through|late|early|mid|during)[ -]$", re.I
)
_LAST = re.compile(r"လ(?![ါ-ှ])| ?ရက်(?:နေ့)?|နေ့|st\b|nd\b|rd\b|th\b|")
_AFTER_DAY = re.compile(r" ?ရက်| of\b")


class Date(NamedTuple):
    """A date as far as a text tells it: where it stands, and its parts, 0 where it is silent.

    `weekday` counts from 1 for Sunday.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0

    def agrees(self, other: "Date") -> bool:
        """Whether both may mean the same date: one part at least in common, and none that differs."""
        both = [(a, b) for a, b in zip(self[2:], other[2:], strict=True) if a and b]
        return bool(both) and all(a == b for a, b in both)


class _Part(NamedTuple):
    start: int
    end: int
    kind: str
    value: int


def dates(text: str) -> list[Date]:
    """The dates of a text, in order.

    >>> [each[2:] for each in dates("Monday, 1 February 2021 and Feb. 2; in May 2020; 31/12/2021")]
    [(2021, 2, 1, 2), (0, 2, 2, 0), (2020, 5, 0, 0), (2021, 12, 31, 0)]
    >>> [each[2:] for each in dates("၂၀၂၁ ခုနှစ် ဖေဖော်ဝါရီလ ၁ ရက် တနင်္လာနေ့၊ မေလ တစ်ရက်")]
    [(2021, 2, 1, 2), (0, 5, 1, 0)]
    """
    text = latin_digits(text)
    found = [date for each in _NUMERIC.finditer(text) if (date := _numeric(each))]
    if _NAMED.search(text):
        found += [date for run in _runs(text) if (date := _dated(text, run))]
    return sorted(found)


def _numeric(found: re.Match[str]) -> Date | None:
    """2021-02-01 and 31/12/2021; None where day and month cannot be told apart."""
    parts = {name: int(value) for name, value in found.groupdict().items() if value}
    if "y" in parts:
        year, month, day = parts["y"], parts["m"], parts["d"]
    else:
        year, (month, day) = parts["year"], sorted((parts["a"], parts["b"]))
        if day <= 12 and day != month:
            return None
    return Date(*found.span(), year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _parts(text: str) -> list[_Part]:
    parts = []
    for found in _PART.finditer(text):
        kind, word = str(found.lastgroup), found[0]
        value = _MONTHS.get(word) or _WEEKDAYS.get(word) or int(word)
        parts.append(_Part(*found.span(), kind, value))
    days = (
        _Part(each.start, each.end, "day", int(each.value))
        for each in spelled(text)
        if 1 <= each.value <= 31 and _AFTER_DAY.match(text, each.end)
    )
    return sorted([*parts, *days])


def _runs(text: str) -> Iterator[list[_Part]]:
    """Parts that stand together with nothing but the signs of a date between them, each kind once."""
    run: list[_Part] = []
    for part in _parts(text):
        goes_on = run and _BETWEEN.fullmatch(text, run[-1].end, part.start)
        if not goes_on or part.kind in [each.kind for each in run]:
            yield run
            run = []
        run.append(part)
    yield run


def _dated(text: str, run: list[_Part]) -> Date | None:
    """The date of a run; None when it names neither a month nor a weekday for sure."""
    found = {part.kind: part for part in run}
    month = found.get("month")
    if month and len(found) == 1 and text[month.start : month.end] in _DOUBTFUL:
        month = _BEFORE_MONTH.search(text, max(0, month.start - 12), month.start) and month
    told = [part for part in run if month or part.kind == "weekday"]
    if not told:
        return None
    values = {part.kind: part.value for part in told}
    last = _LAST.match(text, told[-1].end)
    return Date(
        told[0].start,
        last.end() if last else told[-1].end,
        *(values.get(kind, 0) for kind in Date._fields[2:]),
    )
