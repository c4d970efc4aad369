"""How likely a text is as one of the other languages that Myanmar script writes.

No free text of them is at hand to count, so the model is flat: what letters and signs each language has,
and how its syllables are built. That is enough to protect them from being taken for Zawgyi, which uses
their code points for other shapes. Repertoires: Unicode core specification, chapter 16.4, and the CLDR
exemplars. Likelihoods are natural logarithms.
"""

import re
import unicodedata
from dataclasses import dataclass

from workbench.saying import say
from workbench.text.memo import Memo
from workbench.text.myanmar import (
    CONSONANTS,
    DIGITS,
    LETTERS,
    MARKS,
    OTHER_LETTERS,
    OTHER_MARKS,
    SHAN_DIGITS,
    VIRAMA,
    VOWEL_LETTERS,
)  # fmt: skip
from workbench.text.syllables import CLUSTER

_BURMESE = CONSONANTS + VOWEL_LETTERS
_KAREN_CONSONANTS = "\u1000-\u1009\u1010-\u1014\u1015-\u101f\u1021\u1027"  # no Pali retroflexes
_TAI = (
    "\u1000\u1004\u1010-\u1015\u101e\u101a-\u101d\u1019\u101f\u1022"
    "\u1050\u1075-\u1081\uaa60-\uaa6f\uaa71-\uaa76\uaa7a\ua9e0-\ua9e4\ua9e7-\ua9ef\ua9fa-\ua9fe"
)


@dataclass(frozen=True, slots=True)
class _Repertoire:
    """A language or a group of them: letters, marks, and whether a vowel may follow an asat."""

    letters: str
    marks: str
    vowel_after_asat: bool = False
    shan_digits: bool = False


REPERTOIRES = {
    say("Shan, Khamti or Tai Laing"): _Repertoire(
        _TAI,
        "\u1062\u1083-\u1086\u102d-\u1032\u1034\u1035\u103a-\u103e\u1036\u1038\u1082"
        "\u1087-\u108a\u109a-\u109d\uaa70\uaa7c\uaa7d\ua9e5",
        shan_digits=True,
    ),
    say("Mon"): _Repertoire(
        _BURMESE + "\u1022\u1028\u105a-\u105d", MARKS + "\u1033-\u1035\u105e-\u1060"
    ),
    say("S'gaw Karen"): _Repertoire(
        _BURMESE + "\u1061",
        "\u102b\u102c\u1036\u1062\u102f\u1030\u1037\u1032\u102d\u102e\u103a\u1063\u1064\u1038\u103b-\u103e\u1060",
    ),
    say("Western Pwo Karen or Asho Chin"): _Repertoire(
        _KAREN_CONSONANTS + "\u105c\u1061\u1065\u1066", MARKS + "\u1060\u1062-\u1064\u1067-\u106d"
    ),
    say("Eastern Pwo Karen"): _Repertoire(
        _BURMESE + "\u105c\u1061\u1065\u1066\u106e-\u1070", MARKS + "\u105e-\u1060\u108b-\u108d", True
    ),
    say("Pa-O"): _Repertoire(_BURMESE, MARKS + "\u108f\uaa7b"),
    say("Karenni or Palaung"): _Repertoire(
        "\u1000-\u1002\u1004-\u1006\u100a\u1010-\u1012\u1014-\u101f\u1021\u105c",
        MARKS + "\u1033\u1034\u1060\u1062\u1064\u1071-\u1074\u108e\u108f",
        vowel_after_asat=True,
    ),
}

ONLY_OTHER = re.compile(f"[{OTHER_LETTERS}{OTHER_MARKS}]")
"""A character of another language of Myanmar, if the text is Unicode."""

_NO_LETTER = f"[^{LETTERS}{VIRAMA}\u103a]"
_SYLLABLE = re.compile(
    rf"([{LETTERS}])((?:{VIRAMA}[{LETTERS}])*)([\u103b-\u103e\u1082\u105e-\u1060]*)({_NO_LETTER}*)"
    rf"([{CONSONANTS}{OTHER_LETTERS}]\u103a|\u103a[^{LETTERS}{VIRAMA}]?)?({_NO_LETTER}*)|."
)
_TONE_INSIDE = re.compile(
    "[\u108f\uaa7b\u1087-\u108a\u1069-\u106d\u109a\u109b](?=[\u102b-\u1032\u1036\u103b-\u103e])"
)
_ASAT_THEN_VOWEL = re.compile("\u103a[\u102b-\u1030\u1032\u1036\u1033-\u1035\u103b-\u103e]")

# Nats for one letter of about thirty-five, one vowel of ten, one final of fifteen, and for what no
# language does.
_LETTER, _STACKED, _MEDIAL, _VOWEL, _NO_VOWEL, _FINAL, _NO_FINAL, _TONE = (
    -3.5,
    -3,
    -2,
    -2.3,
    -1.2,
    -3,
    -0.7,
    -2,
)
_FOREIGN, _ILLEGAL = -8.0, -14.0
_NO_SIGN_OF_ANOTHER = -2.0  # a text without one letter of its own is Burmese rather


def _of_syllable(parts: re.Match[str], repertoire: _Repertoire, known: re.Pattern[str]) -> float:
    letter, stacked, medials, vowels, final, tones = parts.groups()
    if not letter:
        return _ILLEGAL
    faults = len(_TONE_INSIDE.findall(parts[0])) + len(known.sub("", parts[0]))
    if not repertoire.vowel_after_asat:
        faults += len(_ASAT_THEN_VOWEL.findall(parts[0]))
    return (
        _LETTER
        + _STACKED * len(stacked)
        + _MEDIAL * len(medials)
        + (_VOWEL * len(vowels) or _NO_VOWEL)
        + (_FINAL if final else _NO_FINAL)
        + _TONE * len(tones)
        + _FOREIGN * faults
    )


def _cluster_memo(repertoire: _Repertoire) -> Memo[float]:
    known = re.compile(f"[{repertoire.letters}{repertoire.marks}{VIRAMA}]")
    digit = -10.0 if repertoire.shan_digits else _ILLEGAL

    def likelihood(cluster: str) -> float:
        if re.match(f"[{DIGITS}{SHAN_DIGITS}]", cluster):
            return digit
        text = unicodedata.normalize("NFC", cluster)
        return sum(_of_syllable(parts, repertoire, known) for parts in _SYLLABLE.finditer(text))

    return Memo(likelihood)


_MEMOS = {name: _cluster_memo(repertoire) for name, repertoire in REPERTOIRES.items()}


def likeliest(text: str) -> tuple[str, float]:
    """The language (or group) this text is likeliest in, and the logarithm of its likelihood there.

    >>> likeliest("ၵႂၢမ်းတႆး")[0]
    'Shan, Khamti or Tai Laing'
    """
    clusters = CLUSTER.findall(text)
    scores = {name: sum(map(memo.__getitem__, clusters)) for name, memo in _MEMOS.items()}
    name = max(scores, key=scores.__getitem__)
    return name, scores[name] + (0.0 if ONLY_OTHER.search(text) else _NO_SIGN_OF_ANOTHER)
