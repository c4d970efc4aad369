"""Numbers written as words, English and Burmese, with their values.

Some of the words mean other things too (နှစ် is two and year, သုံး three and use), so a number of one such
word is not sure: it explains a number across and never asks for one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

_ENGLISH_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {word: n for n, word in enumerate(_ENGLISH_ONES)} | {
    word: 10 * n for n, word in enumerate(_ENGLISH_TENS, 2)
}
_ENGLISH_POWERS = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_ENGLISH_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12,
}  # fmt: skip
_BURMESE = {
    "တစ်": 1, "တ": 1, "နှစ်": 2, "သုံး": 3, "လေး": 4, "ငါး": 5, "ခြောက်": 6, "ခုနစ်": 7, "ခုနှစ်": 7,
    "ခွန်": 7, "ရှစ်": 8, "ကိုး": 9,
}  # fmt: skip
_BURMESE_POWERS = {
    "ဆယ်": 10, "ဆယ့်": 10, "ရာ": 100, "ရာ့": 100, "ထောင်": 1_000, "ထောင့်": 1_000, "သောင်း": 10**4,
    "သိန်း": 10**5, "သန်း": 10**6, "ကုဋေ": 10**7, "ဘီလီယံ": 10**9, "ထရီလီယံ": 10**12,
}  # fmt: skip
_BURMESE_ORDINALS = {
    "ပထမ": 1, "ဒုတိယ": 2, "တတိယ": 3, "စတုတ္ထ": 4, "ပဉ္စမ": 5, "ဆဋ္ဌမ": 6, "သတ္တမ": 7, "အဋ္ဌမ": 8,
    "နဝမ": 9, "ဒသမ": 10,
}  # fmt: skip
SCALES: Mapping[str, int] = {**_ENGLISH_POWERS, **_BURMESE_POWERS}
"""The words that multiply a number, and by how much."""
_ONES = {**_ENGLISH, **_BURMESE}
_ORDINALS = {**_ENGLISH_ORDINALS, **_BURMESE_ORDINALS}
_HALF = "ခွဲ"
"""After a power half of it more: နှစ်သန်းခွဲ is 2,500,000."""
_TWO_OR_YEAR, _ADDING = "နှစ်", "့"
"""ဆယ့်နှစ် is twelve, and ဆယ်နှစ် ten years."""
_DISORDER = ("\u103a\u1037", "\u1037\u103a")
"""Asat before the tone, as some type it, and the usual order."""
_GOES_BEFORE = 10**4
"""From here on a power may stand before its number: သိန်းငါးဆယ် is fifty times 100,000."""
_COUNTED = ("ခု", "ဦး", "ယောက်", "ရက်", "ကြိမ်", "နှစ်", "ပတ်", "မျိုး", "နာရီ", "မိနစ်", "ရာခိုင်နှုန်း")
_LONGEST_COUNTED = 20


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))


_WHOLE = "(?![ါ-ှ]|[က-အ][်္])"
"""A Burmese word ends where its syllable ends."""
_ENGLISH_WORD = rf"(?:{either(_ENGLISH | _ENGLISH_POWERS)})"
_BURMESE_WORD = f"(?:{either(_BURMESE | _BURMESE_POWERS)}){_WHOLE}"
_ENGLISH_RUN = re.compile(
    rf"\b(?:an?[ ](?={either(_ENGLISH_POWERS)}))?"
    rf"{_ENGLISH_WORD}(?:(?:[ ]and[ ]|[ -]){_ENGLISH_WORD})*\b",
    re.IGNORECASE,
)
_BURMESE_RUN = re.compile(f"(?:{_BURMESE_WORD})+(?:{_HALF})?")
_RUNS = (_ENGLISH_RUN, _BURMESE_RUN)
_LATIN = re.compile("[A-Za-z]{3}")
_AFTER_DIGIT = re.compile(r"[0-9၀-၉][ -]?$")
_PIECE = re.compile(rf"\b{_ENGLISH_WORD}\b|{_BURMESE_WORD}|{_HALF}", re.IGNORECASE)
_ORDINAL = (
    re.compile(rf"\b(?:{either(_ENGLISH_ORDINALS)})\b", re.IGNORECASE),
    re.compile(either(_BURMESE_ORDINALS)),
)


class Spelled(NamedTuple):
    """A number written as words: where it stands, its value, and whether the words are sure to count."""

    start: int
    end: int
    value: Fraction
    sure: bool


def spelled(text: str) -> list[Spelled]:
    """The numbers that a text writes as words, in order.

    >>> [(int(each.value), each.sure) for each in spelled("Three hundred and two came, the second late")]
    [(302, True), (2, False)]
    >>> [int(each.value) for each in spelled("လူ ခုနစ်ရာကိုးဆယ့်လေး ယောက်၊ သုံးသန်းခွဲ၊ ဆယ်နှစ်")]
    [794, 3500000, 10, 2]
    """
    text = text.replace(*_DISORDER)
    runs = (run for run in _found(text, _RUNS) if not _scales(text, run))
    numbers = (number for run in runs for number in _numbers(text, run))
    ordinals = (
        Spelled(*found.span(), Fraction(_ORDINALS[found[0].lower()]), False)
        for found in _found(text, _ORDINAL)
    )
    return sorted([*numbers, *ordinals])


def may_mean(text: str) -> set[Fraction]:
    """All values that words of a text may stand for: also the parts of longer numbers.

    >>> sorted(map(int, may_mean("Seventy-two people, one thousand five hundred kyat")))
    [1, 2, 5, 70, 72, 1500]
    """
    text = text.replace(*_DISORDER)
    pieces = (piece[0].lower() for run in _found(text, _RUNS) for piece in _PIECE.finditer(run[0]))
    return {Fraction(_ONES[word]) for word in pieces if word in _ONES} | {
        each.value for each in spelled(text)
    }


def _found(text: str, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> Iterator[re.Match[str]]:
    """What the English and the Burmese pattern find, each only where its letters are."""
    english, burmese = patterns
    if _LATIN.search(text):
        yield from english.finditer(text)
    if not text.isascii():
        yield from burmese.finditer(text)


def _scales(text: str, run: re.Match[str]) -> bool:
    """Whether a run only scales the digits before it, as in 2.5 million, or counts years after them."""
    return _AFTER_DIGIT.search(text, max(0, run.start() - 2), run.start()) is not None


def _numbers(text: str, run: re.Match[str]) -> Iterator[Spelled]:
    """The numbers of a run of number words: a new one begins with a word that cannot go on the last."""
    pieces = list(_PIECE.finditer(text, *run.span()))
    words = [piece[0].lower() for piece in pieces]
    begins = [n for n in range(len(words)) if not (n and _goes_on(words[n - 1], *words[n : n + 2]))]
    for first, last in pairwise([*begins, len(words)]):
        if words[first] in ("ရာ", "ထောင်"):  # these count only after a number; alone they are other words
            continue
        start, end = pieces[first].start(), pieces[last - 1].end()
        value = _value(words[first:last])
        several = last - first > 1 or run[0][:1].lower() == "a"
        following = text[end : end + _LONGEST_COUNTED]
        yield Spelled(start, end, value, several or _is_sure(words[first], following))


def _goes_on(last: str, word: str, following: str = "") -> bool:
    """Whether a word may be part of the number whose last word this is."""
    if word in SCALES or word == _HALF:
        return True
    if last in SCALES:
        return word != _TWO_OR_YEAR or _ADDING in last or following in SCALES
    return _ONES.get(last, 0) >= 20 and _ONES[word] < 10


def _is_sure(word: str, after: str) -> bool:
    if word in _BURMESE or word in _BURMESE_POWERS:
        return _ONES.get(word, 2) > 1 and after.lstrip().startswith(_COUNTED)
    return _ENGLISH.get(word, 0) > 1


def _value(words: Sequence[str]) -> Fraction:
    if words[0] in _BURMESE_POWERS and SCALES[words[0]] >= _GOES_BEFORE and len(words) > 1:
        return SCALES[words[0]] * (Fraction(3, 2) if words[1] == _HALF else _sum(words[1:]))
    return _sum(words)


def _sum(words: Sequence[str]) -> Fraction:
    """The value of words of which each power multiplies what stands before it."""
    total, part, last = Fraction(0), 0, 1
    for word in words:
        power = SCALES.get(word, 0)
        if word == _HALF:
            total += Fraction(last, 2)
        elif power >= 1_000:
            total, part = total + max(part, 1) * power, 0
        elif power:
            lower = part % power
            part += max(lower, 1) * power - lower
        else:
            part += _ONES[word]
        last = power or last
    return total + part
