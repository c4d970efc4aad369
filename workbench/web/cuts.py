"""Where the desk proposes to cut a sentence in two, and to join two into one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from flask import Flask
from markupsafe import Markup, escape

from workbench.segment import Segment

_BREAK = re.compile(r"[။၊]\s*|[.!?;:,][\"”’)]*\s+|\s*—\s*")
_PROPOSALS = 12
_WORDS_BESIDE = 18


def install(app: Flask) -> None:
    """Give the templates these filters."""
    app.jinja_env.filters.update(breaks=breaks, seams=seams)


def breaks(segment: Segment, where: str) -> Markup:
    """Places where a segment may be split, as options: what ends there, and what begins there."""
    text = segment.text
    ends = [match.end() for match in _BREAK.finditer(text) if 0 < match.end() < len(text)]
    ends = ends or [match.end() for match in re.finditer(r"\s+", text)]
    return Markup("".join(_option(f"{where}:{end}", text, end) for end in ends[:_PROPOSALS]))


def _option(value: str, text: str, end: int) -> str:
    before, after = text[max(0, end - _WORDS_BESIDE) : end], text[end : end + _WORDS_BESIDE]
    return f'<option value="{escape(value)}">…{escape(before)} | {escape(after)}…</option>\n'


def seams(segments: Sequence[Segment]) -> list[tuple[int, str, str]]:
    """Places where two segments may be joined: the first's place, how it ends, how the next begins."""
    return [
        (place, first.text[-_WORDS_BESIDE:], second.text[:_WORDS_BESIDE])
        for place, (first, second) in enumerate(pairwise(segments))
    ]
