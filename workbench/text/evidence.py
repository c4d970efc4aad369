"""Why a text has its verdict, in words: what speaks for Zawgyi, for Unicode, for another language."""

import re

from workbench.saying import say
from workbench.text.other_languages import ONLY_OTHER, likeliest
from workbench.text.zawgyi import Detection, Verdict

_CONSONANT = "[\u1000-\u1021]"
_NOT_IN_A_SYLLABLE = "[^\u1000-\u102a\u103a-\u103f\u1060-\u108a]"

_Kinds = tuple[tuple[str, re.Pattern[str]], ...]


def _kinds(*rows: tuple[str, str]) -> _Kinds:
    return tuple((what, re.compile(pattern)) for what, pattern in rows)


_FOR_ZAWGYI = _kinds(
    (
        say("ျ before its consonant in %(places)s"),
        f"(?<!{_CONSONANT})[\u103b\u107e-\u1084](?={_CONSONANT})",
    ),
    (say("ေ before its consonant in %(places)s"), f"(?:^|(?<={_NOT_IN_A_SYLLABLE}))\u1031"),
    (
        say("U+1039 as a visible asat in %(places)s"),
        f"\u1039(?!{_CONSONANT})|\u1039(?={_CONSONANT}\u1039)",
    ),
    (
        say("a sign with a code of its own for its place in %(places)s"),
        "[\u1060-\u1069\u106c\u106d\u1070-\u107d\u1085-\u108f]",
    ),
    (say("a dot below at U+1094 or U+1095 in %(places)s"), "[\u1094\u1095]"),
)
_FOR_UNICODE = _kinds(
    (
        say("ေ after its consonant in %(places)s"),
        "(?<=[\u1000-\u1021\u103b-\u103e])\u1031(?=[\u102b\u102c\u1037\u1038])",
    ),
    (
        say("U+103A as a visible asat in %(places)s"),
        f"{_CONSONANT}\u1037?\u103a(?=[\u1037\u1038\\s]|{_CONSONANT}|$)",
    ),
    (say("ှ at U+103E, which Zawgyi has not in %(places)s"), "\u103e"),
    (
        say("a consonant stacked by U+1039 in %(places)s"),
        f"{_CONSONANT}\u103a?\u1039{_CONSONANT}(?!\u1039)",
    ),
)
_SYLLABLES = {
    Verdict.ZAWGYI: say("read as Zawgyi its syllables are likelier Burmese"),
    Verdict.UNICODE: say("read as Unicode its syllables are likelier Burmese"),
}


def _counted(kinds: _Kinds, text: str) -> list[str]:
    found = [(what, len(pattern.findall(text))) for what, pattern in kinds]
    return [what % {"places": _places(count)} for what, count in found if count]


def _places(count: int) -> str:
    return say("one place") if count == 1 else say("%(number)s places", number=count)


def _of_another(text: str) -> str:
    language, _ = likeliest(text)
    letters = " ".join(sorted(set(ONLY_OTHER.findall(text))))
    if not letters:
        return say("its syllables are likelier %(language)s", language=language)
    return say("letters of %(language)s: %(letters)s", language=language, letters=letters)


def evidence(text: str, found: Detection) -> tuple[str, ...]:
    """What speaks for this verdict on this text, in words; empty where there is nothing to weigh.

    >>> from workbench.text import detect
    >>> evidence("ေက်ာင္းသား", detect("ေက်ာင္းသား"))
    ('ေ before its consonant in one place', 'U+1039 as a visible asat in one place')
    """
    if found.verdict is Verdict.NEUTRAL:
        return (say("both readings give the same text"),) if re.search("[\u1000-\u103f]", text) else ()
    if found.verdict is Verdict.OTHER:
        return (_of_another(text),)
    zawgyi, unicode = _counted(_FOR_ZAWGYI, text), _counted(_FOR_UNICODE, text)
    if found.verdict is Verdict.MIXED:
        return (*zawgyi, *unicode)
    words = zawgyi if found.verdict is Verdict.ZAWGYI else unicode
    return tuple(words) or (_SYLLABLES[found.verdict],)
