"""What myanmartools says of a text: one witness, asked only where our own evidence is thin."""

import math
import warnings
from functools import cache

from myanmartools import ZawgyiDetector

_WEIGHT, _MOST = 0.5, 3.0  # it is sure of itself even where it errs: half its odds, and never many nats


@cache
def _detector() -> ZawgyiDetector:
    with warnings.catch_warnings():  # it opens its table by a call that Python has deprecated
        warnings.simplefilter("ignore", DeprecationWarning)
        return ZawgyiDetector()


def testimony(text: str) -> float:
    """How many nats its answer is worth: above 0 for Zawgyi, below 0 against it, 0 where it has none.

    >>> testimony("hello"), testimony("ျမန္မာ"), testimony("ကျောင်း")
    (0.0, 3.0, -3.0)
    """
    chance: float = _detector().get_zawgyi_probability(text)
    if chance == -math.inf:  # its answer where there is no Myanmar letter
        return 0.0
    chance = min(max(chance, 1e-9), 1 - 1e-9)
    return min(_MOST, max(-_MOST, _WEIGHT * math.log(chance / (1 - chance))))
