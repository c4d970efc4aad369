"""Is this Burmese in Unicode, in Zawgyi, or in neither? The verdict on a line.

Three readings are weighed: the text as it stands, the text converted from Zawgyi, and the text as
another language in Myanmar script. The first two are measured by one model of Burmese syllables, so
that no Zawgyi had to be learnt; the likelier reading wins, Zawgyi only with a margin. Long lines are
mostly decided sooner, by spellings that only one of the encodings can have.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from workbench.text import conversion
from workbench.text.conversion import convert
from workbench.text.glance import has_unicode_spelling, hint_of_more, is_zawgyi_at_a_glance
from workbench.text.memo import Memo
from workbench.text.other_languages import ONLY_OTHER, likeliest
from workbench.text.runs import Run, best_path, pieces, runs
from workbench.text.syllables import burmese
from workbench.text.witness import testimony


class Verdict(StrEnum):
    """What a text is: `neutral` where both readings agree, `other` for Shan, Mon, Karen and so on."""

    UNICODE = "unicode"
    ZAWGYI = "zawgyi"
    NEUTRAL = "neutral"
    OTHER = "other"
    MIXED = "mixed"


MARGIN = 3.0  # nats by which Zawgyi must be likelier: a false alarm destroys a right text
UNDECIDED = 6.0  # nats around the margin within which a witness and the neighbours are heard
_OTHER_IS_RARE = 6.5  # nats against the other languages where the alternative is Zawgyi
_SURE = 40.0  # the margin that stands for "beyond doubt" where nothing was weighed

_ALL_BUT_SLIPS = 0.9  # a Zawgyi line with a word or two of Unicode in it is still called Zawgyi
_HAS_LETTER = re.compile(
    "[\u1000-\u103f\u104c-\u108f\u109a-\u109d\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f]"
)
_FOREIGN_TO_ZAWGYI = (
    "[\u1022\u1028\u1035\u103e\u103f\u1050-\u1059\u105b-\u105f\u1098-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f]"
)
_E_MISPLACED = 8.0  # nats against each ေ that stands where Unicode has it
_ODD_IN_ZAWGYI = re.compile(
    # asat misplaced
    "[\u102d\u102e\u102f\u1030\u1032\u1033\u1034]\u1039|\u1039[\u103c\u103d\u1087\u108a]"
    # a medial after a vowel
    "|[\u102d\u102e\u1032\u102c\u102b\u1036\u1037\u1038][\u103a\u107d\u103c\u103d\u108a\u1088\u1089]"
    rf"|\u1038[{conversion.TRAILING}]"  # visarga is last
    "|[\u1000-\u1021\u103f][\u1033\u1034]"  # the low ု ူ under a plain consonant
)
_WRONG_IN_ZAWGYI = re.compile(
    f"{_FOREIGN_TO_ZAWGYI}"
    rf"|\u108f(?![{conversion.TRAILING}])|\u108f[\u102c\u102b\u1038]"  # ႏ where nothing stands below it
    "|\u102d[\u102e\u1030\u1034]|[\u1030\u1034]\u102d"  # ိ with a long vowel
    "|(?<=.)[\u103b\u107e-\u1084]$"  # ra after its consonant
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # it tears a syllable in either reading
_LEADING = re.compile(f"[{conversion.LEADING}]*")
_TRAILING = re.compile(f"[{conversion.TRAILING}]")


@dataclass(frozen=True, slots=True)
class Detection:
    """A verdict, the chance from 0 to 1 that the text is Zawgyi, and the margin it was decided by.

    `margin` is how many nats likelier the Zawgyi reading is than the best other one. A text in which
    both encodings stand has its `runs`.
    """

    verdict: Verdict
    zawgyi: float
    margin: float = 0.0
    runs: tuple[Run, ...] = ()

    @property
    def has_zawgyi(self) -> bool:
        """Whether Zawgyi stands in the text, as the whole of it or in a part."""
        return self.verdict in (Verdict.ZAWGYI, Verdict.MIXED)


def chance(margin: float) -> float:
    """The chance that a text with this margin is Zawgyi, even at `MARGIN`."""
    return round(1 / (1 + math.exp(min(60.0, MARGIN - margin))), 4)


def _typing(cluster: str) -> float:
    """What is unlikely about a cluster as Zawgyi: dangling signs, foreign code points, odd order."""
    cost = -8.0 * len(_WRONG_IN_ZAWGYI.findall(cluster)) - 4.0 * len(_ODD_IN_ZAWGYI.findall(cluster))
    leading = _LEADING.match(cluster)
    assert leading is not None
    after = cluster[leading.end() :]
    if after and not _TRAILING.match(after):
        return cost
    if cluster == "\u1031":  # a text cut between ေ and its consonant
        return cost - 5.0
    return cost - (12.0 if leading[0] else 6.0)


_TYPING = Memo(_typing)
_NEUTRAL = Detection(Verdict.NEUTRAL, 0.0)
_SURELY_UNICODE = Detection(Verdict.UNICODE, 0.0, -_SURE)
_SURELY_ZAWGYI = Detection(Verdict.ZAWGYI, 1.0, _SURE)


def _readings(text: str, converted: str) -> tuple[float, float]:
    """The likelihood of a text as it stands, and read as Zawgyi."""
    model = burmese()
    text, converted = _INVISIBLE.sub("", text), _INVISIBLE.sub("", converted)
    typing = sum(map(_TYPING.__getitem__, conversion.CLUSTER.findall(conversion.prepared(text))))
    typing -= _E_MISPLACED * len(conversion.E_AS_IN_UNICODE.findall(text))
    return model.likelihood(text), model.likelihood(converted) + typing


def weigh(text: str) -> Detection:
    """The verdict on a text by the likelihood of its readings."""
    converted = convert(text)
    if unicodedata.normalize("NFC", converted) == unicodedata.normalize("NFC", text):
        return _NEUTRAL
    as_it_stands, as_zawgyi = _readings(text, converted)
    as_other = -math.inf
    if as_zawgyi > as_it_stands or ONLY_OTHER.search(text):
        as_other = likeliest(text)[1] - _OTHER_IS_RARE
    margin = as_zawgyi - max(as_it_stands, as_other)
    if abs(margin - MARGIN) < UNDECIDED:
        margin += testimony(text)
    if margin > MARGIN:
        return Detection(Verdict.ZAWGYI, chance(margin), margin)
    verdict = Verdict.OTHER if as_other > as_it_stands else Verdict.UNICODE
    return Detection(verdict, chance(margin), margin)


def _may_be_mixed(text: str, whole: Detection) -> bool:
    """Whether something in the text speaks against its verdict."""
    if whole.verdict is Verdict.UNICODE:
        return hint_of_more(text)
    return whole.verdict is Verdict.ZAWGYI and has_unicode_spelling(text)


def _mixed(text: str, whole: Detection) -> Detection:
    """The verdict on the whole, or `mixed` with its runs where two encodings explain it far better."""
    spans = pieces(text)
    if len(spans) < 2 or not _may_be_mixed(text, whole):
        return whole
    margins = []
    for start, end in spans:
        as_it_stands, as_zawgyi = _readings(text[start:end], convert(text[start:end]))
        margins.append(as_zawgyi - as_it_stands)
    path = best_path(margins)
    if path is None:
        return whole
    found = runs(spans, path)
    zawgyi = sum(run.end - run.start for run in found if run.zawgyi)
    share = zawgyi / sum(run.end - run.start for run in found)
    verdict = Verdict.ZAWGYI if share > _ALL_BUT_SLIPS else Verdict.MIXED
    return Detection(verdict, round(share, 4), whole.margin, found)


def detect(text: str) -> Detection:
    """The verdict on a text that stands alone.

    >>> detect("မင်္ဂလာပါ").verdict, detect("မဂၤလာပါ").verdict, detect("၁၂၃။").verdict
    (<Verdict.UNICODE: 'unicode'>, <Verdict.ZAWGYI: 'zawgyi'>, <Verdict.NEUTRAL: 'neutral'>)
    """
    if text.isascii() or not _HAS_LETTER.search(text):
        return _NEUTRAL
    glance = is_zawgyi_at_a_glance(text)
    if glance is None:
        return _mixed(text, weigh(text))
    return _SURELY_ZAWGYI if glance else _SURELY_UNICODE
