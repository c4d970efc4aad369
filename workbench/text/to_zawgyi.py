"""Unicode to Zawgyi, for people who must print with old fonts; what cannot survive is named.

Zawgyi gives the shape of a sign its code: the ra that reaches around a wide letter, the u that hangs
low, the letter that stands under another. Each letter with its signs is spelled with the shapes that
fit it, and then read back: where the way back gives another text, the letter is lost.
"""

import re
import unicodedata
from dataclasses import dataclass

from workbench.text.conversion import convert
from workbench.text.memo import Memo
from workbench.text.myanmar import BURMESE_LETTERS, CONSONANTS, GREAT_SA, KINZI, MARKS, VIRAMA
from workbench.text.ordering import in_order
from workbench.text.syllables import CLUSTER

_UNIT = re.compile(
    rf"(?P<kinzi>{KINZI})?(?P<letter>[{BURMESE_LETTERS}])(?:{VIRAMA}(?P<under>[{CONSONANTS}]))?(?P<signs>[{MARKS}]*)"
)
_UNDER = dict(zip("ကခဂဃစဆဇဈဋဌဏတထဒဓနပဖဗဘမလ", "ၠၡၢၣၥၦၨၩၬၭၰၱၳၵၶၷၸၹၺၻၼႅ", strict=True))
_TOGETHER = {"ဏ္ဍ": "႑", "ဋ္ဌ": "႒", "ဋ္ဋ": "႗", "ဍ္ဍ": "ၮ", "ဍ္ဎ": "ၯ"}
_WIDE = set("ကဃဆညဏတထဘယလသဟအ")
_SHORT = {
    "\u1014": "\u108f",
    "\u101b": "\u1090",
    "\u100a": "\u106b",
    "\u1009": "\u106a",
}  # room for a sign below
_RA = {
    (False, False, False): "\u103b", (True, False, False): "\u107e",
    (False, True, False): "\u107f", (True, True, False): "\u1080",
    (False, False, True): "\u1081", (True, False, True): "\u1082",
    (False, True, True): "\u1083", (True, True, True): "\u1084",
}  # fmt: skip
"""The ra by wide letter, sign above, sign below."""
_ABOVE, _BELOW = set("\u102d\u102e\u1032\u1036"), set("\u102f\u1030\u103d\u103e")


@dataclass(frozen=True, slots=True)
class Zawgyi:
    """The text in Zawgyi, and the clusters of the text that do not survive the way there and back."""

    text: str
    lost: tuple[str, ...]


def _unit(parts: re.Match[str]) -> str:
    kinzi, letter, under, signs = parts["kinzi"], parts["letter"], parts["under"], parts["signs"]
    if f"{letter}{VIRAMA}{under}" in _TOGETHER:
        letter, under = _TOGETHER[f"{letter}{VIRAMA}{under}"], None
    elif under and under not in _UNDER:
        return parts[0]
    if signs.startswith("\u103a\u103b"):  # ယောက်ျား: the asat comes before the ya
        return letter + "\u1039\u103a" + _signs(signs[2:], False, letter, True)
    letter = "\u1086" if letter == GREAT_SA else letter
    has = set(signs)
    below = bool(has & _BELOW or under)
    ra = _RA[letter in _WIDE, bool(has & _ABOVE or kinzi), "\u103d" in has] if "\u103c" in has else ""
    if below and (letter != "\u101b" or has & {"\u102f", "\u1030"}):
        letter = _SHORT.get(letter, letter)
    if letter == "\u1009" and has & {"\u103a", "\u102c"}:
        letter = "\u1025"
    before = ("\u1031" if "\u1031" in has else "") + ra
    return (
        before
        + letter
        + (_UNDER[under] if under else "")
        + _signs(signs, bool(kinzi), letter, bool(ra or under))
    )


def _signs(signs: str, kinzi: bool, letter: str, crowded: bool) -> str:
    """The signs after a letter in Zawgyi's order and shapes."""
    has = set(signs)
    medials, crowded = _medials(has, crowded)
    kinzi_sign, above = _above(has, kinzi)
    asat = "\u1039" if "\u103a" in has else ""
    if "\u102b" in has and asat:
        asat, has = "", (has - {"\u102b"}) | {"\u105a"}
    lower = _lower(has, medials, crowded)
    aa = "".join(sign for sign in "\u102b\u102c\u105a" if sign in has)
    dot = _dot(has, letter, medials, crowded) if "\u1037" in has else ""
    return medials + kinzi_sign + above + lower + aa + dot + asat + ("\u1038" if "\u1038" in has else "")


def _medials(has: set[str], crowded: bool) -> tuple[str, bool]:
    ya, wa, ha = ("\u103b" in has, "\u103d" in has, "\u103e" in has)
    if wa and ha:
        below = "\u108a"
    elif ha and has & {"\u102f", "\u1030"}:
        below = "\u1088" if "\u102f" in has else "\u1089"
    elif ha:
        below = "\u1087" if "\u103c" in has else "\u103d"
    else:
        below = "\u103c" if wa else ""
    if ya and below:
        return (below + "\u103a" if below == "\u103d" else "\u107d" + below), True
    return ("\u103a" if ya else "") + below, crowded or ya or bool(below)


def _above(has: set[str], kinzi: bool) -> tuple[str, str]:
    """The kinzi sign and the vowel above: some have one code together."""
    if kinzi:
        for sign, together in (("\u102d", "\u108b"), ("\u102e", "\u108c"), ("\u1036", "\u108d")):
            if sign in has:
                return together, ""
        return "\u1064", "\u1032" if "\u1032" in has else ""
    if {"\u102d", "\u1036"} <= has:
        return "", "\u108e"
    return "", "".join(sign for sign in "\u102d\u102e\u1032\u1036" if sign in has)


def _lower(has: set[str], medials: str, crowded: bool) -> str:
    if medials in ("\u1088", "\u1089"):
        return ""
    for sign, low in (("\u102f", "\u1033"), ("\u1030", "\u1034")):
        if sign in has:
            return low if crowded else sign
    return ""


def _dot(has: set[str], letter: str, medials: str, crowded: bool) -> str:
    """The dot below in the place that the other signs leave free."""
    if crowded and (medials or has & {"\u102f", "\u1030"}):
        return "\u1095"
    return "\u1094" if has & {"\u102f", "\u1030"} or letter in "\u1014\u108f" else "\u1037"


def _cluster(cluster: str) -> tuple[str, bool]:
    text = in_order(unicodedata.normalize("NFC", cluster))
    zawgyi = _UNIT.sub(_unit, text.replace("\u104e\u1004\u103a\u1038", "\u104e"))
    back = unicodedata.normalize("NFC", convert(zawgyi))
    return zawgyi, back == text


_MEMO = Memo(_cluster)


def to_zawgyi(text: str) -> Zawgyi:
    """A Unicode Burmese text in Zawgyi, and the clusters that are lost.

    >>> to_zawgyi("မြန်မာ ကျောင်း")
    Zawgyi(text='ျမန္မာ ေက်ာင္း', lost=())
    >>> to_zawgyi("ၵႂၢမ်း").lost
    ('ၵႂၢမ်း',)
    """
    lost = [cluster for cluster in CLUSTER.findall(text) if not _MEMO[cluster][1]]
    return Zawgyi(CLUSTER.sub(lambda found: _MEMO[found[0]][0], text), tuple(dict.fromkeys(lost)))
