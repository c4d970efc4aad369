"""English words, to tell a compound broken at its hyphen from a word broken by one.

The words are SymSpell's frequency dictionary (82,765 words; Google Books n-grams met with SCOWL), read
once, when the first broken word is met.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

_DICTIONARY = "frequency_dictionary_en_82_765.txt"
_COMMON = 200_000  # rarer entries are often fragments and names
_PREFIXED = 2_000_000  # above it, a word with a prefix is mostly written as one: antibody, nonprofit
_PREFIXES = {"anti", "non", "self", "ex", "all", "cross", "post", "pre", "semi", "multi"}
_AFTER_NAMES = {"led", "run", "era", "born", "made", "wide", "based", "owned", "like", "style"}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"[^\W\d_]-[ \t]*\r?\n")


@cache
def _frequencies() -> dict[str, int]:
    text = files("symspellpy").joinpath(_DICTIONARY).read_text(encoding="utf-8-sig")
    return {word: int(count) for word, count in (line.split() for line in text.splitlines())}


def _known(word: str, least: int = _COMMON) -> bool:
    return _frequencies().get(word, 0) >= least


def vocabulary(text: str, limit: int = 200_000) -> frozenset[str]:
    """The words and compounds of a text that has words broken at line ends; empty for any other.

    The first part of every compound stands in it too, with its hyphen ("long-").
    """
    if not _BROKEN.search(text):
        return frozenset()
    words = set(_WORD.findall(text[:limit].lower()))
    return frozenset(words | {word[: word.index("-") + 1] for word in words if "-" in word})


def hyphen_stays(before: str, after: str, seen: AbstractSet[str] = frozenset()) -> bool:
    """Whether the hyphen between two halves of a broken word is a compound's own.

    `seen` holds the words of the same text: they know its names better than any dictionary.

    >>> hyphen_stays("anti", "junta"), hyphen_stays("reso", "lving"), hyphen_stays("Five", "Point")
    (True, False, True)
    """
    if after[0].isupper() or (before.isupper() and len(before) > 1):
        return True
    left, right = before.lower(), after.lower()
    compound, word = f"{left}-{right}", left + right
    if (compound in seen) != (word in seen):
        return compound in seen
    prefix = left in _PREFIXES or f"{left}-" in seen
    if prefix and len(right) > 3 and _known(right) and not _known(word, _PREFIXED):
        return True
    if any(_known(spelling, 1) for spelling in _spellings(word)):
        return False
    if before[0].isupper():
        # Half a name looks like a word more often than a name is part of a compound.
        return right in _AFTER_NAMES or (len(right) > 4 and _known(right, _PREFIXED))
    if len(right) > 3:
        return _known(right) or (_known(left) and _known(right, 1))
    return _known(left) and _known(right)


def _spellings(word: str) -> Iterator[str]:
    """A word as it is, and as it is spelt across the Atlantic."""
    yield word
    for ours, theirs in (("or", "our"), ("ling", "lling"), ("led", "lled"), ("iz", "is")):
        yield word.replace(ours, theirs)
