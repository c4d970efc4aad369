"""Burmese by sound in Latin letters, so that a name can be compared with its English spelling."""

import re
from functools import cache

import icu

_NOT_LETTERS = re.compile(r"[^a-z0-9 ]+")


@cache
def _engine() -> icu.Transliterator:
    return icu.Transliterator.createInstance("my-my_Latn; Any-Latin; Latin-ASCII; Lower")


def romanise(text: str) -> str:
    """The text in plain lower-case Latin letters, roughly as it sounds; for comparing, not for reading.

    >>> romanise("ရန်ကုန်"), romanise("Rangoon")
    ('raankone', 'rangoon')
    """
    return _NOT_LETTERS.sub("", _engine().transliterate(text))
