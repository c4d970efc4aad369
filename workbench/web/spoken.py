"""What the floors below say, in the reader's language.

They know no reader, so they say it in English, with names and numbers filled in. Here the sentence that
a message was made from is found again, said in the reader's words, and filled with the same values.
"""

import re
from functools import cache, lru_cache

from flask import Flask

from workbench.web.sentences import SENTENCES
from workbench.web.wording import digits, tongue
from workbench.web.wording import gettext as _

NESTED = {"sentence", "side", "size", "language", "other", "places", "what"}
"""Places whose value is a sentence or a word of ours itself; what stands in the others is quoted."""

_LONGEST = 2000
"""Longer messages are not looked up, so that none can be made slow."""
_DEEPEST = 3
_PLACE = re.compile(r"%\((\w+)\)s")
_NUMBERS = re.compile(r"[\d.,:/%\s–-]+")


def install(app: Flask) -> None:
    """Give the templates this filter."""
    app.jinja_env.filters["spoken"] = spoken


def spoken(message: str, depth: int = 0) -> str:
    """The message in the reader's language; unchanged where it is none of `SENTENCES`.

    >>> spoken("Words in common: water = ရေ.")
    'Words in common: water = ရေ.'
    """
    if tongue() == "en" or len(message) > _LONGEST or depth > _DEEPEST:
        return message
    found = _recognised(message)
    if found is None:
        return message
    sentence, values = found
    return _(sentence) % {name: _filled(name, value, depth) for name, value in values}


def _filled(name: str, value: str, depth: int) -> str:
    if name in NESTED:
        return spoken(value, depth + 1)
    return digits(value) if _NUMBERS.fullmatch(value) else value


@lru_cache(maxsize=4096)
def _recognised(message: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The sentence that a message was made from, and what stands in its places."""
    for sentence, pattern in _patterns():
        if match := pattern.fullmatch(message):
            return sentence, tuple(match.groupdict().items())
    return None


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The sentences, those with most words of their own first, and what each looks like filled in."""
    ordered = sorted(SENTENCES, key=lambda each: len(_PLACE.sub("", each)), reverse=True)
    return [(each, _pattern(each)) for each in ordered]


def _pattern(sentence: str) -> re.Pattern[str]:
    pieces = _PLACE.split(sentence)
    pieces[::2] = [re.escape(each) for each in pieces[::2]]
    pieces[1::2] = [f"(?P<{each}>.+?)" for each in pieces[1::2]]
    return re.compile("".join(pieces), re.DOTALL)
