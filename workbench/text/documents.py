"""The verdicts on a document's lines: where a line alone is undecided, its neighbours have a say."""

import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.text.conversion import convert
from workbench.text.zawgyi import MARGIN, Detection, Verdict, chance, detect

_REACH = 12  # lines on either side
_FADING = 0.9  # each line further away speaks this much softer
_PRIOR = 0.1  # lines of either kind taken as seen before any: a document is mostly of one kind
_HEARD = 10.0  # nats around the margin within which neighbours are heard: more than the witness can add
_DECIDED = 5.0  # nats from the margin beyond which a line speaks for its neighbours
_SILENT = (Verdict.NEUTRAL, Verdict.MIXED)  # they follow nobody and speak for nobody


def _vote(found: Detection) -> int:
    """1 for a line that is surely Zawgyi, -1 for one that surely is not, 0 for the rest."""
    if found.verdict in _SILENT or abs(found.margin - MARGIN) < _DECIDED:
        return 0
    return 1 if found.margin > MARGIN else -1


def _leaning(window: deque[Detection], place: int) -> float:
    """The logarithm of the odds that the neighbours of a line lend it."""
    votes = [
        (_vote(found), _FADING ** abs(at - place)) for at, found in enumerate(window) if at != place
    ]
    zawgyi = sum(weight for vote, weight in votes if vote > 0)
    not_zawgyi = sum(weight for vote, weight in votes if vote < 0)
    return math.log((zawgyi + _PRIOR) / (not_zawgyi + _PRIOR))


def _heard(window: deque[Detection], place: int) -> Detection:
    found = window[place]
    if abs(found.margin - MARGIN) > _HEARD or found.verdict in _SILENT:
        return found
    margin = found.margin + _leaning(window, place)
    if margin > MARGIN:
        verdict = Verdict.ZAWGYI
    else:
        verdict = Verdict.UNICODE if found.verdict is Verdict.ZAWGYI else found.verdict
    return replace(found, verdict=verdict, margin=margin, zawgyi=chance(margin))


def detect_lines(lines: Iterable[str]) -> Iterator[Detection]:
    """The verdict on each line of a document, in order; an undecided line leans on its neighbours.

    Looks a dozen lines ahead and keeps no more than that.

    >>> [found.verdict.value for found in detect_lines(["ျမန္မာစာ", "123", "မြန်မာစာ"])]
    ['zawgyi', 'neutral', 'unicode']
    """
    window: deque[Detection] = deque()
    place = 0
    for line in lines:
        window.append(detect(line))
        if len(window) > place + _REACH:
            yield _heard(window, place)
            place += 1
        if place > _REACH:
            window.popleft()
            place -= 1
    while place < len(window):
        yield _heard(window, place)
        place += 1


def of_document(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a whole document from those of its lines; neutral lines have no say.

    >>> of_document([Verdict.ZAWGYI, Verdict.NEUTRAL]), of_document([Verdict.ZAWGYI, Verdict.UNICODE])
    (<Verdict.ZAWGYI: 'zawgyi'>, <Verdict.MIXED: 'mixed'>)
    """
    kinds = set(verdicts) - {Verdict.NEUTRAL}
    if not kinds:
        return Verdict.NEUTRAL
    if kinds <= {Verdict.UNICODE, Verdict.OTHER}:
        return Verdict.UNICODE if Verdict.UNICODE in kinds else Verdict.OTHER
    return kinds.pop() if len(kinds) == 1 else Verdict.MIXED


def judged(lines: Iterable[str]) -> Iterator[tuple[str, Detection]]:
    """Each line of a document with its verdict, as `detect_lines` gives it."""
    waiting: deque[str] = deque()

    def remembered() -> Iterator[str]:
        for line in lines:
            waiting.append(line)
            yield line

    for found in detect_lines(remembered()):
        yield waiting.popleft(), found


def unicode_of(line: str, found: Detection | None = None) -> str:
    """The line with what its verdict calls Zawgyi converted; any other line as it is.

    Without a verdict the line is judged alone. A line that would still read as Zawgyi when converted is
    no text of either encoding and stays, so that converting twice is converting once.

    >>> unicode_of("ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။")
    'ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။'
    """
    found = found or detect(line)
    if found.runs:
        converted = _converted_runs(line, found)
    elif found.verdict is Verdict.ZAWGYI:
        converted = convert(line)
    else:
        return line
    return line if detect(converted).has_zawgyi else converted


def _converted_runs(line: str, found: Detection) -> str:
    pieces, end = [], 0
    for run in found.runs:
        part = line[run.start : run.end]
        pieces += [line[end : run.start], convert(part) if run.zawgyi else part]
        end = run.end
    return "".join([*pieces, line[end:]])
