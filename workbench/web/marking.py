"""A text as the desk shows it: numbers and shared words can light up, and what is invisible has a name.

Nothing is added to the text itself: the marks are elements around its own characters, and places to wrap
are elements too, so that what one copies, and where the caret stands, is the text as it is kept.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from flask import Flask
from markupsafe import Markup, escape

from workbench.bitext.checks import PairFinding
from workbench.services.checking import Shown
from workbench.storage.tables import Unit
from workbench.text.words import words
from workbench.web.shown import level_kind
from workbench.web.spoken import spoken

HIDDEN = {
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202f": "NNBSP",
    "\u2060": "WJ",
    "\ufeff": "BOM",
}
"""Characters that no eye sees, by the short names of the Unicode standard."""

_DIGITS = str.maketrans("၀၁၂၃၄၅၆၇၈၉", "0123456789")
_NUMBER = r"[0-9၀-၉](?:[0-9၀-၉]|[,.](?=[0-9၀-၉]))*"
_BURMESE = re.compile(r"[\u1000-\u109f]")
_WORD = r"[A-Za-z][A-Za-z'’-]{2,}"
_MARKED = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<hidden>[{''.join(HIDDEN)}])")


def install(app: Flask) -> None:
    """Give the templates this filter."""
    app.jinja_env.filters["mended"] = mended
    app.jinja_env.filters["open_at"] = open_at
    app.jinja_env.filters["underlined"] = underlined
    app.jinja_env.filters["wrapped"] = wrapped
    app.jinja_env.filters["shared_words"] = shared_words
    app.jinja_env.filters["counterparts"] = counterparts


def shared_words(unit: Unit) -> set[str]:
    """The words in Latin script that stand on both sides of a pair, in lower case."""
    mine, theirs = (
        {word.lower() for word in re.findall(_WORD, text)}
        for text in (unit.source_text, unit.target_text)
    )
    return mine & theirs


def counterparts(message: str) -> str:
    """The words of both sides that a reason names as each other's translation.

    >>> counterparts("Words in common: rain = မိုး, age = အသက်.")
    'rain = မိုး, age = အသက်'
    """
    return message.partition(": ")[2].removesuffix(".")


def open_at(found: Sequence[Shown], side: str, place: int) -> list[PairFinding]:
    """The findings in a segment, without those that somebody let stand."""
    return [
        each.finding
        for each in found
        if not each.dismissal and each.finding.side == side and each.finding.place == place
    ]


def underlined(text: str, shared: set[str], findings: Sequence[PairFinding]) -> Markup:
    """The text, marked, with each finding underlined in its place; one inside another is left out."""
    parts, end = [], 0
    for each in sorted(findings, key=lambda each: each.start):
        start, stop = _whole_signs(text, each.start, each.end)
        if end <= start < stop <= len(text):
            parts.append(marked(text[end:start], shared))
            inside = marked(text[start:stop], shared)
            kind = "term" if each.code == "term" else f"finding {level_kind(each.level)}"
            title = escape(spoken(each.message))
            parts.append(Markup(f'<mark class="{kind}" title="{title}">{inside}</mark>'))
            end = stop
    return Markup("".join([*parts, marked(text[end:], shared)]))


def mended(text: str, finding: PairFinding) -> str:
    """What would stand in a finding's place, with the signs around it that belong to the same letter."""
    start, stop = _whole_signs(text, finding.start, finding.end)
    return text[start : finding.start] + (finding.fix or "") + text[finding.end : stop]


def _whole_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole letters: a sign drawn without its letter stands on a dotted circle."""
    while 0 < start < len(text) and _combining(text[start]):
        start -= 1
    while end < len(text) and _combining(text[end]):
        end += 1
    return start, end


def _combining(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def marked(text: str, shared: set[str]) -> Markup:
    """The text, escaped, with its numbers, shared words and invisible characters marked.

    >>> marked("<၁၂ ရွာ>", set())
    Markup('&lt;<span class="pair-of" data-like="12">၁၂</span> ရွာ&gt;')
    """
    parts, end, has_burmese = [], 0, _BURMESE.search(text)
    for match in _MARKED.finditer(text):
        if match["word"] and not has_burmese and match[0].lower() not in shared:
            continue  # most words of an English text: written with what follows
        parts += [wrapped(text[end : match.start()]), _mark(match, shared)]
        end = match.end()
    return Markup("".join([*parts, wrapped(text[end:])]))


@lru_cache(maxsize=8192)
def wrapped(text: str) -> Markup:
    """The text, escaped; a line may break between its Burmese words, which not every browser knows.

    >>> wrapped("ကျောင်းသား များ")
    Markup('ကျောင်းသား များ')
    >>> wrapped("ကျေးရွာမှလာကြသည်။")
    Markup('ကျေးရွာ<wbr>မှ<wbr>လာ<wbr>ကြ<wbr>သည်။')
    """
    if not _BURMESE.search(text):
        return escape(text)
    starts = [start for start, _end in words(text) if start and not text[start - 1].isspace()]
    pieces = [text[start:end] for start, end in pairwise([0, *starts, len(text)])]
    return Markup("<wbr>".join(pieces) if escape(text) == text else Markup("<wbr>").join(pieces))


def _mark(match: re.Match[str], shared: set[str]) -> Markup:
    found = match[0]
    if match["hidden"]:
        return Markup('<span class="hidden-sign" data-name="{}">{}</span>').format(HIDDEN[found], found)
    if match["word"] and found.lower() not in shared:
        return escape(found)
    like = found.translate(_DIGITS).replace(",", "").lower()
    return Markup(f'<span class="pair-of" data-like="{escape(like)}">{escape(found)}</span>')
