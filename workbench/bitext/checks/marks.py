"""Punctuation: what ends the two sides, and brackets and quotation marks that open and close."""

import re
from collections.abc import Iterator

from workbench.bitext.checks.findings import PairFinding
from workbench.saying import say
from workbench.segment import Segment
from workbench.text import Level

_CLOSERS = "”’\"')]»}"
_ENDS = {"။": "stop", ".": "stop", "?": "question", "!": "call", "…": "stop", ":": "colon", "၊": "comma"}
_ASKING = re.compile(r"(?:လား|လဲ|နည်း|သနည်း|တုံး|မလား|ပါလဲ)\s?$")
"""Words that ask: a Burmese question ends with one of them and ။."""
_FREE = {
    "heading",
    "headline",
    "signatory",
    "contact",
    "address",
    "date",
    "byline",
    "caption",
    "table_cell",
}
"""Kinds of block that need no mark at their end."""
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[][(){}]")
_QUOTES = re.compile('["“”„«»]')
_LIST_LABEL = re.compile(r"^\s*[\w\u1000-\u109f]{1,4}\)")


def check_marks(source: tuple[Segment, ...], target: tuple[Segment, ...]) -> Iterator[PairFinding]:
    """End marks that say different things, and brackets and quotes that do not close."""
    yield from _ends(source[-1], target[-1])
    for side, segments in (("source", source), ("target", target)):
        text = _LIST_LABEL.sub("", " ".join(each.text for each in segments))
        if unclosed := _unclosed(text):
            yield PairFinding(
                f"brackets_{side}",
                Level.WARNING,
                say("A bracket is not closed or not opened: %(matter)s", matter=unclosed),
                unclosed,
            )
    yield from _counts(source, target)


def _ends(source: Segment, target: Segment) -> Iterator[PairFinding]:
    if source.kind in _FREE or target.kind in _FREE:
        return
    ours, theirs = _end(source.text), _end(target.text)
    if ours == "stop" and not theirs:
        yield PairFinding(
            "end_mark_missing",
            Level.INFO,
            say("The source ends with a full stop and the target with none."),
        )
    elif ours == "question" and theirs != "question" and not _asks(target.text):
        yield PairFinding(
            "question_lost", Level.WARNING, say("The source asks and the target does not.")
        )
    elif theirs == "question" and ours in ("stop", "call"):
        yield PairFinding(
            "question_added", Level.WARNING, say("The target asks and the source does not.")
        )


def _end(text: str) -> str:
    """What the last mark of a text says; nothing where it ends without one."""
    bare = text.rstrip(_CLOSERS + " ")
    return _ENDS.get(bare[-1:], "")


def _asks(text: str) -> bool:
    return bool(_ASKING.search(text.rstrip(_CLOSERS + "။၊ ")))


def _unclosed(text: str) -> str:
    """The first bracket without its partner, or nothing."""
    waiting: list[str] = []
    for mark in _BRACKET.findall(text):
        if mark in _BRACKETS:
            waiting.append(mark)
        elif not waiting or _BRACKETS[waiting.pop()] != mark:
            return str(mark)
    return waiting[-1] if waiting else ""


def _counts(source: tuple[Segment, ...], target: tuple[Segment, ...]) -> Iterator[PairFinding]:
    """One side quotes and the other does not, or one has brackets and the other has none."""
    ours, theirs = (" ".join(each.text for each in side) for side in (source, target))
    if bool(_QUOTES.search(ours)) != bool(_QUOTES.search(theirs)):
        yield PairFinding("quotes_differ", Level.INFO, say("Only one side has quotation marks."))
    if ("(" in ours) != ("(" in theirs):
        yield PairFinding("brackets_differ", Level.INFO, say("Only one side has brackets."))
