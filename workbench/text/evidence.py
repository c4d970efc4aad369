"""Why a text has its verdict, in words: what speaks for Zawgyi, for Unicode, for another language."""

import re

from workbench.text.other_languages import ONLY_OTHER, likeliest
from workbench.text.zawgyi import Detection, Verdict

_CONSONANT = "[\u1000-\u1021]"
_NOT_IN_A_SYLLABLE = "[^\u1000-\u102a\u103a-\u103f\u1060-\u108a]"

_Kinds = tuple[tuple[str, re.Pattern[str]], ...]


def _kinds(*rows: tuple[str, str]) -> _Kinds:
    return tuple((what, re.compile(pattern)) for what, pattern in rows)


_FOR_ZAWGYI = _kinds(
    ("ျ before its consonant", f"(?<!{_CONSONANT})[\u103b\u107e-\u1084](?={_CONSONANT})"),
    ("ေ before its consonant", f"(?:^|(?<={_NOT_IN_A_SYLLABLE}))\u1031"),
    ("U+1039 as a visible asat", f"\u1039(?!{_CONSONANT})|\u1039(?={_CONSONANT}\u1039)"),
    (
        "a sign with a code of its own for its place",
        "[\u1060-\u1069\u106c\u106d\u1070-\u107d\u1085-\u108f]",
    ),
    ("a dot below at U+1094 or U+1095", "[\u1094\u1095]"),
)
_FOR_UNICODE = _kinds(
    ("ေ after its consonant", "(?<=[\u1000-\u1021\u103b-\u103e])\u1031(?=[\u102b\u102c\u1037\u1038])"),
    ("U+103A as a visible asat", f"{_CONSONANT}\u1037?\u103a(?=[\u1037\u1038\\s]|{_CONSONANT}|$)"),
    ("ှ at U+103E, which Zawgyi has not", "\u103e"),
    ("a consonant stacked by U+1039", f"{_CONSONANT}\u103a?\u1039{_CONSONANT}(?!\u1039)"),
)


def _counted(kinds: _Kinds, text: str) -> list[str]:
    found = [(what, len(pattern.findall(text))) for what, pattern in kinds]
    return [f"{what} in {_places(count)}" for what, count in found if count]


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def evidence(text: str, found: Detection) -> tuple[str, ...]:
    """What speaks for this verdict on this text, in words; empty where there is nothing to weigh.

    >>> from workbench.text import detect
    >>> evidence("ေက်ာင္းသား", detect("ေက်ာင္းသား"))
    ('ေ before its consonant in one place', 'U+1039 as a visible asat in one place')
    """
    if found.verdict is Verdict.NEUTRAL:
        return ("both readings give the same text",) if re.search("[\u1000-\u103f]", text) else ()
    if found.verdict is Verdict.OTHER:
        letters = " ".join(sorted(set(ONLY_OTHER.findall(text))))
        return (f"letters of {likeliest(text)[0]}: {letters}",)
    zawgyi, unicode = _counted(_FOR_ZAWGYI, text), _counted(_FOR_UNICODE, text)
    if found.verdict is Verdict.MIXED:
        return (*zawgyi, *unicode)
    words = zawgyi if found.verdict is Verdict.ZAWGYI else unicode
    return tuple(words) or (f"read as {found.verdict.capitalize()} its syllables are likelier Burmese",)
