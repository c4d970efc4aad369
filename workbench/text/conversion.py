"""Zawgyi to Unicode."""

from functools import cache

import icu


@cache
def _engine() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Zawgyi-my")


def convert(text: str) -> str:
    """The Unicode of a Zawgyi text. Never give it Unicode: ask `detect` first.

    >>> convert("မဂၤလာပါ")
    'မင်္ဂလာပါ'
    """
    return str(_engine().transliterate(text))
