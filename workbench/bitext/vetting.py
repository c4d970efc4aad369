"""Which of many texts need a second look, told for all of them at once.

Nearly every text that goes in or out is English or Unicode Burmese on one line: `clean` leaves it as it
is, and `looks_zawgyi` passes it over. To ask both takes nine microseconds a unit. Here the texts are
laid end to end and each two characters that stand side by side are looked up in a table; that takes a
twentieth, and only the texts it names are then looked at one by one.
"""

from collections.abc import Iterable, Sequence

import numpy as np

_END = "\n"
"""Stands before, between and after the texts."""
_ALL = range(0x10000)
_USUAL = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1000, 0x1033), *range(0x1035, 0x105A),
    *range(0x105B, 0x1060), *range(0x1098, 0x10A0), *range(0x200B, 0x200E), *range(0x2010, 0x2028),
    ord(_END),
)  # fmt: skip
"""ASCII, Latin, Myanmar but for the signs that Zawgyi alone is full of, dashes and quotation marks."""
_CONSONANTS = (*range(0x1000, 0x102B), *range(0x103B, 0x1040))
_LINE_END, _SPACE = (ord(_END),), (ord(" "),)
_RULES: tuple[tuple[Iterable[int], Iterable[int]], ...] = (
    (set(_ALL) - set(_USUAL), _ALL),
    ((*_LINE_END, *_SPACE), _SPACE),
    (_SPACE, _LINE_END),
    ((0x1039,), set(_ALL) - set(range(0x1000, 0x1022))),  # Zawgyi's asat; ours stacks two consonants
    (set(_ALL) - set(_CONSONANTS), (0x1031, 0x103B)),  # the vowel e or a medial before its consonant
    ((0x103A,), (*range(0x102B, 0x1033), 0x1037, 0x103C, 0x103D)),  # Zawgyi's medial ya; NFC turns 1037
    ((0x1025,), (0x102E,)),  # which NFC makes one letter
)
"""What may not be followed by what."""


def _table() -> np.ndarray:
    """For each character a bit for each rule it begins, and eight higher one for each it ends."""
    table = np.zeros(len(_ALL), np.uint16)
    for bit, (first, second) in enumerate(_RULES):
        table[list(first)] |= 1 << bit
        table[list(second)] |= 1 << bit + 8
    return table


_TABLE = _table()


def doubtful(texts: Sequence[str]) -> set[int]:
    """The places of all texts that `clean` might change or that might look like Zawgyi.

    >>> doubtful(["One.", "two  spaces", "မြန်မာစာ", "ျမန္မာစာ", "a tab\\t"])
    {1, 3, 4}
    """
    if not texts:
        return set()
    joined = f"{_END}{_END.join(texts)}{_END}"
    signs = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    ends = np.flatnonzero(signs == _LINE_END[0])
    if len(ends) != len(texts) + 1:
        return _apart(texts)
    rules = _TABLE.take(signs, mode="clip")
    clashes = np.flatnonzero(rules[:-1] & (rules[1:] >> 8))
    return set((np.searchsorted(ends, clashes, "right") - 1).tolist())


def _apart(texts: Sequence[str]) -> set[int]:
    """The same where line ends stand within texts; these are doubtful for that alone."""
    broken = {place for place, text in enumerate(texts) if _END in text}
    return broken | doubtful([text.replace(_END, " ") for text in texts])
