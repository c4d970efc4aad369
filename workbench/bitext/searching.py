"""Find words in a text and put others in their place: literal or by regular expression, Burmese-aware.

Words are found in every spelling that says the same, as `text.folding` has it for every search; signs
alone are found as they are written. A regular expression finds digits of both scripts and, unless asked
otherwise, letters of either case; one that would run for ever is stopped.
"""

import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from workbench.errors import TooLong, WrongUse
from workbench.saying import say
from workbench.text.folding import mapped, readings
from workbench.text.numerals import burmese_digits, latin_digits

SECONDS = 2.0
"""How long one text may be searched before the pattern is given up as endless."""
ALL_SECONDS = 8.0
"""How long all texts of one search may take: less than another writer waits for his turn."""
LONGEST = 1_000
"""Characters of a pattern, and of what takes the place of a hit."""
_GROWN = 100_000
"""Characters that a text may grow to."""
_REPEATS = 100_000
"""How often a pattern may say the same: counts are written out, and one in another multiplies."""
_CALL = regex.compile(r"(?<!\\)\(\?(?:R|&|P>|[+-]?\d)")  # a pattern in itself takes all memory
_COUNTS = regex.compile(r"\{([^{}]*)\}")
_GROUP = regex.compile(r"\\(?:(\d)|g<(\w+)>|(\\))")
_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Search:
    """What a person looks for."""

    words: str
    is_regex: bool = False
    match_case: bool = False


class _Hit(NamedTuple):
    """Where something stands, and how a regular expression matched it."""

    start: int
    end: int
    match: "regex.Match[str] | None" = None


class Finder:
    """A search made ready; refuses with `WrongUse` what is empty or no regular expression.

    `words` are the folded words that are looked for, as `text.folding` reads them; none for a pattern.
    """

    def __init__(self, search: Search) -> None:
        if not search.words.strip():
            raise WrongUse(say("Say what to look for."))
        self._is_regex = search.is_regex
        is_exact = search.is_regex or not any(map(_says, search.words))
        self._pattern = _compiled(search) if is_exact else None
        self.words = () if is_exact else _with_edges(search.words)
        self._letters = _cased(search.words) if search.match_case else None
        self._left = ALL_SECONDS

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand, as (start, end).

        >>> Finder(Search("80")).spans("၈၀ 80")
        [(0, 2), (3, 5)]
        """
        return [(found.start, found.end) for found in self._hits(text)]

    def replaced(self, text: str, by: str) -> str:
        """The text with other words there; a literal's digits are written as those they replace.

        Refuses with `TooLong` what would make it grow without measure.
        >>> Finder(Search("80")).replaced("၈၀ 80", "90")
        '၉၀ 90'
        """
        if len(by) > LONGEST:
            raise TooLong(
                say("Put at most %(number)s characters in the place of a hit.", number=f"{LONGEST:,}")
            )
        pieces, end, grown = [], 0, len(text)
        for found in self._hits(text):
            pieces += [text[end : found.start], self._substitute(text, found, by)]
            end, grown = found.end, grown + len(pieces[-1])
            if grown > len(text) + _GROWN:
                raise TooLong(
                    say("A text would grow by more than %(number)s characters.", number=f"{_GROWN:,}")
                )
        return "".join([*pieces, text[end:]])

    def _hits(self, text: str) -> list[_Hit]:
        if self._pattern is not None:
            matches = self._matches(self._pattern, text)
            return [_Hit(each.start(), each.end(), each) for each in matches if each[0]]
        hits, end = [], 0
        for start, stop in sorted(self._places(text), key=lambda each: (each[0], -each[1])):
            if start >= end:
                hits.append(_Hit(start, stop))
                end = stop
        return hits

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand; not where a part only of a sign would have to be taken."""
        folded, origin = mapped(text)
        for words in self.words:
            at = folded.find(words)
            while at >= 0:
                start, end = origin[at][0], origin[at + len(words) - 1][1]
                whole = mapped(text[start:end])[0] == words
                if whole and self._letters in (None, _cased(text[start:end])):
                    yield start, end
                at = folded.find(words, at + 1)

    def _matches(self, pattern: "regex.Pattern[str]", text: str) -> list["regex.Match[str]"]:
        began = time.monotonic()
        try:
            return list(pattern.finditer(latin_digits(text), timeout=min(SECONDS, self._left)))
        except (TimeoutError, MemoryError) as error:
            raise WrongUse(say("This pattern takes too long; make it simpler.")) from error
        finally:
            self._left = max(0.001, self._left - (time.monotonic() - began))

    def _substitute(self, text: str, found: _Hit, by: str) -> str:
        if found.match is not None and self._is_regex:
            return _expanded(text, found.match, by)
        digits = _DIGIT.findall(text[found.start : found.end])
        return burmese_digits(by) if digits and not any(each.isascii() for each in digits) else by


def _says(character: str) -> bool:
    """Whether a character is a letter, a digit or a mark, and no mere sign."""
    return unicodedata.category(character)[0] in "LNM"


def _with_edges(words: str) -> tuple[str, ...]:
    """The readings of words; a space that was typed at an end counts beside a Latin letter."""
    before, after = (" " * (edge.isspace()) for edge in (words[0], words[-1]))
    return tuple(
        before * each[0].isascii() + each + after * each[-1].isascii() for each in readings(words)
    )


def _cased(text: str) -> str:
    """The letters of a text that have a case."""
    return "".join(each for each in text if each.lower() != each.upper())


def _refuse_greedy(pattern: str) -> None:
    """Refuse a regular expression that would take time or memory without bound to make ready."""
    if len(pattern) > LONGEST:
        raise TooLong(
            say("A regular expression has %(number)s characters at most.", number=f"{LONGEST:,}")
        )
    if _CALL.search(pattern):
        raise WrongUse(say("A regular expression may not call itself or a group of its own."))
    times = 1
    for counts in _COUNTS.findall(latin_digits(pattern)):
        times *= max((int(each[:9]) for each in regex.findall(r"[0-9]+", counts)), default=1) or 1
    if times > _REPEATS:
        raise WrongUse(say("This regular expression repeats too often; use smaller numbers in {}."))


def _compiled(search: Search) -> "regex.Pattern[str]":
    if not search.is_regex:
        return regex.compile(regex.escape(search.words.strip()))
    _refuse_greedy(search.words)
    flags = regex.V1 if search.match_case else regex.V1 | regex.IGNORECASE
    try:
        return regex.compile(latin_digits(search.words), flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise WrongUse(say("This is no regular expression: %(error)s.", error=str(error))) from error


def _expanded(text: str, found: "regex.Match[str]", by: str) -> str:
    r"""The replacement with \1 and \g<name> filled in from the text as it was, its digits untouched."""

    def group(mark: "regex.Match[str]") -> str:
        if mark[3]:
            return "\\"
        name = int(mark[1]) if mark[1] else int(mark[2]) if mark[2].isdecimal() else mark[2]
        try:
            start, end = found.span(name)
        except (IndexError, regex.error) as error:
            raise WrongUse(say("The pattern has no group %(name)s.", name=name)) from error
        return text[start:end] if start >= 0 else ""

    return str(_GROUP.sub(group, by))
