"""Find words in a text and put others in their place: literal or by regular expression, Burmese-aware.

Digits of both scripts match each other, letters match in either case, NFC and the invisible characters
between syllables make no difference, and words typed in Zawgyi find their Unicode. A pattern that would
run for ever is stopped.
"""

import unicodedata
from dataclasses import dataclass

import regex

from workbench.errors import WrongUse
from workbench.text import Verdict, convert, detect
from workbench.text.numerals import burmese_digits, latin_digits

SECONDS = 2.0
"""How long one text may be searched before the pattern is given up as endless."""
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
            raise WrongUse("Say what to look for.")
        self._is_regex = search.is_regex
        flags = regex.V1 if search.match_case else regex.V1 | regex.IGNORECASE
        try:
            self._pattern = regex.compile(_pattern(search), flags)
        except regex.error as error:
            raise WrongUse(f"This is no regular expression: {error}.") from error

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand, as (start, end).

        >>> Finder(Search("80")).spans("၈၀ 80")
        [(0, 2), (3, 5)]
        """
        return [found.span() for found in self._matches(text) if found[0]]

    def replaced(self, text: str, by: str) -> str:
        """The text with other words there; a literal's digits are written as those they replace.

        >>> Finder(Search("80")).replaced("၈၀ 80", "90")
        '၉၀ 90'
        """
        pieces, end = [], 0
        for found in self._matches(text):
            if found[0]:
                pieces += [text[end : found.start()], self._substitute(text, found, by)]
                end = found.end()
        return "".join([*pieces, text[end:]])

    def _matches(self, text: str) -> list["regex.Match[str]"]:
        try:
            return list(self._pattern.finditer(latin_digits(text), timeout=SECONDS))
        except TimeoutError as error:
            raise WrongUse("This pattern takes too long; make it simpler.") from error

    def _substitute(self, text: str, found: "regex.Match[str]", by: str) -> str:
        if self._is_regex:
            return _expanded(text, found, by)
        was = text[found.start() : found.end()]
        digits = _DIGIT.findall(was)
        return burmese_digits(by) if digits and not any(each.isascii() for each in digits) else by


def _pattern(search: Search) -> str:
    words = latin_digits(search.words)
    if search.is_regex:
        return words
    readings = [words, convert(words)] if detect(words).verdict is Verdict.ZAWGYI else [words]
    texts = {unicodedata.normalize("NFC", each) for each in readings} | {words}
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
            raise WrongUse(f"The pattern has no group {name}.") from error
        return text[start:end] if start >= 0 else ""

    return str(_GROUP.sub(group, by))
