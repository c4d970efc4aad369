"""What the floors below say, in the reader's language.

They know no reader, so they say it in English, with names and numbers filled in (`saying.say`). Here
the sentence that a text was made from is found again among those of the catalogue, said in the reader's
words, and filled with the same values. So a text that lies in the database is found as well.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from itertools import chain

from babel.dates import format_date
from flask import Flask

from workbench.web.wording import digits, sentences, tongue
from workbench.web.wording import gettext as _

NESTED = {
    "sentence", "side", "size", "language", "one", "other", "found", "places", "what", "where", "reason",
}  # fmt: skip
"""Places whose value is a sentence or a word of ours itself; what stands in the others is quoted."""
LISTED = {"formats"}
"""Places for several such words, with commas between."""
QUOTED = {"name", "names", "others", "term", "text", "version", "wanted", "word", "words"}
"""Places whose digits stay as they are written: a name or a word."""
NUMBERED = {"number", "line"}
"""Places for a number and nothing else."""

_LONGEST = 2000
"""Longer texts are not looked up: no sentence of ours is so long."""
_DEEPEST = 3
_PLACE = re.compile(r"%\((\w+)\)s")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERS = re.compile(r"[\d.,:/%\s–-]+")


@dataclass(frozen=True)
class Mould:
    """A sentence with places for values, and what stands before, between and behind them."""

    sentence: str
    literals: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Whether it has no word of its own: `%(where)s: %(sentence)s`."""
        return not _LETTER.search("".join(self.literals))

    @property
    def anchored(self) -> bool:
        """Whether it begins with a word of its own, or with a number."""
        return bool(self.literals[0]) or self.places[0] in NUMBERED

    def values(self, message: str) -> tuple[str, ...] | None:
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
        values.append(message[at:end])
        return tuple(values) if at < end and self._fit(values) else None

    def _fit(self, values: list[str]) -> bool:
        pairs = zip(self.places, values, strict=True)
        return all(place not in NUMBERED or _NUMBERS.fullmatch(value) for place, value in pairs)


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
    found = _recognised(message, tongue(), depth)
    if found is None:
        return message
    mould, values = found
    pairs = zip(mould.places, values, strict=True)
    return _(mould.sentence) % {name: _filled(name, value, depth) for name, value in pairs}


def _filled(name: str, value: str, depth: int) -> str:
    if name in NESTED:
        return spoken(value, depth + 1)
    if name in LISTED:
        return _(", ").join(spoken(each, depth + 1) for each in value.split(", "))
    if name == "date":
        return _dated(value)
    return digits(value) if name not in QUOTED and _NUMBERS.fullmatch(value) else value


def _dated(value: str) -> str:
    """A date as the reader writes it; unchanged where it is none of ours."""
    try:
        day = datetime.strptime(value, "%d %B %Y")
    except ValueError:
        return value
    return digits(format_date(day, "d MMMM y", locale=tongue()))


@lru_cache(maxsize=4096)
def _recognised(message: str, tag: str, depth: int) -> tuple[Mould, tuple[str, ...]] | None:
    """The sentence that a message was made from, and what stands in its places.

    One without a word of its own would fit anything: what ends it must be a sentence of ours. Where all
    of it is ours, it goes before those that begin with a place and would swallow what stands before.
    """
    fitting = [(mould, values) for mould in _moulds(tag) if (values := mould.values(message))]

    def is_ours(value: str) -> bool:
        return _is_ours(value, tag, depth + 1)

    found = chain(
        (each for each in fitting if each[0].anchored),
        (each for each in fitting if each[0].bare and all(map(is_ours, each[1]))),
        (each for each in fitting if not each[0].bare),
        (each for each in fitting if each[0].bare and is_ours(each[1][-1])),
    )
    return next(found, None)


def _is_ours(message: str, tag: str, depth: int) -> bool:
    if message in sentences(tag):
        return True
    return depth <= _DEEPEST and _recognised(message, tag, depth) is not None


@cache
def _moulds(tag: str) -> list[Mould]:
    """The sentences with places, those with most words of their own first."""
    moulds = [_mould(each) for each in sorted(sentences(tag)) if _PLACE.search(each)]
    fit = [each for each in moulds if not each.bare or each.places[-1] in NESTED]
    return sorted(fit, key=lambda each: sum(map(len, each.literals)), reverse=True)


def _mould(sentence: str) -> Mould:
    pieces = _PLACE.split(sentence)
    return Mould(sentence, tuple(each.replace("%%", "%") for each in pieces[::2]), tuple(pieces[1::2]))
