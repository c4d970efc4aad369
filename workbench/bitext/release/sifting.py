"""Which pairs are good enough to publish, and which are copies of better ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from rapidfuzz import fuzz

from workbench.bitext.inline import untagged
from workbench.bitext.release.plan import Plan, Sourced
from workbench.bitext.selecting import Selection
from workbench.bitext.units import STATUSES, Unit
from workbench.bitext.zawgyi import looks_zawgyi
from workbench.text import Level, Verdict, check, detect, primary

_MYANMAR = re.compile("[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]")
NOT_ASKED = "not of the status asked for"
_PRINTS = 4
"""Prints of a pair: two of each side."""
_MARKS = re.compile("[\u102b-\u103e\u1037\u1038]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit in a release, with the number of its document and its letters for comparing."""

    document: int
    unit: Unit
    keys: tuple[str, str]

    @property
    def score(self) -> float:
        """The score by which the best of copies is kept; a pair that nobody scored ranks between."""
        return 0.5 if self.unit.score is None else self.unit.score


@dataclass(slots=True)
class Sifted:
    """The pairs that stay, in order, and how many went for which reason."""

    pairs: list[Pair]
    gone: Counter[str] = field(default_factory=Counter)


def sift(documents: Iterable[Sourced], plan: Plan) -> Sifted:
    """The pairs of all documents that a plan takes, each once: of copies the best-scored stays."""
    sifted = Sifted([])
    statuses = frozenset(STATUSES[name] for name in plan.statuses) if plan.statuses else None
    selection = Selection(statuses, plan.min_score, plan.longest)
    found: list[Pair] = []
    for number, document in enumerate(documents):
        bitext = document.bitext
        for unit in map(untagged, bitext.units):
            fault = _fault(unit, selection, plan, (bitext.source_language, bitext.target_language))
            if fault:
                sifted.gone[fault] += 1
            else:
                found.append(Pair(number, unit, (letters(unit.source_text), letters(unit.target_text))))
    best = _exact(found, sifted.gone)
    kept = _near(best, plan.near, sifted.gone)
    chosen = {id(pair) for pair in kept}
    sifted.pairs = [pair for pair in found if id(pair) in chosen]
    return sifted


def letters(text: str) -> str:
    """The letters of a text, small: what two copies share whatever their spaces, digits and stops.

    Burmese vowel signs are no letters to Unicode, and yet they make the word: they stay.

    >>> letters("No. 7 — Stop!"), letters("ကြိုး ၇။")
    ('nostop', 'ကြိုး')
    """
    return "".join(each for each in text.lower() if each.isalpha() or _MARKS.match(each))


def _fault(unit: Unit, selection: Selection, plan: Plan, languages: tuple[str, str]) -> str:
    """Why a unit is not published; empty when it is."""
    source, target = unit.source_text, unit.target_text
    if selection.statuses is not None and unit.status not in selection.statuses:
        return NOT_ASKED
    if not selection.takes(unit):
        return "score too low or text too long"
    if not source or not target:
        return "one side empty"
    if looks_zawgyi(source) or looks_zawgyi(target):
        return "Zawgyi"
    if _is_garbled(source, languages[0]) or _is_garbled(target, languages[1]):
        return "errors of encoding"
    if source == target:
        return "both sides the same"
    if not (_speaks(source, languages[0]) and _speaks(target, languages[1])):
        return "not in its language"
    lengths = len(letters(source)) + 10, len(letters(target)) + 10
    return "lengths too unlike" if max(lengths) > plan.ratio * min(lengths) else ""


def _is_garbled(text: str, language: str) -> bool:
    """Whether a Burmese text has signs that no spelling has, as bad conversion leaves them."""
    return primary(language) == "my" and any(each.level is Level.ERROR for each in check(text, "my"))


def _speaks(text: str, language: str) -> bool:
    """Whether the letters of a text are at least half in the script of its language, and not Shan's."""
    if primary(language) == "my" and detect(text).verdict is Verdict.OTHER:
        return False
    found = letters(text)
    burmese = len(_MYANMAR.findall(found))
    return not found or (2 * burmese >= len(found)) == (primary(language) == "my")


def _exact(pairs: list[Pair], gone: Counter[str]) -> list[Pair]:
    """Of pairs with the same letters on both sides, the best-scored; the first of equals."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        other = best.get(_key(pair))
        if other is None or pair.score > other.score:
            best[_key(pair)] = pair
        if other is not None:
            gone["copy"] += 1
    return list(best.values())


def _key(pair: Pair) -> tuple[str, str]:
    """The letters of both sides; a pair without letters is compared as it stands."""
    ours, theirs = pair.keys
    return (ours or pair.unit.source_text), (theirs or pair.unit.target_text)


def _near(pairs: list[Pair], alike: float, gone: Counter[str]) -> list[Pair]:
    """Of pairs that are alike on both sides, the best-scored; compared are those that share a print."""
    if alike > 1:
        return pairs
    prints = {id(pair): _prints(pair) for pair in pairs}
    for place in range(_PRINTS):
        groups: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            groups[prints[id(pair)][place]].append(pair)
        pairs = [pair for group in groups.values() for pair in _distinct(group, alike, gone)]
    return pairs


def _prints(pair: Pair) -> list[int]:
    """The smallest hashes of six letters in a row, two of each side: like pairs share most of them."""
    found = []
    for text in _key(pair):
        pieces = {text[at : at + 6] for at in range(max(1, len(text) - 5))}
        smallest = sorted(crc32(each.encode()) for each in pieces)[: _PRINTS // 2]
        found += (smallest * 2)[: _PRINTS // 2]
    return found


def _distinct(group: list[Pair], alike: float, gone: Counter[str]) -> list[Pair]:
    """The pairs of a group, from the best down, that are like none before them."""
    kept: list[Pair] = []
    for pair in sorted(group, key=lambda each: -each.score):
        if any(_are_alike(pair, other, 100 * alike) for other in kept[-50:]):
            gone["near copy"] += 1
        else:
            kept.append(pair)
    return kept


def _are_alike(one: Pair, two: Pair, percent: float) -> bool:
    """Whether both sides are alike."""
    sides = zip(_key(one), _key(two), strict=True)
    return all(fuzz.ratio(*each, score_cutoff=percent) >= percent for each in sides)
