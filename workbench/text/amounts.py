"""Numbers in digits, with what the words beside them make of them.

1 million is ၁၀ သိန်း: Burmese counts in ten thousands, hundred thousands and ten millions.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from workbench.text.numerals import latin_digits
from workbench.text.spelled import SCALES, either

_SCALES = {**SCALES, "bn": 10**9}
_DIGITS = re.compile(r"\d+(?:[.,](?=\d)\d+)*")
_BEFORE = re.compile(rf"({either(_SCALES)})(?:ပေါင်း)?\s?$", re.IGNORECASE)
_AFTER = re.compile(rf"[\s-]?({either(_SCALES)})(?![a-z])", re.IGNORECASE)
_LONGEST_SCALE = 16
_LONGEST = 60
"""Characters from which digits are no number that anybody counts with."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})+$")
_LETTERS = re.compile(
    "(?<=[\u1000-\u103f])၀(?![၀-၉])|(?<![၀-၉])၀(?=[\u1000-\u103f])|၄(?=င်း)|(?<=[A-Za-z])\\d+"
)
"""Digits that count nothing: ၀ written for ဝ, ၄င်း for ၎င်း, and those of a name such as H1N1."""


class Amount(NamedTuple):
    """A number in digits: where it stands, and the values it may have, the likeliest first."""

    start: int
    end: int
    values: tuple[Fraction, ...]


def amounts(text: str) -> list[Amount]:
    """The numbers that a text writes in digits of either script, in order.

    >>> [list(map(str, each.values)) for each in amounts("2.5 million, သိန်း ၅၀, 1,200, 11:30")]
    [['2500000', '5/2'], ['5000000', '50'], ['1200'], ['11'], ['30']]
    """
    text = latin_digits(_LETTERS.sub(lambda found: " " * len(found[0]), text))
    return [_amount(text, found) for found in _DIGITS.finditer(text) if len(found[0]) <= _LONGEST]


def _amount(text: str, found: re.Match[str]) -> Amount:
    digits = found[0]
    plain = digits.replace(",", "") if _GROUPED.match(digits) else digits
    if "," in plain or plain.count(".") > 1:
        values = tuple(dict.fromkeys(Fraction(each) for each in re.split("[.,]", digits)))
        return Amount(*found.span(), values)
    before = _BEFORE.search(text, max(0, found.start() - _LONGEST_SCALE), found.start())
    after = _AFTER.match(text, found.end())
    scaled = [Fraction(plain) * _SCALES[each[1].lower()] for each in (after, before) if each]
    return Amount(found.start(), after.end() if after else found.end(), (*scaled, Fraction(plain)))
