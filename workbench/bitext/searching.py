"""Find words in a text and put others in their place: literal or by regular expression, Burmese-aware.

Digits of both scripts match each other, letters match in either case, NFC and the invisible characters
between syllables make no difference, and words typed in Zawgyi find their Unicode. A pattern that would
run for ever is stopped.
"""

import time
import unicodedata
from dataclasses import dataclass

import regex

from workbench.errors import TooLong, WrongUse
from workbench.saying import say
from workbench.text import unicode_of
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
_INVISIBLE = "[\u200b\u200c\u200d\u2060]*"
_GROUP = regex.compile(r"\\(?:(\d)|g<(\w+)>|(\\))")
_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Search:
    """What a person looks for."""

    words: str
    is_regex: bool = False
    match_case: bool = False


class Finder:
    """A search made ready; refuses with `WrongUse` what is empty or no regular expression."""

    def __init__(self, search: Search) -> None:
        if not search.words.strip():
            raise WrongUse(say("Say what to look for."))
        self._is_regex = search.is_regex
        self._left = ALL_SECONDS
        if search.is_regex:
            _refuse_greedy(search.words)
        flags = regex.V1 if search.match_case else regex.V1 | regex.IGNORECASE
        try:
            self._pattern = regex.compile(_pattern(search), flags)
        except (regex.error, RecursionError, OverflowError) as error:
            raise WrongUse(say("This is no regular expression: %(error)s.", error=error)) from error

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand, as (start, end).

        >>> Finder(Search("80")).spans("၈၀ 80")
        [(0, 2), (3, 5)]
        """
        return [found.span() for found in self._matches(text) if found[0]]

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
        for found in self._matches(text):
            if found[0]:
                pieces += [text[end : found.start()], self._substitute(text, found, by)]
                end, grown = found.end(), grown + len(pieces[-1])
            if grown > len(text) + _GROWN:
                raise TooLong(
                    say("A text would grow by more than %(number)s characters.", number=f"{_GROWN:,}")
                )
        return "".join([*pieces, text[end:]])

    def _matches(self, text: str) -> list["regex.Match[str]"]:
        began = time.monotonic()
        try:
            return list(self._pattern.finditer(latin_digits(text), timeout=min(SECONDS, self._left)))
        except (TimeoutError, MemoryError) as error:
            raise WrongUse(say("This pattern takes too long; make it simpler.")) from error
        finally:
            self._left = max(0.001, self._left - (time.monotonic() - began))

    def _substitute(self, text: str, found: "regex.Match[str]", by: str) -> str:
        if self._is_regex:
            return _expanded(text, found, by)
        was = text[found.start() : found.end()]
        digits = _DIGIT.findall(was)
        return burmese_digits(by) if digits and not any(each.isascii() for each in digits) else by


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


def _pattern(search: Search) -> str:
    words = latin_digits(search.words)
    if search.is_regex:
        return words
    texts = {unicodedata.normalize("NFC", each) for each in (words, unicode_of(words))} | {words}
    return "|".join(
        _INVISIBLE.join(map(regex.escape, each)) for each in sorted(texts, key=len, reverse=True)
    )


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
