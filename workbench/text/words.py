"""Where words, sentences and Burmese syllables begin and end, in any language.

Words and sentences are ICU's; syllables are our own, by the shape of Burmese writing. All places are
code points of the Python string, never ICU's UTF-16 units.
"""

import re
import threading
from itertools import pairwise

import icu

from workbench.text.syllables import CLUSTER

Span = tuple[int, int]
"""Start and end of a piece, as in `text[start:end]`."""

_SYLLABLE = re.compile(rf"(?:{CLUSTER.pattern})[’”]*|[၀-၉]+|[A-Za-z0-9]+|\S")  # a closing quote clings

_ICU = threading.local()  # a break iterator holds the text it walks, so each thread has its own


def _iterator(kind: str, language: str) -> icu.BreakIterator:
    kept = _ICU.__dict__.setdefault("iterators", {})
    if (kind, language) not in kept:
        locale = icu.Locale(language.replace("-", "_"))
        kept[kind, language] = getattr(icu.BreakIterator, f"create{kind}Instance")(locale)
    return kept[kind, language]


def _code_points(text: str, places: list[int]) -> list[int]:
    """UTF-16 places as code points; the same where no character lies beyond U+FFFF."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return places
    point_at, units = {0: 0}, 0
    for index, character in enumerate(text, start=1):
        units += 2 if character > "\uffff" else 1
        point_at[units] = index
    return [point_at[place] for place in places]


def _spans(text: str, kind: str, language: str) -> list[Span]:
    iterator = _iterator(kind, language)
    iterator.setText(text)
    places = _code_points(text, [0, *iterator])
    return list(pairwise(places))


def words(text: str, language: str = "my") -> list[Span]:
    """The words of a text by ICU's dictionaries, in order, without white space and punctuation.

    >>> text = "မြန်မာနိုင်ငံ 𝟓 ကောင်းသည်။"
    >>> [text[start:end] for start, end in words(text)]
    ['မြန်မာနိုင်ငံ', '𝟓', 'ကောင်း', 'သည်']
    """
    return [span for span in _spans(text, "Word", language) if any(map(str.isalnum, text[slice(*span)]))]


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text as ICU cuts them: spans that tile it, each with the space after it.

    Only for languages without rules of their own: ICU breaks Burmese at ၊ too.

    >>> sentences("สวัสดี. One. Two.", "en")
    [(0, 8), (8, 13), (13, 17)]
    """
    return _spans(text, "Sentence", language)


def syllables(text: str) -> list[Span]:
    """The syllables of a Burmese text; numbers, Latin words and signs are pieces of their own.

    White space belongs to no piece; every other character to exactly one.

    >>> text = "မင်္ဂလာပါ ၁၂။"
    >>> [text[start:end] for start, end in syllables(text)]
    ['မင်္ဂ', 'လာ', 'ပါ', '၁၂', '။']
    """
    return [match.span() for match in _SYLLABLE.finditer(text)]
