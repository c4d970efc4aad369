"""Exceptions of a project: texts that the sentence rules leave whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from workbench.text.languages import primary

ExceptionKind = Literal["abbreviation", "no_break"]
EXCEPTION_KINDS: tuple[ExceptionKind, ...] = get_args(ExceptionKind)


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


@lru_cache(4096)
def _pattern(text: str) -> re.Pattern[str]:
    """A text wherever it begins a word, whatever white space it holds; Burmese runs on without any."""
    begins = "" if "\u1000" <= text[:1] <= "\u109f" else r"(?<!\w)"
    return re.compile(begins + r"\s+".join(map(re.escape, text.split())))
