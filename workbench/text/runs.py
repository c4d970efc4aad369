"""The runs of a mixed line: which parts of it are Zawgyi and which are Unicode."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

_SCRIPT = "[\u1000-\u1049\u104c-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u200b-\u200d\u2060]"
_LOST_SIGN = " (?=[\u102b-\u1030\u1032-\u103a\u103c-\u103e\u1094\u1095])"  # typed after a space
_PIECE = re.compile(f"{_SCRIPT}+(?:{_LOST_SIGN}{_SCRIPT}+)*")
_SWITCH = 8.0  # nats that a change of encoding inside a line must be worth
_MIXED = 14.0  # nats by which two encodings must explain a line better than one


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line, `text[start:end]`, and whether it is Zawgyi."""

    start: int
    end: int
    zawgyi: bool


def pieces(text: str) -> list[tuple[int, int]]:
    """The stretches of Myanmar script, cut at spaces, punctuation, Latin and the sentence signs."""
    return [found.span() for found in _PIECE.finditer(text)]


def best_path(margins: Sequence[float]) -> list[bool] | None:
    """Which pieces are Zawgyi, where two encodings explain them far better than one; else None.

    `margins` holds for each piece how many nats likelier it is as Zawgyi.

    >>> best_path([-30, -20, 40]), best_path([-30, 2, -20])
    ([False, False, True], None)
    """
    scores = [0.0, 0.0]  # of the best path that ends in Unicode, in Zawgyi
    steps: list[tuple[bool, bool]] = []
    for margin in margins:
        came_from = (scores[1] - _SWITCH > scores[0], scores[1] > scores[0] - _SWITCH)
        scores = [max(scores[0], scores[1] - _SWITCH), max(scores[1], scores[0] - _SWITCH) + margin]
        steps.append(came_from)
    if max(scores) < max(0.0, sum(margins)) + _MIXED - _SWITCH:
        return None
    state, path = scores[1] > scores[0], []
    for came_from in reversed(steps):
        path.append(state)
        state = came_from[state]
    path = _trimmed(path[::-1], margins)
    return path if len(set(path)) == 2 else None


def _trimmed(path: list[bool], margins: Sequence[float]) -> list[bool]:
    """The path with pieces that say nothing for Zawgyi cut off at the ends of its runs."""
    for places in (range(len(path)), range(len(path) - 1, -1, -1)):
        inside = False
        for place in places:
            inside = path[place] and (inside or margins[place] > 0)
            path[place] = inside
    return path


def runs(spans: Sequence[tuple[int, int]], path: Sequence[bool]) -> tuple[Run, ...]:
    """Neighbouring pieces of one encoding joined into runs."""
    joined = []
    for zawgyi, group in groupby(zip(spans, path, strict=True), key=lambda pair: pair[1]):
        members = [span for span, _ in group]
        joined.append(Run(members[0][0], members[-1][1], zawgyi))
    return tuple(joined)
