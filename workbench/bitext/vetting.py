"""Which of many texts need a second look, told for all of them at once.

Nearly every text that goes in or out is English or Unicode Burmese on one line: `clean` leaves it as it
is, and `looks_zawgyi` passes it over. To ask both takes nine microseconds a unit. Here the texts are
laid end to end and each two characters that stand side by side are looked up in a table; that takes a
twentieth, and only the texts it names are then looked at one by one. Burmese in which nothing is odd
and nothing is what Unicode alone has, mostly a word or two, is asked whether it is Zawgyi.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from workbench.bitext.zawgyi import looks_zawgyi
from workbench.text.stacks import STACKS

_END = "\n"
"""Stands before, between and after the texts."""
_ALL = range(0x10000)
_USUAL = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1000, 0x1022), *range(0x1023, 0x1028),
    *range(0x1029, 0x1033), *range(0x1036, 0x1050), *range(0x200B, 0x200E), *range(0x2010, 0x2028),
    ord(_END),
)  # fmt: skip
"""ASCII, Latin, Burmese as Unicode has it, dashes and quotation marks."""
_CONSONANTS = (*range(0x1000, 0x102B), *range(0x103B, 0x1040))
_LINE_END, _SPACE = (ord(_END),), (ord(" "),)
_Rules = tuple[tuple[Iterable[int], Iterable[int]], ...]
_CLASHES: _Rules = (
    (set(_ALL) - set(_USUAL), _ALL),
    ((*_LINE_END, *_SPACE), _SPACE),
    (_SPACE, _LINE_END),
    ((0x1039,), set(_ALL) - set(range(0x1000, 0x1022))),  # Zawgyi's asat; ours stacks two consonants
    (set(_ALL) - set(_CONSONANTS), (0x1031, 0x103B)),  # the vowel e or a medial before its consonant
    ((0x103A,), (*range(0x102B, 0x1033), 0x1037, 0x103C, 0x103D)),  # Zawgyi's medial ya; NFC turns 1037
    ((0x1025,), (0x102E,)),  # which NFC makes one letter
    ((0x1036,), (0x102F,)),  # in Zawgyi's order
)
"""What may not be followed by what."""
_PROOFS: _Rules = (
    ((0x103E,), _ALL),
    ((0x1031,), (0x102C, 0x1038)),
    ((0x103B,), (0x102C, 0x102D)),
    ((0x1037,), (0x103A,)),
)
"""What Unicode alone has, as `text.glance` counts it."""
_LETTERS: _Rules = (((*range(0x1000, 0x1040), *range(0x104C, 0x1050)), _ALL),)
_STACKING: _Rules = (((0x1039,), _ALL),)
_RULES = (*_CLASHES, *_PROOFS, *_LETTERS, *_STACKING)


def _bits(rules: _Rules) -> int:
    """The bits that say of a text that it met one of these rules."""
    first = _RULES.index(rules[0])
    return sum(1 << bit for bit in range(first, first + len(rules)))


_CLASHING, _PROVING, _BURMESE, _STACKS = map(_bits, (_CLASHES, _PROOFS, _LETTERS, _STACKING))


def _table() -> np.ndarray:
    """For each character a bit for each rule it begins, and sixteen higher one for each it ends."""
    table = np.zeros(len(_ALL), np.uint32)
    for bit, (first, second) in enumerate(_RULES):
        table[list(first)] |= 1 << bit
        table[list(second)] |= 1 << bit + 16
    return table


_TABLE = _table()
_KNOWN_STACKS = np.array(
    [ord(stack[0]) << 16 | ord(stack[2]) for stack in STACKS]
    + [0x103A << 16 | under for under in range(0x1000, 0x1022)],  # kinzi
    np.uint32,
)


def doubtful(texts: Sequence[str]) -> set[int]:
    """The places of all texts that `clean` might change or that might look like Zawgyi.

    >>> doubtful(["One.", "two  spaces", "မြန်မာစာ", "ျမန္မာစာ", "a tab\\t", "ဟုတ္ကဲ့"])
    {1, 3, 4, 5}
    """
    if not texts:
        return set()
    joined = f"{_END}{_END.join(texts)}{_END}"
    signs = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    ends = np.flatnonzero(signs == _LINE_END[0])
    if len(ends) != len(texts) + 1:
        return _apart(texts)
    rules = _TABLE.take(signs, mode="clip")
    met = np.bitwise_or.reduceat(rules[:-1] & (rules[1:] >> 16), ends[:-1])
    odd = (met & _CLASHING) != 0
    unproven = ~odd & _unproven(met, signs, ends)
    doubted = set(np.flatnonzero(odd).tolist())
    return doubted.union(at for at in np.flatnonzero(unproven).tolist() if looks_zawgyi(texts[at]))


def _unproven(met: np.ndarray, signs: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Which texts are Burmese without a proof that they are Unicode; whoever stacks needs two."""
    places = np.flatnonzero(signs == 0x1039)
    stacks = signs[places - 1].astype(np.uint32) << 16 | signs[places + 1]
    unknown = np.zeros(len(met), np.bool_)
    unknown[np.searchsorted(ends, places[~np.isin(stacks, _KNOWN_STACKS)]) - 1] = True
    proofs = met & _PROVING
    at_most_one = (proofs & (proofs - 1)) == 0
    unproven = (proofs == 0) | unknown | (((met & _STACKS) != 0) & at_most_one)
    found: np.ndarray = unproven & ((met & _BURMESE) != 0)
    return found


def _apart(texts: Sequence[str]) -> set[int]:
    """The same where line ends stand within texts; these are doubtful for that alone."""
    broken = {place for place, text in enumerate(texts) if _END in text}
    return broken | doubtful([text.replace(_END, " ") for text in texts])
