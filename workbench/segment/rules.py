"""A rule says whether a text is cut between what stands before and after a place, as in SRX.

The rules of a language are plain data, tried in order; the first that fits decides, and where none
fits there is no cut. The same data are exported as SRX and for OmegaT (`workbench.segment.exchange`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = 60  # characters: two words, and where no spaces stand, no more


@dataclass(frozen=True, slots=True)
class Rule:
    """Two regular expressions around a place, and whether the text is cut there."""

    before: str
    after: str
    breaks: bool
    why: str


class Cutter:
    """The rules of one language, compiled: `places` are the ends of all sentences but the last."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = tuple(rules)
        self._candidates = re.compile(
            "|".join(f"(?:{rule.before})(?={rule.after})" for rule in rules if rule.breaks)
        )
        grouped: dict[str, list[str]] = {}
        for rule in rules:
            if not rule.breaks:
                grouped.setdefault(rule.after, []).append(rule.before)
        self._exceptions = [
            (re.compile(after), re.compile(rf"(?:{'|'.join(befores)})\Z"))
            for after, befores in grouped.items()
        ]

    def places(self, text: str) -> Iterator[int]:
        """Where the text is cut, in order, the white space still to come."""
        for match in self._candidates.finditer(text):
            place = match.end()
            if place < len(text) and not self._excepted(text, match.start(), place):
                yield place

    def _excepted(self, text: str, start: int, place: int) -> bool:
        # No exception looks further back than two words before the stop.
        word = text.rfind(" ", max(0, start - _WORD), max(0, start - 1))
        since = text.rfind(" ", max(0, start - _WORD), max(0, word))
        window = since if since >= 0 else max(0, start - _WORD)
        return any(
            after.match(text, place) and before.search(text, window, place)
            for after, before in self._exceptions
        )
