"""Numbers written as words, English and Burmese: what a digit across may stand for.

Some of the words mean other things too (နှစ် is two and year, လေး is four and little), so a number found
here explains one across and never asks for one.
"""

import re

_ENGLISH_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {word: n for n, word in enumerate(_ENGLISH_ONES)} | {
    word: 10 * n for n, word in enumerate(_ENGLISH_TENS, 2)
}
_ENGLISH_POWERS = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_ENGLISH_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_BURMESE = {
    "တစ်": 1, "တ": 1, "နှစ်": 2, "သုံး": 3, "လေး": 4, "ငါး": 5, "ခြောက်": 6, "ခုနစ်": 7, "ခုနှစ်": 7,
    "ခွန်": 7, "ရှစ်": 8, "ကိုး": 9,
}  # fmt: skip
_BURMESE_POWERS = {
    "ဆယ်": 10, "ဆယ့်": 10, "ရာ": 100, "ရာ့": 100, "ထောင်": 1_000, "ထောင့်": 1_000, "သောင်း": 10**4,
    "သိန်း": 10**5, "သန်း": 10**6, "ကုဋေ": 10**7,
}  # fmt: skip
_YEAR = "နှစ်"
"""After a number it may count years and be no part of it: ဆယ့်ရှစ်နှစ် is eighteen years."""
_BURMESE_WORD = "|".join(sorted([*_BURMESE, *_BURMESE_POWERS], key=len, reverse=True))
_BURMESE_RUN = re.compile(f"(?:{_BURMESE_WORD})+")
_BURMESE_PIECE = re.compile(_BURMESE_WORD)
_ENGLISH_WORD = re.compile(r"[a-z]+")


def spelled(text: str) -> set[int]:
    """The numbers that a text may write as words.

    >>> sorted(spelled("Seventy-two people, one thousand five hundred kyat"))
    [1, 2, 5, 70, 72, 1500]
    >>> sorted(spelled("ခုနစ်ရာကိုးဆယ့်လေး")), sorted(spelled("ထောင့်ငါးရာ"))
    ([4, 7, 9, 794], [5, 1500])
    """
    return _english(text.lower()) | _burmese(text)


def _burmese(text: str) -> set[int]:
    found: set[int] = set()
    for run in _BURMESE_RUN.findall(text):
        pieces = _BURMESE_PIECE.findall(run)
        found |= {_BURMESE[each] for each in pieces if each in _BURMESE}
        found |= {_burmese_value(pieces), _burmese_value(pieces[:-1]) if pieces[-1] == _YEAR else 0}
    return found - {0}


def _burmese_value(pieces: list[str]) -> int:
    return _value(
        [_BURMESE.get(each, 0) for each in pieces], [_BURMESE_POWERS.get(each, 0) for each in pieces]
    )


def _english(text: str) -> set[int]:
    found: set[int] = set()
    run: list[str] = []
    for word in [*_ENGLISH_WORD.findall(text), ""]:
        if word in _ENGLISH or word in _ENGLISH_POWERS or (word == "and" and run):
            run.append(word)
            found |= {_ENGLISH[word]} if word in _ENGLISH else set()
            continue
        if word in _ENGLISH_ORDINALS:
            found.add(_ENGLISH_ORDINALS[word])
        if run:
            found.add(
                _value(
                    [_ENGLISH.get(each, 0) for each in run],
                    [_ENGLISH_POWERS.get(each, 0) for each in run],
                )
            )
        run = []
    return found


def _value(ones: list[int], powers: list[int]) -> int:
    """The number of words read in order: `ones[n]` or `powers[n]` is what the n-th word is worth."""
    total = part = 0
    for one, power in zip(ones, powers, strict=True):
        if power >= 1_000:
            total += max(part, 1) * power
            part = 0
        elif power:
            lower = part % 10
            part += max(lower, 1) * power - lower
        else:
            part += one
    return total + part
