"""What the floors below say, in the reader's language.

They know no reader, so they say it in English, with names and numbers filled in (`saying.say`). Here
the sentence that a text was made from is found again among those of the catalogue, said in the reader's
words, and filled with the same values. So a text that lies in the database is found as well.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from flask import Flask

from workbench.web.wording import digits, sentences, tongue
from workbench.web.wording import gettext as _

NESTED = {
    "sentence", "side", "size", "language", "one", "other", "found", "places", "what", "where", "reason",
}  # fmt: skip
"""Places whose value is a sentence or a word of ours itself; what stands in the others is quoted."""

_LONGEST = 2000
"""Longer texts are not looked up: no sentence of ours is so long."""
_DEEPEST = 3
_PLACE = re.compile(r"%\((\w+)\)s")
_NUMBERS = re.compile(r"[\d.,:/%\s–-]+")


@dataclass(frozen=True)
class Mould:
    """A sentence with places for values, and what stands before, between and behind them."""

    sentence: str
    literals: tuple[str, ...]
    places: tuple[str, ...]

    def values(self, message: str) -> list[str] | None:
        """What is in its places if the message is this sentence filled in, each as short as can be."""
        first, *between, last = self.literals
        end = len(message) - len(last)
        if not (message.startswith(first) and message.endswith(last)):
            return None
        values, at = [], len(first)
        for literal in between:
            found = message.find(literal, at + 1, end)
            if found < 0:
                return None
            values.append(message[at:found])
            at = found + len(literal)
        return [*values, message[at:end]] if at < end else None


def install(app: Flask) -> None:
    """Give the templates this filter."""
    app.jinja_env.filters["spoken"] = spoken


def spoken(message: str, depth: int = 0) -> str:
    """The message in the reader's language; unchanged where no sentence of ours is like it.

    >>> spoken("Words in common: water = ရေ.")
    'Words in common: water = ရေ.'
    """
    if tongue() == "en" or len(message) > _LONGEST or depth > _DEEPEST:
        return message
    if message in sentences(tongue()):
        return _(message)
    found = _recognised(message, tongue())
    if found is None:
        return message
    sentence, values = found
    return _(sentence) % {name: _filled(name, value, depth) for name, value in values}


def _filled(name: str, value: str, depth: int) -> str:
    if name in NESTED:
        return spoken(value, depth + 1)
    return digits(value) if _NUMBERS.fullmatch(value) else value


@lru_cache(maxsize=4096)
def _recognised(message: str, tag: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The sentence that a message was made from, and what stands in its places."""
    for mould in _moulds(tag):
        values = mould.values(message)
        if values is not None:
            return mould.sentence, tuple(zip(mould.places, values, strict=True))
    return None


@cache
def _moulds(tag: str) -> list[Mould]:
    """The sentences with places, those with most words of their own first."""
    moulds = [_mould(each) for each in sentences(tag) if _PLACE.search(each)]
    return sorted(moulds, key=lambda each: sum(map(len, each.literals)), reverse=True)


def _mould(sentence: str) -> Mould:
    pieces = _PLACE.split(sentence)
    return Mould(sentence, tuple(each.replace("%%", "%") for each in pieces[::2]), tuple(pieces[1::2]))
