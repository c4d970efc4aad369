"""A text as it may stand in an exchange file: legal in XML, in NFC, on one line.

Other programs match a segment only when it is equal to the last character, so spaces are folded here
and nowhere touched otherwise: NBSP, ZWSP and curly quotes stay as they are.
"""

import re
from unicodedata import is_normalized, normalize

from workbench.saying import say

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Everything outside the production Char of XML 1.0."""
_FOLDED = re.compile("[\t\n\r\x85\u2028\u2029 ]{2,}|[\t\n\r\x85\u2028\u2029]")
_BURMESE = re.compile("[ -~\u00a0\u1000-\u108c\u108e-\u109f\u200b-\u200d\u2010-\u2027]*")
"""Printable ASCII, Myanmar letters and marks, the usual spaces, dashes and quotation marks."""
_EDGE = " \t\n\r\x85\u2028\u2029"


def clean(text: str) -> tuple[str, list[str]]:
    """A text on one line in NFC without characters XML forbids, and what was done to it.

    >>> clean("Stop.\\x0b  Go.")
    ('Stop. Go.', ['1 character that XML forbids dropped (U+000B)', 'White space folded'])
    >>> clean("မြန်မာ")
    ('မြန်မာ', [])
    """
    if is_plain(text) and "  " not in text and text[:1] != " " != text[-1:]:
        return text, []  # nearly every text
    return _mended(text)


def is_plain(text: str) -> bool:
    """Whether a text is printable ASCII, or Burmese in an order that NFC keeps; no tabs, no line ends.

    A quick yes for nearly all of our texts: the library's own check takes ten times as long for Burmese,
    whose marks can change places.
    """
    if text.isascii():
        return text.isprintable()
    return (
        _BURMESE.fullmatch(text) is not None
        and "\u103a\u1037" not in text  # asat and dot below, which NFC puts the other way round
        and "\u1039\u1037" not in text
        and "\u1025\u102e" not in text  # which NFC makes one letter, U+1026
    )


def _mended(text: str) -> tuple[str, list[str]]:
    remarks = []
    if _ILLEGAL.search(text):
        text, remark = drop_illegal(text)
        remarks.append(remark)
    if _FOLDED.search(text) or text[:1] in _EDGE or text[-1:] in _EDGE:
        folded = _FOLDED.sub(" ", text).strip(_EDGE)
        remarks += [say("White space folded")] * (folded != text)
        text = folded
    return _nfc(text, remarks)


def _nfc(text: str, remarks: list[str]) -> tuple[str, list[str]]:
    if is_normalized("NFC", text):
        return text, remarks
    return normalize("NFC", text), [*remarks, say("Brought to NFC")]


def drop_illegal(text: str) -> tuple[str, str]:
    """A text without the characters that XML 1.0 forbids, and a remark that names them."""
    found = _ILLEGAL.findall(text)
    names = ", ".join(f"U+{ord(each):04X}" for each in sorted(set(found))[:5])
    remark = (
        say("1 character that XML forbids dropped (%(names)s)", names=names)
        if len(found) == 1
        else say(
            "%(number)s characters that XML forbids dropped (%(names)s)", number=len(found), names=names
        )
    )
    return _ILLEGAL.sub("", text), remark


def as_sentence(remark: str, side: str = "") -> str:
    """A remark of `clean` as a sentence.

    >>> as_sentence("Brought to NFC"), as_sentence("Brought to NFC", "source")
    ('Brought to NFC.', 'Brought to NFC in the source.')
    """
    return (
        say("%(what)s in the %(side)s.", what=remark, side=side)
        if side
        else say("%(what)s.", what=remark)
    )


def is_legal(text: str) -> bool:
    """Whether XML 1.0 allows every character of the text."""
    return _ILLEGAL.search(text) is None
