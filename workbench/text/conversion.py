"""Zawgyi to Unicode.

A Zawgyi text is cut into clusters, the signs before a consonant with the consonant and the signs after
it; ICU's transliterator converts each distinct cluster once, with its faults mended around it. What is
no part of a cluster (Latin letters, digits, spaces, punctuation) never passes through ICU.
"""

import re
from functools import cache

import icu

from workbench.text.memo import Memo
from workbench.text.ordering import in_order, without_doubles

_BEFORE = "\u1031\u103b\u107e-\u1084"  # ေ and the many ျ stand before their consonant
_LETTER = "\u1000-\u1021\u1023-\u1027\u1029\u102a\u103f\u106a\u106b\u106e\u106f\u1086\u108f-\u1092\u1097"
_AFTER = (
    "\u102b-\u1030\u1032-\u103a\u103c-\u103e\u105a\u1060-\u1069\u106c\u106d\u1070-\u107d\u1085"
    "\u1087-\u108e\u1093-\u1096"
)
_SPACE = " \u00a0\u200b-\u200d\u2060\u3000\ufeff"
_DOTS = "\u1037\u1094\u1095"  # ့ in its three places
_DIGIT = "\u1040-\u1049"

LEADING, TRAILING = _BEFORE, _AFTER
CLUSTER = re.compile(
    rf"[{_BEFORE}]{{0,4}}[{_LETTER}][{_AFTER}]{{0,24}}(?:[\u103b\u107e-\u1084]{{1,4}}(?![{_LETTER}{_BEFORE}]))?"
    rf"|[{_BEFORE}{_AFTER}]{{1,24}}"
)
_PIECES = re.compile(rf"{CLUSTER.pattern}|[^{_BEFORE}{_LETTER}{_AFTER}]+")

# What is put right before ICU sees a cluster. Each mend has its cases in tests/text/cases/convert.tsv.
_GAP = re.compile(rf"[{_SPACE}][{_AFTER}]")
_DOT_AFTER_SPACE = re.compile(rf"([{_SPACE}]+)([{_DOTS}])(?![{_AFTER}])")
_DOT_AT_END = re.compile(rf"[{_SPACE}]+([{_DOTS}])(?=[{_SPACE}]|$)")
_SPACE_INSIDE = re.compile(rf"(?<=[{_LETTER}{_AFTER}])[{_SPACE}]+(?=[{_AFTER}])")
_TORN = re.compile(" *\u200b[\u200b ]*")
_LETTER_AS_DIGIT = re.compile(
    # ၀ ၄ ၇ stand for ဝ ၎ ရ where a sign or a final follows, and ၀ inside a word.
    rf"(?<![{_DIGIT}0-9])(?:[\u1040\u1044\u1047](?=[{_AFTER}]|[{_LETTER}][{_DOTS}]?\u1039)"
    rf"|(?<=[{_LETTER}{_AFTER}{_BEFORE}])\u1040(?![{_DIGIT}0-9])|\u1040(?=[{_BEFORE}{_LETTER}]))"
)
_MEANT = {"\u1040": "\u101d", "\u1044": "\u104e", "\u1047": "\u101b"}
_WHOLE_LAGAUN = re.compile("\u104e(?!\u1004[\u1039\u103a])")  # ၎ alone shows ၎င်း in Zawgyi fonts
_KYUNOK = re.compile("([\u108f\u1014])([\u102f\u1033])\u1039(?=\u1015\u1039)")  # the asat of ကျွန်ုပ်
_BELOW_VOWEL = "\u102d\u102e\u102f\u1030\u1032\u1033\u1034"  # ိ ီ ု ူ ဲ and the low ု ူ
E_AS_IN_UNICODE = re.compile(
    # ေ typed after its consonant: nothing that could carry it follows, or something that cannot.
    rf"([{_LETTER}][\u103c\u103d\u1087\u108a\u107d\u103a]*)\u1031"
    rf"(?=\u1031|[{_LETTER}][\u103a\u103c\u103d\u107d\u1087\u108a]*[{_BELOW_VOWEL}]|[{_DOTS}\u1038]| |$)"
)
_E_BEFORE_SPACE = re.compile(rf"\u1031 +(?=[{_BEFORE}{_LETTER}])")

# Inside a cluster.
_ASAT_ON_VOWEL = re.compile(f"(?<=[{_BELOW_VOWEL}])\u1039")
_ASAT_THEN_MEDIAL = re.compile("\u1039([\u103c\u103d\u1087\u108a])")
_YA_THEN_ASAT = re.compile("(?<=[\u103a\u107d])\u1039")

_NGA_FOR_U = re.compile("\u1025(?=\u1037?\u103a|[\u102c\u1039])")
_UU = re.compile("[\u1009\u1025]\u102e")  # ဉ or ဥ with ီ is ဦ
_MISTYPED = (("\u102d\u1030", "\u102d\u102f"), ("\u102d\u102e", "\u102e"))  # ိူ is ို, ိီ is ီ
# ၾသ is ဩ in these words; elsewhere it may be meant as သြ, and `check` asks.
_AU = re.compile("\u101e\u103c(?=ော်|ဂုတ်|ဇာ|ဘာ|ဝါဒ|ကာသ|ရသ)")


@cache
def _engine() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Zawgyi-my")


def _transliterate(cluster: str) -> str:
    """ICU's answer, with its faults mended after it: signs out of order or twice, ဥ for ဉ, and ဦ."""
    text = without_doubles(in_order(str(_engine().transliterate(cluster))))
    for typed, meant in _MISTYPED:
        text = text.replace(typed, meant)
    return _UU.sub("ဦ", _NGA_FOR_U.sub("ဉ", text))


def _converted(piece: str) -> str:
    if not CLUSTER.match(piece):
        return piece
    cluster = _ASAT_THEN_MEDIAL.sub("\\1\u1039", _ASAT_ON_VOWEL.sub("", piece))
    if _YA_THEN_ASAT.search(cluster):  # ICU would turn ခ်္ into ခ်ျ
        return in_order(_transliterate(_YA_THEN_ASAT.sub("", cluster)) + "\u103a")
    return _transliterate(cluster)


_MEMO = Memo(_converted)


def prepared(text: str) -> str:
    """The text with signs drawn to their consonants, and letters where digits stood for them."""
    if "\u200b\u200b" in text:  # torn by a machine at every word: one break is meant
        text = _TORN.sub("\u200b", text)
    if _GAP.search(text):
        text = _DOT_AFTER_SPACE.sub(r"\2\1", _DOT_AT_END.sub(r"\1", text))
        text = _SPACE_INSIDE.sub("", text)
    if "\u1031" in text:
        text = _E_BEFORE_SPACE.sub("\u1031", text)
        if E_AS_IN_UNICODE.search(text):
            text = E_AS_IN_UNICODE.sub("\u1031\\1", text)
    if "\u1015\u1039" in text:
        text = _KYUNOK.sub("\\1\u1039\\2", text)
    if any(map(text.__contains__, _MEANT)):
        text = _LETTER_AS_DIGIT.sub(lambda digit: _MEANT[digit[0]], text)
    return _WHOLE_LAGAUN.sub("\u104e\u1004\u1039\u1038", text) if "\u104e" in text else text


def convert(text: str) -> str:
    """The Unicode of a text that is all Zawgyi; for a text that may be Unicode there is `unicode_of`.

    >>> convert("မဂၤလာပါ 12")
    'မင်္ဂလာပါ 12'
    """
    converted = "".join(map(_MEMO.__getitem__, _PIECES.findall(prepared(text))))
    return _AU.sub("ဩ", converted).replace("ဩော်", "ဪ")
