"""Which consonants Burmese stacks: those of one row of the alphabet, as in Pali, and a few more."""

_ROWS = ("ကခဂဃင", "စဆဇဈဉ", "ဋဌဍဎဏ", "တထဒဓန", "ပဖဗဘမ")
_OUTSIDE_ROWS = ("ယ္ယ", "လ္လ", "သ္သ", "ဠ္ဠ", "ည္ည")


def _of_row(row: str) -> list[str]:
    """A stop doubles or takes its aspirate; the nasal stands over every sign of its row."""
    first, second, third, fourth, nasal = list(row)
    pairs = [first + first, first + second, third + third, third + fourth]
    pairs += [nasal + under for under in row if nasal != "င"]  # ng is kinzi, never ္
    return ["္".join(pair) for pair in pairs]


STACKS = frozenset(each for row in _ROWS for each in _of_row(row)) | frozenset(_OUTSIDE_ROWS)
"""The stacks of Pali phonology: both consonants with the virama between them."""
