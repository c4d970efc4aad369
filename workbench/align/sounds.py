"""Names compared by their sound: "Marianne Koskinen" and မာရီယန်း ကော့စကီနင်.

Only lines that are names and nothing else: signatories, cells of a table. The Burmese is romanised by
ICU, and of both the consonants are kept, those that are heard alike as one. Of CLDR's 846 names of
countries and languages 64 % are then like their own Burmese name by three quarters and 1.3 % like
another one; of Burmese names of three words 74 % and 1.2 %. Inside a sentence a name of five consonants
finds its like by chance too often (in 67 % of the true and 33 % of the other sentences), so nothing is
sought there.
"""

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from workbench.align.beads import SHAPES, Band, Floats
from workbench.align.ladder import Side
from workbench.segment import Segment
from workbench.text.transliteration import romanise

Sounds = NDArray[np.object_]
ALIKE = 0.75
"""Similarity from which two names are said to sound alike."""
_FROM, _SLOPE, _MOST = 0.58, 16.0, 4.0
"""How the log odds rise with the similarity: 2.7 at three quarters, 4 from .83 on."""
_LONGEST = 80
_LATIN = re.compile(r"[\W\dA-Za-z_À-ɏ]*")
_SMALL = frozenset(("of", "the", "and", "de", "van", "bin"))
"""What may stand in a name without a capital."""
_ENDS = re.compile(r"[။?!:;]|[a-z]{3}\.$")
_SPELLED = ((r"tch|sch|ch|sh|ky|gy|c(?=[eiy])|g(?=[ei])", "s"), (r"ck|kh|[cgq]", "k"))
"""How English spells some consonants; ICU's romanisation has others."""
_ROMANISED = ((r"hky|ky|gy|hc|rh|hs|c", "s"), (r"ar(?![aeiou])", "a"), (r"ng|ny", "n"), (r"hk|g", "k"))
_HEARD = (
    (r"x", "ks"), (r"ph|hp|[bfv]", "p"), (r"th|ht|d", "t"), (r"[zj]", "s"),
    (r"[^a-z]|[aeiouyhw]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip


def sounds(segments: Side, latin: bool) -> Sounds:
    """The sound of each segment that is a name in the script of its text; nothing for the others."""
    found = (sound(each.text) if _is_name(each, latin) else "" for each in segments)
    return np.array(list(found), dtype=object)


@lru_cache(maxsize=10_000)
def sound(text: str) -> str:
    """The consonants of a name, those that are heard alike as one.

    >>> sound("Khin Sandar"), sound("ခင်စန္ဒာ"), sound("Botswana"), sound("ဘော့ဆွာနာ")
    ('knsntr', 'knsnt', 'ptsn', 'ptsn')
    """
    latin = is_latin(text)
    plain = text.lower() if text.isascii() else romanise(text)
    for pattern, letter in (*(_SPELLED if latin else _ROMANISED), *_HEARD):
        plain = re.sub(pattern, letter, plain)
    return plain


def is_latin(text: str) -> bool:
    """Whether all letters of a text are Latin.

    >>> is_latin("José (3)"), is_latin("ဝါရန် (Warren)")
    (True, False)
    """
    return _LATIN.fullmatch(text) is not None


def similarity(one: str, other: str) -> float:
    """How alike two sounds are, from 0 to 1; one that is missing is like no other."""
    return Indel.normalized_similarity(one, other) if one and other else 0.0


def sound_evidence(source: Sounds, target: Sounds, band: Band) -> Floats:
    """What names that sound alike give to beads of one to one: log odds, never against."""
    result = np.zeros((len(SHAPES), band.sources + 1, band.width))
    shape, named = SHAPES.index((1, 1)), target != ""
    for i in np.flatnonzero(source != "") + 1:
        ends = band.starts[i] + np.arange(band.width)
        places = np.flatnonzero((ends > 0) & (ends <= len(target)))
        places = places[named[ends[places] - 1]]
        if len(places):
            alike = cdist([source[i - 1]], target[ends[places] - 1], scorer=Indel.normalized_similarity)
            result[shape, i, places] = np.clip(_SLOPE * (alike[0] - _FROM), 0.0, _MOST)
    return result


def _is_name(segment: Segment, latin: bool) -> bool:
    """Whether a segment may be a name and nothing else: capitals if Latin, and no sentence."""
    text = segment.text.strip()
    if not text or is_latin(text) != latin or len(text) > _LONGEST or _ENDS.search(text):
        return False
    words = [word for each in text.split() if (word := each.strip("().,'\"“”-"))]
    return not latin or all(word in _SMALL or not word[0].islower() for word in words)
