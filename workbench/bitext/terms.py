"""Terms: a word or phrase with its counterpart in the other language, and where terms stand in a unit.

An English term is found with the usual endings (ceasefire, ceasefires), a Burmese one where its last
syllable ends (လူ in လူများ, not in လူး). Where one term holds another, the longer is found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from workbench.bitext.acts import SIDES, Side, other
from workbench.bitext.checks.findings import PairFinding
from workbench.saying import say
from workbench.segment import Segment
from workbench.text import Level
from workbench.text.folding import fold, mapped, whole

LONGEST = 300
"""Characters a term may have."""

_BURMESE_END = "(?![\u102b-\u103e\u1056-\u1059]|[\u1000-\u1021]\u1037?[\u1039\u103a])"
_MYANMAR = re.compile("[\u1000-\u109f]")
_ENDINGS = "(?:'s|s'|es|s|ed|d|ing)?"
_FIRST = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase with its counterpart; the folded texts are what it is found by."""

    source: str
    target: str
    note: str = ""
    source_language: str = "en"
    target_language: str = "my"
    source_folded: str = field(default="", compare=False)
    target_folded: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Fold the texts unless that was done."""
        for side in SIDES:
            if not getattr(self, f"{side}_folded"):
                object.__setattr__(self, f"{side}_folded", fold(getattr(self, side)).strip())

    def turned(self) -> "Term":
        """The same term from the other language."""
        return replace(
            self,
            source=self.target,
            target=self.source,
            source_language=self.target_language,
            target_language=self.source_language,
            source_folded=self.target_folded,
            target_folded=self.source_folded,
        )


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term that stands on a side of a unit; `missing` when none of its counterparts does."""

    term: Term
    side: Side
    missing: bool = False

    @property
    def wanted(self) -> str:
        """What should stand on the other side."""
        return self.term.target if self.side == "source" else self.term.source


class Glossary:
    """Terms of one direction, ready to be found in many units."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_words: dict[Side, dict[str, list[Term]]] = {side: defaultdict(list) for side in SIDES}
        self._by_start: dict[Side, dict[str, set[str]]] = {side: defaultdict(set) for side in SIDES}
        for term in terms:
            for side in SIDES:
                words = _folded(term, side)
                self._by_words[side][words].append(term)
                self._by_start[side][words[:_FIRST]].add(words)

    def __bool__(self) -> bool:
        """Whether there is any term."""
        return any(self._by_words.values())

    def hits(self, source: str, target: str) -> list[TermHit]:
        """The terms of a unit with these texts: what stands on both sides once, as of the source."""
        if not self:
            return []
        texts: dict[Side, str] = {"source": fold(source), "target": fold(target)}
        standing = {side: self._standing(texts[side], side) for side in SIDES}
        found: list[TermHit] = []
        for side in SIDES:
            for words in standing[side]:
                terms = self._by_words[side][words]
                there = [
                    each for each in terms if _stands(_folded(each, other(side)), texts[other(side)])
                ]
                if side == "source" or not there:
                    found += [TermHit(each, side, not there) for each in there or terms]
        return found

    def findings(self, source: tuple[Segment, ...], target: tuple[Segment, ...]) -> list[PairFinding]:
        """A unit's terms as findings at their places: `term_missing`, or `term` where all is well."""
        segments: dict[Side, tuple[Segment, ...]] = {"source": source, "target": target}
        texts = [" ".join(each.text for each in segments[side]) for side in SIDES]
        found: list[PairFinding] = []
        for hit in self.hits(*texts) if all(texts) else ():
            if hit.missing:
                found += [_finding(hit, *each) for each in islice(_places(hit, segments[hit.side]), 1)]
                continue
            for each in (hit, replace(hit, side=other(hit.side))):
                found += [_finding(each, *place) for place in _places(each, segments[each.side])]
        return found

    def _standing(self, text: str, side: Side) -> list[str]:
        """The folded terms that stand in a folded text, in its order; none inside another."""
        starts = {text[at : at + size] for size in range(1, _FIRST + 1) for at in range(len(text))}
        known = self._by_start[side]
        likely = {
            words for start in starts & known.keys() for words in known[start] if _root(words) in text
        }
        found = []
        for words in sorted(likely, key=lambda each: (-len(each), each)):
            if match := _pattern(words).search(text):
                text = _pattern(words).sub(lambda each: "\0" * len(each[0]), text)
                found.append((match.start(), words))
        return [words for _start, words in sorted(found)]


def _folded(term: Term, side: Side) -> str:
    return term.source_folded if side == "source" else term.target_folded


def _root(words: str) -> str:
    """What is left of a folded term whatever its ending."""
    return words.removesuffix("y")


def _stands(words: str, text: str) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=20_000)
def _pattern(words: str) -> re.Pattern[str]:
    """What finds folded words as a term.

    >>> bool(_pattern("party").search("two parties")), bool(_pattern("လူ").search("လူး"))
    (True, False)
    """
    if _MYANMAR.match(words[-1:]):
        return re.compile("(?<!\u1039)" + re.escape(words) + _BURMESE_END)
    before = r"(?<![^\W\d_])" if words[:1].isalpha() else r"(?<!\d)"
    if not words[-1:].isascii() or not words[-1:].isalpha():
        return re.compile(before + re.escape(words) + r"(?!\d)")
    stem = re.escape(_root(words)) + "(?:y|ies|ied)" * words.endswith("y")
    return re.compile(f"{before}{stem}{_ENDINGS}" + r"(?![^\W\d_])")


def _places(hit: TermHit, segments: tuple[Segment, ...]) -> Iterator[tuple[int, int, int]]:
    """Where a term stands: the place of the segment, start and end in its text."""
    pattern = _pattern(_folded(hit.term, hit.side))
    for place, segment in enumerate(segments):
        folded, spans = mapped(segment.text)
        for found in pattern.finditer(folded):
            yield place, *whole(segment.text, spans[found.start()][0], spans[found.end() - 1][1])


def _finding(hit: TermHit, place: int, start: int, end: int) -> PairFinding:
    term = hit.term.source if hit.side == "source" else hit.term.target
    if not hit.missing:
        message = f"{term} = {hit.wanted}"
        return PairFinding("term", Level.INFO, message, term, hit.side, place, start, end)
    message = say(
        "The %(side)s lacks the term “%(wanted)s” for “%(term)s”.",
        side=other(hit.side),
        wanted=hit.wanted,
        term=term,
    )
    level = Level.WARNING if hit.side == "source" else Level.INFO
    return PairFinding("term_missing", level, message, term, hit.side, place, start, end)
