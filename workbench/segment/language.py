"""The language of a block by its letters: Burmese, English, or another."""

import re

_BRACKETED = re.compile(r"\([^()]*\)")
_MYANMAR = re.compile(r"[က-႟ꩠ-ꩿꧠ-꧿]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_LETTER = re.compile(r"[^\W\d_]")
OTHER = "und"


def language_of(text: str, default: str = "en") -> str:
    """`my` or `en` by the letters that lead, `und` where neither script is in the majority.

    What stands in brackets is a second name and does not count.

    >>> language_of("Listeners (နားဆင်သူများအဖွဲ့)"), language_of("မျိုးဆက်-Generations"), language_of("東京都")
    ('en', 'my', 'und')
    """
    bare = _BRACKETED.sub("", text) if "(" in text else text
    if bare.isascii():
        return "en" if _LATIN.search(bare) else default
    myanmar, latin = len(_MYANMAR.findall(bare)), len(_LATIN.findall(bare))
    if not myanmar and not latin:
        return OTHER if _LETTER.search(bare) else default
    if myanmar:
        return "my" if myanmar >= latin / 2 else "en"
    others = sum(1 for letter in _LETTER.findall(bare)) - latin
    return "en" if latin * 2 >= others else OTHER
