"""A text as it is searched, so that spellings which say the same are the same.

Zawgyi becomes Unicode; compatibility forms (NFKC) and the order of signs become one; digits are Latin,
letters lower case, quotes and dashes plain; what cannot be seen goes, and so does a space between two
Burmese words, which writers set or leave as they like.
"""

import re
import unicodedata

from workbench.text.conversion import convert
from workbench.text.documents import unicode_of
from workbench.text.myanmar import VIRAMA
from workbench.text.numerals import latin_digits
from workbench.text.ordering import in_order
from workbench.text.words import Span
from workbench.text.zawgyi import MARGIN, detect

_UNSEEN = "\u0000-\u0008\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_PLAIN = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')
_MYANMAR = "\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f"
_LOOSE_SPACE = re.compile(rf"(?<=[{_MYANMAR}])\s+(?=[{_MYANMAR}0-9])|(?<=[0-9])\s+(?=[{_MYANMAR}])")
_SPACES = re.compile(r"\s+")
_ACCENTS = "\u0300-\u036f"
_RUNS = re.compile(
    # Runs that fold to as many characters as they have are told apart character by character.
    rf"[!-~]+(?: [!-~]+)*(?![{_ACCENTS}])|[{_MYANMAR}]+|\s[\s{_UNSEEN}]*|[{_UNSEEN}]+|.[{_ACCENTS}]*",
    re.DOTALL,
)


def fold(text: str) -> str:
    """The text as it is searched.

    >>> fold("Ｎo “80”"), fold("နယ်မြေ ၈၀"), fold("မဂၤလာပါ") == fold("မင်္ဂလာပါ")
    ('no "80"', 'နယ်မြေ80', True)
    """
    return _folded(unicode_of(text))


def readings(words: str) -> tuple[str, ...]:
    """The ways in which words that somebody looks for may be meant, folded: a few letters of Burmese
    are often right both as Unicode and as Zawgyi, or the one in one part and the other in another.

    >>> readings("80"), len(readings("မဂၤလာပါ"))
    (('80',), 2)
    """
    found = [_folded(words), fold(words)]
    if detect(words).margin > -MARGIN:
        found.append(_folded(convert(words)))
    return tuple(dict.fromkeys(each for each in (each.strip() for each in found) if each))


def places(text: str, folded_words: str) -> tuple[Span, ...]:
    """Where folded words stand in a text that is not folded; a sign is never cut from its letter.

    >>> places("နယ်မြေ ၈၀ ရာခိုင်နှုန်း", fold("မြေ 80"))
    ((3, 9),)
    """
    folded, spans = mapped(text)
    found, at = [], folded.find(folded_words) if folded_words else -1
    while at >= 0:
        end = at + len(folded_words)
        found.append(whole(text, spans[at][0], spans[end - 1][1]))
        at = folded.find(folded_words, end)
    return tuple(found)


def mapped(text: str) -> tuple[str, list[Span]]:
    """A text folded as Unicode, and for each character of the folded text where it came from."""
    folded: list[str] = []
    spans: list[Span] = []
    before = ""
    for run in _RUNS.finditer(text):
        (start, end), piece = run.span(), _folded(run[0])
        if piece == " " and _LOOSE_SPACE.search(before[-1:] + " " + _folded(text[end : end + 1])):
            piece = ""
        each = zip(range(start, end), range(start + 1, end + 1), strict=True)
        spans += each if len(piece) == end - start else [(start, end)] * len(piece)
        folded.append(piece)
        before = piece or before
    return "".join(folded), spans


def whole(text: str, start: int, end: int) -> Span:
    """A span of a text, wider by the signs that cling to its first and its last letter.

    >>> whole("ကို", 0, 1), whole("သတ္တဝါ", 1, 2)
    ((0, 3), (1, 4))
    """
    while start and _clings(text[start]):
        start -= 1
    while end < len(text) and (_clings(text[end]) or text[end - 1] == VIRAMA):
        end += 1
    return start, end


def _clings(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _folded(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = in_order(unicodedata.normalize("NFKC", text).translate(_PLAIN))
        text = _LOOSE_SPACE.sub("", latin_digits(text))
    return _SPACES.sub(" ", text.lower())
