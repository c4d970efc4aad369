"""The order in which Burmese signs are stored: medials, ေ, vowels above, below, beside, then tones."""

import re

SIGNS = "\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u1036\u1037\u1038"
"""ျ ြ ွ ှ, ေ, ိ ီ ဲ, ု ူ, ါ ာ, ံ, ့, း: the order of Unicode's core specification, in NFC."""

_RANK = {sign: rank for rank, sign in enumerate(SIGNS)}
_RUN = re.compile(f"[{SIGNS}]{{2,}}")
_DOUBLED = re.compile(r"(.)\1+")


def in_order(text: str) -> str:
    """The text with each run of signs in order.

    >>> in_order("ပုိ") == "ပို"
    True
    """
    return _RUN.sub(lambda run: "".join(sorted(run[0], key=_RANK.__getitem__)), text)


def without_doubles(text: str) -> str:
    """The text with each sign of a run once."""
    return _RUN.sub(lambda run: _DOUBLED.sub(r"\1", run[0]), text)
