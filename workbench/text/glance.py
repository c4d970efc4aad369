"""Spellings that only Unicode has, and spellings that only Zawgyi has: most lines need no weighing.

Whole words are not looked up; a few pairs of characters are counted, which costs next to nothing.
"""

import re

from workbench.text.stacks import STACKS

# Only Unicode has these: a vowel sign or tone after ေ, one after ျ, ha-htoe U+103E, a dot before asat.
_ONLY_UNICODE = (
    "\u1031\u102c",
    "\u1031\u1038",
    "\u103e",
    "\u1037\u103a",
    "\u103b\u102c",
    "\u103b\u102d",
)
# Only Zawgyi has these: its asat U+1039 before a space or a sign, and ေ where it can follow nothing.
_ONLY_ZAWGYI = (
    "\u1039 ", "\u1039\u1038", "\u1039\u1031", "\u1039\u1037",
    "\u1031\u103b", "\u1038\u1031", "\u102c\u1031", " \u1031", "\u1036\u102f",
)  # fmt: skip
_ENOUGH = 2
# Worth weighing: a letter of another language, a sign before its consonant, an unknown stack.
_BEYOND_BURMESE = re.compile("[\u1022\u1028\u1033-\u1035\u1050-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f]")
_LEADING_SIGNS = (" \u103b", "\u201c\u103b", "\u201c\u1031", "(\u1031", "\u104b\u1031")
_STACKING = re.compile("(?:.|^)\u1039(?:.|$)")


def is_zawgyi_at_a_glance(text: str) -> bool | None:
    """Whether a text is Zawgyi, where spellings tell that only one encoding has; None where none do.

    >>> is_zawgyi_at_a_glance("ကျောင်းသို့ သွားနေသည်"), is_zawgyi_at_a_glance("ပြား")
    (False, None)
    """
    unicode_spellings = _count(text, _ONLY_UNICODE)
    if unicode_spellings:
        no_zawgyi = "\u1039" not in text or unicode_spellings >= _ENOUGH
        return False if no_zawgyi and not hint_of_more(text) else None
    return True if _count(text, _ONLY_ZAWGYI) >= _ENOUGH else None


def _count(text: str, spellings: tuple[str, ...]) -> int:
    """How many of these spellings are in a text, counted no further than is enough."""
    found = 0
    for spelling in spellings:
        found += text.count(spelling)
        if found >= _ENOUGH:
            break
    return found


def hint_of_more(text: str) -> bool:
    """Whether something in a text that looks like Unicode Burmese is not."""
    return (
        any(map(text.__contains__, _ONLY_ZAWGYI))
        or _BEYOND_BURMESE.search(text) is not None
        or text[0] in "\u1031\u103b"
        or any(map(text.__contains__, _LEADING_SIGNS))
        or ("\u1039" in text and not all(map(_known_stack, _STACKING.findall(text))))
    )


def _known_stack(stack: str) -> bool:
    return stack in STACKS or stack.startswith("\u103a")  # ် before ္: a kinzi


def has_unicode_spelling(text: str) -> bool:
    """Whether something stands in a text that only Unicode has."""
    return any(map(text.__contains__, _ONLY_UNICODE))
