"""Exceptions of a project: texts that the sentence rules leave whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from workbench.segment.rules import Rule
from workbench.text.languages import primary

ExceptionKind = Literal["abbreviation", "no_break"]
EXCEPTION_KINDS: tuple[ExceptionKind, ...] = get_args(ExceptionKind)


_STOPS = ".!?…။"
"""Signs after which a text is cut even where no space follows, if only in Burmese."""


@dataclass(frozen=True, slots=True)
class CutException:
    """A text of one language (a tag as `en`) that is never cut.

    Nor is there a cut right after an abbreviation; after a name (`no_break`) a sentence may end.
    """

    text: str
    language: str = "en"
    kind: ExceptionKind = "abbreviation"


def spared(
    places: Sequence[int], text: str, language: str, exceptions: Sequence[CutException]
) -> list[int]:
    """The places where a text is still cut when these exceptions hold.

    >>> spared([4], "Off. Yangon", "en", [CutException("Off.")])
    []
    """
    mine = [each for each in exceptions if primary(each.language) == primary(language)]
    whole = [span for each in mine for span in _spans(each, text)] if places else []
    return [place for place in places if not any(start < place < end for start, end in whole)]


def _spans(exception: CutException, text: str) -> Iterator[tuple[int, int]]:
    """Where a text stands, with its end as the first place where a cut is right again."""
    for found in _pattern(exception.text).finditer(text):
        yield found.start(), found.end() + (exception.kind == "abbreviation")


def rules_of(exceptions: Sequence[CutException], language: str) -> list[Rule]:
    """The exceptions of a language as rules, for tools that know nothing else; they stand before others.

    >>> [(rule.before, rule.after) for rule in rules_of([CutException("Off.")], "en")]
    [('(?<!\\\\w)Off\\\\.', '\\\\s')]
    """
    mine = [each for each in exceptions if primary(each.language) == primary(language)]
    return [rule for each in mine for rule in _rules(each)]


def _rules(exception: CutException) -> Iterator[Rule]:
    """No cut at any place inside of a text where one could be, nor after an abbreviation."""
    text = " ".join(exception.text.split())
    for place in range(1, len(text)):
        if text[place] == " " or text[place - 1] in _STOPS:
            yield Rule(_pattern(text[:place]).pattern, _loose(text[place:]), False, "exception")
    if exception.kind == "abbreviation":
        yield Rule(_pattern(text).pattern, r"\s", False, "exception")


@lru_cache(4096)
def _pattern(text: str) -> re.Pattern[str]:
    """A text wherever it begins a word, whatever white space it holds; Burmese runs on without any."""
    begins = "" if "\u1000" <= text[:1] <= "\u109f" else r"(?<!\w)"
    return re.compile(begins + _loose(text.strip()))


def _loose(text: str) -> str:
    """A pattern for a text, whatever white space it holds."""
    return (r"\s+" if text[:1] == " " else "") + r"\s+".join(map(re.escape, text.split()))
