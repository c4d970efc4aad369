"""What can be wrong across the clusters of a line: digits for letters, invisible characters, spaces."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.text.findings import Finding, finding
from workbench.text.myanmar import (
    ALL_MARKS,
    ASAT,
    CONSONANTS,
    LETTERS,
    OTHER_LETTERS,
    OTHER_MARKS,
    VIRAMA,
)
from workbench.text.syllables import CLUSTER, burmese, syllables_of

_INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_BURMESE_DIGIT, _LATIN_DIGIT = "\u1040-\u1049", "0-9"
_MARK = f"[{ALL_MARKS}]"
_FINAL = f"[{CONSONANTS}]\u1037?{ASAT}"
_INSIDE = f"[{LETTERS}{ALL_MARKS}]"

Fix = str | Callable[[re.Match[str]], str | None] | None


def _latin(number: re.Match[str]) -> str:
    return "".join(str(int(each)) if each.isdigit() else each for each in number[0])


def _zeros(letters: re.Match[str]) -> str:
    return "\u1040" * len(letters[0])


@dataclass(frozen=True, slots=True)
class _Family:
    """Rules that are tried only where `trigger` is found: most lines are rid of them by one search."""

    trigger: re.Pattern[str]
    rules: tuple[tuple[str, re.Pattern[str], Fix], ...]


def _family(trigger: str, *rules: tuple[str, str, Fix]) -> _Family:
    compiled = tuple((code, re.compile(pattern), fix) for code, pattern, fix in rules)
    return _Family(re.compile(trigger), compiled)


_ANY_DIGIT = f"{_BURMESE_DIGIT}{_LATIN_DIGIT}"
_FIRST_MY = f"(?<![{_BURMESE_DIGIT}])[{_BURMESE_DIGIT}]"
_FIRST_LATIN = f"(?<![{_LATIN_DIGIT}])[{_LATIN_DIGIT}]"
"""A run of digits is looked at from its first one only: from each, a long one would take minutes."""
_CLINGS = f"[{ALL_MARKS}{VIRAMA}]"
_FAMILIES = (
    _family(
        f"[{_BURMESE_DIGIT}]",
        ("020", rf"(?<![{_ANY_DIGIT}.,])\u1040(?={_MARK}|{_FINAL})", "\u101d"),
        ("020", rf"(?<={_INSIDE})\u1040(?!{_MARK}|{_FINAL}|[{_ANY_DIGIT}.,%])", "\u101d"),
        ("021", rf"(?<![{_BURMESE_DIGIT}])\u1047(?={_MARK}|{_FINAL})", "\u101b"),
        ("022", rf"(?<![{_BURMESE_DIGIT}])\u1044(?=\u1004{ASAT}\u1038)", "\u104e"),
        ("027", rf"(?<=[{_BURMESE_DIGIT}])\u101d+(?!{_CLINGS}|[{LETTERS}])", _zeros),
        ("045", rf"{_FIRST_MY}+[.,]?[{_LATIN_DIGIT}][{_ANY_DIGIT}.,]*", _latin),
        ("045", rf"{_FIRST_LATIN}+[.,]?[{_BURMESE_DIGIT}][{_ANY_DIGIT}.,]*", _latin),
        ("050", rf"(?<=[{_BURMESE_DIGIT}])\u1038(?=[{_BURMESE_DIGIT}])", None),
    ),
    _family(
        f"[{_INVISIBLE}\ufffd\u25cc\ue000-\uf8ff]",
        ("042", rf"(?<={_INSIDE})[{_INVISIBLE}]+(?={_CLINGS})|(?<={VIRAMA})[{_INVISIBLE}]+", ""),
        ("043", rf"(?<={_INSIDE})(?:(?!\u200b)[{_INVISIBLE}])+(?!{_CLINGS})", ""),
        ("048", rf"\u200b+(?!{_CLINGS})", ""),
        ("044", "[\ufffd\u25cc\ue000-\uf8ff]", None),
    ),
    _family("\u104e", ("049", f"\u104e(?:\u1004{ASAT}\u1038){{2,}}", "\u104e\u1004\u103a\u1038")),
    _family(
        f" [\u104a\u104b]|[\u104a\u104b][{LETTERS}]",
        ("046", "(?<=[^ \u104a\u104b]) +(?=[\u104a\u104b])", None),
        ("046", f"[\u104a\u104b](?=[{LETTERS}])", None),
    ),
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_OTHER = re.compile(f"[{OTHER_LETTERS}{OTHER_MARKS}]")
_NOT_IN_ZAWGYI = re.compile("[\u1022\u1028\u1035\u1050-\u1059\u105b-\u105f\ua9e0-\ua9fe\uaa60-\uaa7f]")
_LOST_FINAL = re.compile(rf" +(?={_FINAL})")


def line_findings(text: str) -> Iterator[Finding]:
    """The findings of the rules that look beyond one cluster, but for lone signs."""
    for family in _FAMILIES:
        if family.trigger.search(text):
            yield from _family_findings(family, text)
    for found in _OTHER.finditer(text):
        code = "041" if _NOT_IN_ZAWGYI.match(found[0]) else "040"
        yield finding(code, text, *found.span())
    for found in _LOST_FINAL.finditer(text):
        if _joins(text, *found.span()):
            yield finding("047", text, *found.span(), "")


def _family_findings(family: _Family, text: str) -> Iterator[Finding]:
    for code, pattern, fix in family.rules:
        for found in pattern.finditer(text):
            yield finding(code, text, *found.span(), fix(found) if callable(fix) else fix)


def lone_sign(text: str, start: int, end: int) -> Finding | None:
    """The finding for signs that cling to no letter; None where what is before tells it."""
    before = text[start - 1] if start else " "
    if before in "\u1040\u1044\u1047\u25cc" or _UNSEEN.match(before):
        return None
    if text[start:end] == "\u1031" and re.match(f"[{CONSONANTS}]", text[end : end + 1]):
        return finding("002", text, start, end)
    if before in " \u00a0" and _joins(text, start - 1, start):
        return finding("047", text, start - 1, start, "")
    if "\u1040" <= before <= "\u1049" and text[start:end] == "\u1038":
        return None  # the colon of a time, or a number with a tone: told by 050
    return finding("001", text, start, end)


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the syllable that closing this gap makes is one that Burmese text is known to have."""
    whole = text[max(0, start - 24) : start] + text[end : end + 24]
    gap = start - max(0, start - 24)
    for cluster in CLUSTER.finditer(whole):
        if cluster.start() < gap < cluster.end():
            syllables, cost = syllables_of(cluster[0])
            return cost == 0 and all(map(burmese().knows, syllables))
    return False
