"""A block's text to its sentences: own rules for English and Burmese, ICU for any other language."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from workbench.segment import burmese, english
from workbench.segment.bare import bare_cuts
from workbench.segment.exceptions import CutException, spared
from workbench.segment.rules import Cutter
from workbench.text.languages import primary
from workbench.text.words import sentences as icu_sentences

RULES = {"en": english.RULES, "my": burmese.RULES}
"""The languages with rules of their own."""

_SHORTEST_BARE = 60
_STOPS = {"en": (english.STOPS, 1), "my": (burmese.STOPS, 2)}
"""The signs a sentence may end with, and the words before one that its exceptions look at."""


@cache
def _cutter(language: str) -> Cutter | None:
    rules = RULES.get(language)
    return Cutter(rules, *_STOPS[language]) if rules else None


def cuts(text: str, language: str, exceptions: Sequence[CutException] = ()) -> list[int]:
    """The places where a text in this language is cut, without its start and its end.

    >>> cuts("Are you deaf? Save U.S. funds!", "en"), cuts("Off. Yangon", "en", (CutException("Off."),))
    ([13], [])
    """
    places = _places(text, language)
    return spared(places, text, language, exceptions) if exceptions else places


def _places(text: str, language: str) -> list[int]:
    # The Burmese rules hold the English ones: a ။ under another tag is still an end.
    cutter = _cutter("my" if "။" in text else primary(language))
    if cutter:
        sure = list(cutter.places(text))
        return sorted({*sure, *bare_cuts(text)}) if is_bare(text, language) else sure
    return [len(text[:end].rstrip()) for _, end in icu_sentences(text, language)[:-1]]


def is_bare(text: str, language: str) -> bool:
    """Whether a text is Burmese without ။, so that its cuts are only probable."""
    return primary(language) == "my" and len(text) >= _SHORTEST_BARE and "။" not in text


def sentences(
    text: str, language: str, exceptions: Sequence[CutException] = ()
) -> list[tuple[str, str]]:
    """The sentences in order, each with the white space that follows it; together they are the text.

    `exceptions` are texts that stay whole.

    >>> sentences("သွားပြီ။ လာမည်။", "my")
    [('သွားပြီ။', ' '), ('လာမည်။', '')]
    """
    places = [0, *cuts(text, language, exceptions), len(text)]
    pieces = [
        (text[start:end].strip(), " " if text[end : end + 1].isspace() else "")
        for start, end in pairwise(places)
    ]
    return [piece for piece in pieces if piece[0]]
