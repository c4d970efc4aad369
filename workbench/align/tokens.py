"""What a text offers to be compared by: words for the lexicon, and tokens that both scripts share."""

import re
from functools import lru_cache

from workbench.segment import Segment
from workbench.text.numerals import numbers
from workbench.text.words import words

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_MYANMAR = re.compile(r"[က-ဿၐ-ႏ]")
_SIGN = re.compile(r'[?!%$"“”()\[\]:;€£…]')
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "ly", "es", "s", "e", "y",
)  # fmt: skip
_ENDS = {"my": re.compile("။"), "": re.compile(r"[.!?][\"”’)\]]*(?=\s|$)")}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """An English word without its ending, so that few examples go further; for comparing only.

    >>> stem("infections"), stem("infected"), stem("china's"), stem("was")
    ('infection', 'infect', 'china', 'was')
    """
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 3 and len(word) > 3:
            return word[: -len(ending)]
    return word


def lexical_words(text: str, language: str) -> list[str]:
    """The words of a text as the lexicon knows them, then its signs; numbers are apart.

    >>> lexical_words("Infections: 12", "en")
    ['infection', ':']
    """
    pieces = [text[start:end] for start, end in words(text, language)]
    if language == "my":
        found = [each for each in pieces if _MYANMAR.match(each)]
    else:
        plain = [each.lower().replace("’", "'") for each in pieces if not each[0].isdigit()]
        found = [stem(each) for each in plain] if language == "en" else plain
    signs = ['"' if each in "“”" else each for each in _SIGN.findall(text)]
    return found + signs


def number_tokens(text: str) -> list[str]:
    """The numbers of a text, Burmese and Latin digits alike.

    >>> number_tokens("၁,၂၀၀ ကျပ်")
    ['#1200']
    """
    return ["#" + each for each in numbers(text)]


def latin_tokens(text: str) -> list[str]:
    """Words in Latin letters, in lower case.

    >>> latin_tokens("ဝါရန် (Warren)")
    ['warren']
    """
    return [each.lower() for each in _LATIN.findall(text)]


def sentences_in(segment: Segment) -> int:
    """How many sentences the signs of a segment promise, at least one."""
    ends = _ENDS.get(segment.language.split("-")[0], _ENDS[""])
    return max(1, len(ends.findall(segment.text)))
