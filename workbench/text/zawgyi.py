"""Is this Burmese written in Unicode, in Zawgyi, or in neither? The verdict of a line and a document."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from myanmartools import ZawgyiDetector

_LETTERS = re.compile("[က-ဿၐ-႟ꧠ-ꧾꩠ-ꩿ]")


class Verdict(StrEnum):
    """What a text is: `neutral` where both readings agree, `other` for e.g. Shan or Mon."""

    UNICODE = "unicode"
    ZAWGYI = "zawgyi"
    NEUTRAL = "neutral"
    OTHER = "other"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Detection:
    """A verdict, the chance from 0 to 1 that the text is Zawgyi, and what speaks for it, in words."""

    verdict: Verdict
    zawgyi: float
    evidence: tuple[str, ...] = ()


@cache
def _myanmartools() -> ZawgyiDetector:
    with warnings.catch_warnings():  # it opens its model by a deprecated call
        warnings.simplefilter("ignore", DeprecationWarning)
        return ZawgyiDetector()


def detect(text: str) -> Detection:
    """The verdict on a text that stands alone.

    >>> detect("မင်္ဂလာပါ").verdict, detect("ျမန္မာစာ").verdict, detect("၁၂၃။").verdict
    (<Verdict.UNICODE: 'unicode'>, <Verdict.ZAWGYI: 'zawgyi'>, <Verdict.NEUTRAL: 'neutral'>)
    """
    if not _LETTERS.search(text):
        return Detection(Verdict.NEUTRAL, 0.0)
    chance = _myanmartools().get_zawgyi_probability(text)
    verdict = Verdict.ZAWGYI if chance > 0.95 else Verdict.UNICODE
    return Detection(verdict, round(max(chance, 0.0), 4))


def detect_lines(lines: Iterable[str]) -> Iterator[Detection]:
    """The verdict on each line of a document, in order; a doubtful line leans on its neighbours."""
    return map(detect, lines)
