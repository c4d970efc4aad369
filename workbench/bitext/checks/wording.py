"""Words: sides that are empty, the same, of odd length; words said twice; names and addresses lost."""

import re
from collections.abc import Iterator
from math import log, sqrt

from workbench.bitext.checks.findings import PairFinding
from workbench.saying import say
from workbench.text import Level

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MYANMAR = re.compile("[\u1000-\u109f]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'’.&-]*[A-Za-z0-9]|[A-Z]")
_ADDRESS = re.compile(r"https?://[^\s)>\]၊။]+|www\.[^\s)>\]၊။]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
"""One for letters begins where its name does, so that a long word is walked through but once."""
_TWICE = re.compile(r"\b([A-Za-z]{2,})\s+\1\b", re.IGNORECASE)
_MAY_STAND_TWICE = {"had", "that", "very", "bye", "no", "yes", "so", "is", "new"}

_SOFTENING, _RATIO, _SPREAD, _SHORT = 8.0, 0.34, 0.25, 1.6
"""The law of lengths that aligning uses: the log of Burmese to English characters is normal around
0.34, with a spread that shrinks as the texts grow."""
ODD_LENGTH = 3.5
"""So many deviations from the usual length are unusual: about one sound pair in two thousand."""


def check_wording(source: str, target: str, languages: tuple[str, str]) -> Iterator[PairFinding]:
    """What the words of both sides show without being understood."""
    yield from _untranslated(source, target)
    if languages == ("en", "my"):
        yield from _lengths(source, target)
    yield from _said_twice(source, "source")
    yield from _said_twice(target, "target")
    yield from _lost(source, target)


def _untranslated(source: str, target: str) -> Iterator[PairFinding]:
    plain = _ADDRESS.sub("", source)
    if source.strip().casefold() == target.strip().casefold() and len(_LETTERS.findall(plain)) > 1:
        yield PairFinding(
            "same_as_source", Level.WARNING, say("Both sides say the same, letter by letter.")
        )


def _lengths(source: str, target: str) -> Iterator[PairFinding]:
    ours, theirs = (len("".join(each.split())) + _SOFTENING for each in (source, target))
    deviation = (log(theirs / ours) - _RATIO) / sqrt(_SPREAD**2 + _SHORT / ours)
    if abs(deviation) > ODD_LENGTH:
        code, message = (
            ("unusually_long", say("The target is unusually long."))
            if deviation > 0
            else ("unusually_short", say("The target is unusually short."))
        )
        yield PairFinding(code, Level.WARNING, message)


def _said_twice(text: str, side: str) -> Iterator[PairFinding]:
    for found in _TWICE.finditer(text):
        if found[1].lower() not in _MAY_STAND_TWICE:
            yield PairFinding(
                f"repeated_{side}",
                Level.INFO,
                say("“%(matter)s” stands twice.", matter=found[1]),
                found[1].lower(),
            )


def _lost(source: str, target: str) -> Iterator[PairFinding]:
    """Addresses of the source, and Latin words of a Burmese target, that the other side has not."""
    for address in sorted(set(_ADDRESS.findall(source)) - set(_ADDRESS.findall(target))):
        yield PairFinding(
            "address_lost", Level.WARNING, say("The target lacks %(matter)s", matter=address), address
        )
    if _MYANMAR.search(target) and not _MYANMAR.search(source):
        words = {each.casefold() for each in _LATIN.findall(source)}
        run = "".join(words)
        for name in dict.fromkeys(_LATIN.findall(_ADDRESS.sub("", target))):
            if name.casefold() not in words and name.casefold() not in run:
                yield PairFinding(
                    "name_missing",
                    Level.WARNING,
                    say("The source lacks “%(matter)s”.", matter=name),
                    name,
                )
