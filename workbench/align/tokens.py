"""What a text offers to be compared by: words for the lexicon, and tokens that both scripts share."""

import re
from functools import lru_cache

from workbench.segment import Segment
from workbench.text.amounts import amounts
from workbench.text.dates import dates
from workbench.text.numerals import latin_digits, numbers
from workbench.text.spelled import spelled
from workbench.text.words import words

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_MYANMAR = re.compile(r"[က-ဿၐ-ႏ]")
_SIGN = re.compile(r'[?!%$"“”()\[\]:;€£…]')
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "ly", "es", "s", "e", "y",
)  # fmt: skip
# The stop of an abbreviation has a single letter before it, or a small letter after it.
_ENDS = {"my": re.compile("။"), "": re.compile(r"(?:(?<!\b\w)\.|[!?])[\"”’)\]]*(?=\s+[^\sa-z]|\s*$)")}
DOUBTFUL = "~"
"""Marks a number that may be another word: it explains one across and is never expected there."""
_BURMESE_LETTERS = "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ"


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


@lru_cache(maxsize=4096)
def word_forms(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The words of a text as they stand and as the lexicon knows them.

    >>> word_forms("Infections: 12", "en")
    (('Infections', 'infection'),)
    """
    pieces = [text[start:end] for start, end in words(text, language)]
    language = language.split("-")[0]
    if language == "my":
        return tuple((each, each) for each in pieces if _MYANMAR.match(each))
    plain = ((each, each.lower().replace("’", "'")) for each in pieces if not each[0].isdigit())
    return tuple((each, stem(form) if language == "en" else form) for each, form in plain)


def lexical_words(text: str, language: str) -> list[str]:
    """The words of a text as the lexicon knows them, then its signs; numbers are apart.

    >>> lexical_words("Infections: 12", "en")
    ['infection', ':']
    """
    signs = ['"' if each in "“”" else each for each in _SIGN.findall(text)]
    return [form for _, form in word_forms(text, language)] + signs


def number_tokens(text: str) -> list[str]:
    """The numbers of a text as the lexicon knows them, Burmese and Latin digits alike.

    >>> number_tokens("၁,၂၀၀ ကျပ်")
    ['#1200']
    """
    return ["#" + each for each in numbers(text)]


def amount_tokens(text: str) -> list[str]:
    """The numbers in digits by their values, with all they may have.

    >>> amount_tokens("2.5 million people"), amount_tokens("လူ ၂၅ သိန်း")
    (['2500000|5/2'], ['2500000|25'])
    """
    return ["|".join(map(str, each.values)) for each in amounts(text)]


def numeral_tokens(text: str) -> list[str]:
    """The numbers written as words by their values; those that may be other words are marked.

    >>> numeral_tokens("Three hundred, for the second time"), numeral_tokens("သုံးရာ")
    (['300', '~2'], ['300'])
    """
    return [f"{'' if each.sure else DOUBTFUL}{each.value}" for each in spelled(text)]


def values(token: str) -> list[str]:
    """The values of a number's token.

    >>> values("2500000|25"), values("~2")
    (['2500000', '25'], ['2'])
    """
    return token.removeprefix(DOUBTFUL).split("|")


def date_tokens(text: str) -> list[str]:
    """What the dates of a text say, as far as two texts may agree in it: month, day of a month, weekday.

    >>> date_tokens("Monday, 1 February 2021"), date_tokens("ဖေဖော်ဝါရီလတွင်")
    (['month 2', 'day 2-1', 'weekday 2'], ['month 2'])
    """
    found = []
    for date in dates(text):
        found += [f"month {date.month}"] * bool(date.month)
        found += [f"day {date.month}-{date.day}"] * bool(date.month and date.day)
        found += [f"weekday {date.weekday}"] * bool(date.weekday)
    return found


def latin_tokens(text: str) -> list[str]:
    """Words in Latin letters, in lower case.

    >>> latin_tokens("ဝါရန် (Warren)")
    ['warren']
    """
    return [each.lower() for each in _LATIN.findall(text)]


def label_token(label: str) -> str | None:
    """A list label without its script and its brackets; None when it says nothing, like a bullet.

    >>> label_token("5."), label_token("၅။"), label_token("(ခ)"), label_token("b)"), label_token("•")
    ('5', '5', 'b', 'b', None)
    """
    plain = "".join(each for each in latin_digits(label) if each.isalnum()).lower()
    if plain in _BURMESE_LETTERS[:26] and len(plain) == 1:
        return chr(ord("a") + _BURMESE_LETTERS.index(plain))
    return plain or None


def characters(text: str) -> int:
    """The length of a text without its white space."""
    return len("".join(text.split()))


def sentences_in(segment: Segment) -> int:
    """How many sentences a segment seems to hold, by their end signs; what follows the last is one too.

    >>> sentences_in(Segment("He left at 9 a.m. yesterday. Why? Next steps"))
    3
    """
    ends = _ENDS.get(segment.language.split("-")[0], _ENDS[""])
    return max(1, sum(any(map(str.isalnum, piece)) for piece in ends.split(segment.text)))
