"""The language of a block by its letters: Burmese, English, or another."""

import re

OTHER = "und"
"""The tag of a block in neither language, as BCP-47 has it."""

_BRACKETED = re.compile(r"\([^()]*\)")
_MYANMAR = re.compile(r"[က-႟ꩠ-ꩿꧠ-꧿]")
# Letters of Shan, Mon, Karen, Pa-O and others, which Burmese does not use.
_MINORITY = re.compile(r"[ၐ-႟ꩠ-ꩿꧠ-꧿]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_FOREIGN = re.compile(r"[^\x00-ɏḀ-ỿ\u2000-\u20cf]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 12  # of so many Myanmar letters, one is enough to tell another language


def language_of(text: str, default: str = "en") -> str:
    """`my` or `en` by the letters that lead, `und` where neither language is in the majority.

    What stands in brackets is a second name and does not count.

    >>> language_of("Listeners (နားဆင်သူများအဖွဲ့)"), language_of("မျိုးဆက်-Generations"), language_of("東京都")
    ('en', 'my', 'und')
    >>> language_of("ၵႂၢမ်းတႆး")
    'und'
    """
    if text.isascii() or not _FOREIGN.search(text):
        return "en" if _LATIN.search(text) else default
    bare = _BRACKETED.sub("", text) if "(" in text else text
    bare = bare if _LETTER.search(bare) else text
    myanmar, latin = len(_MYANMAR.findall(bare)), len(_LATIN.findall(bare))
    if myanmar >= max(1, latin / 2):
        return OTHER if len(_MINORITY.findall(bare)) * _SHARE > myanmar else "my"
    others = len(_LETTER.findall(bare)) - latin
    if not latin and not others:
        return default
    return "en" if myanmar or latin * 2 >= others else OTHER
