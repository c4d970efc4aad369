"""Two lines of one paragraph to one text: with a space, without one, with or without the hyphen."""

import re
from collections.abc import Set as AbstractSet

from workbench.segment.lexicon import hyphen_stays

_BROKEN = re.compile(r"([^\W\d_]+)-$")
_HEAD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
# A Burmese syllable cannot begin with a sign, nor with a consonant that an asat closes.
_CLINGS = re.compile(r"[ါ-ှၖ-ၙၞ-ၠၢ-ၤၧ-ၭၱ-ၴႂ-ႍႏႚ-ႝ]|[က-အ]့?်|[က-အ]္")


def join(before: str, after: str, seen: AbstractSet[str] = frozenset(), tight: bool = False) -> str:
    """The text of two lines that belong together.

    `seen` are the words of the text, `tight` says that a word was cut between the lines.

    >>> join("other anti-", "junta groups"), join("reso-", "lving"), join("ကို", "ယ်စား")
    ('other anti-junta groups', 'resolving', 'ကိုယ်စား')
    """
    if before.endswith(_SOFT_HYPHEN):
        return before[:-1] + after
    if before.endswith("-") and (broken := _BROKEN.search(before)) and (head := _HEAD.match(after)):
        return (before if hyphen_stays(broken[1], head[0], seen) else before[:-1]) + after
    if tight or _clings(before, after):
        return before + after
    return f"{before} {after}"


def _clings(before: str, after: str) -> bool:
    if before[-1] in "-—–/" and (word := before.rstrip("-—–/")) and not word[-1].isspace():
        return before[-1] != "–" or after[0].isdigit()
    if (after[0] in "—/" or after.startswith("--")) and not after.lstrip("-—/")[:1].isspace():
        return True
    return "က" <= before[-1] <= "႟" and _CLINGS.match(after) is not None
