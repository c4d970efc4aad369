"""The language of a block by its letters: Burmese, English, or another."""

import re

_BRACKETED = re.compile(r"\([^()]*\)")
_MYANMAR = re.compile(r"[က-႟ꩠ-ꩿꧠ-꧿]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_FOREIGN = re.compile(r"[^\x00-ɏḀ-ỿ\u2000-\u20cf]")
_LETTER = re.compile(r"[^\W\d_]")
OTHER = "und"


def language_of(text: str, default: str = "en") -> str:
    """`my` or `en` by the letters that lead, `und` where neither script is in the majority.

    What stands in brackets is a second name and does not count.

    >>> language_of("Listeners (နားဆင်သူများအဖွဲ့)"), language_of("မျိုးဆက်-Generations"), language_of("東京都")
    ('en', 'my', 'und')
    """
    if text.isascii() or not _FOREIGN.search(text):
        return "en" if _LATIN.search(text) else default
    bare = _BRACKETED.sub("", text) if "(" in text else text
    myanmar, latin = len(_MYANMAR.findall(bare)), len(_LATIN.findall(bare))
    if not myanmar and not latin:
        return OTHER if _LETTER.search(bare) else default
    if myanmar:
        return "my" if myanmar >= latin / 2 else "en"
    others = len(_LETTER.findall(bare)) - latin
    return "en" if latin * 2 >= others else OTHER
