"""A rule says whether a text is cut between what stands before and after a place, as in SRX.

The rules of a language are plain data, tried in order; the first that fits decides, and where none
fits there is no cut. The same data are exported as SRX and for OmegaT (`workbench.bitext.srx`).
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_REMEMBERED = 1 << 15
_REACH = 60  # characters: enough for two words, and a bound where no spaces stand


@dataclass(frozen=True, slots=True)
class Rule:
    """Two regular expressions around a place, and whether the text is cut there."""

    before: str
    after: str
    breaks: bool
    why: str


class Cutter:
    """The rules of one language, compiled: `places` are the ends of all sentences but the last.

    `stops` are the signs that every breaking rule begins with; `words` is how many words before a stop
    the exceptions look at.
    """

    def __init__(self, rules: Iterable[Rule], stops: str, words: int = 1) -> None:
        rules = tuple(rules)
        self._stops = re.compile(f"[{re.escape(stops)}]")
        self._breaks = re.compile(
            "|".join(f"(?:{rule.before})(?={rule.after})" for rule in rules if rule.breaks)
        )
        self._words = words
        grouped: dict[str, list[str]] = {}
        for rule in rules:
            if not rule.breaks:
                grouped.setdefault(rule.after, []).append(rule.before)
        self._afters = [re.compile(after).match for after in grouped]
        self._befores = [
            re.compile(rf"(?:{'|'.join(befores)})\Z").search for befores in grouped.values()
        ]
        # Most words end no exception, and are met again and again.
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._fitting)

    def places(self, text: str) -> Iterator[int]:
        """Where the text is cut, in order, the white space still to come."""
        place = 0
        for stop in self._stops.finditer(text):
            start = stop.start()
            if start < place or not (found := self._breaks.match(text, start)):
                continue
            place = found.end()
            if place < len(text) and not self._excepted(text, start, place):
                yield place

    def _excepted(self, text: str, start: int, place: int) -> bool:
        since, furthest = start, max(0, start - _REACH)
        for _ in range(self._words):
            since = text.rfind(" ", furthest, max(0, since - 1))
        if since < 0 and furthest:  # what begins in the middle of a run is no beginning of a text
            fitting = self._fitting(text, furthest, place)
        else:
            fitting = self._remembered(text[max(0, since) : place])
        return any(self._afters[number](text, place) for number in fitting)

    def _fitting(self, text: str, since: int = 0, place: int = sys.maxsize) -> tuple[int, ...]:
        """Which groups of exceptions fit what stands before a place."""
        return tuple(number for number, fits in enumerate(self._befores) if fits(text, since, place))
