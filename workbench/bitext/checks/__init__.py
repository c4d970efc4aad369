"""What is suspicious about a unit: numbers, marks, words, encoding. Door: `check_unit`.

A finding is a question to the person, never a verdict. Levels say how sure it is: an error blocks an
export that asks for clean text, a warning wants an answer, an info is told and no more.
"""

from collections.abc import Iterator

from workbench.bitext.acts import SIDES, Side, side_of
from workbench.bitext.checks.amounts import check_amounts
from workbench.bitext.checks.findings import PairFinding
from workbench.bitext.checks.marks import check_marks
from workbench.bitext.checks.wording import check_wording
from workbench.bitext.units import Unit
from workbench.saying import say
from workbench.text import Level, check, detect

__all__ = ["PairFinding", "check_unit"]


def check_unit(unit: Unit, languages: tuple[str, str] = ("en", "my")) -> list[PairFinding]:
    """The findings of a unit, the gravest first."""
    found = [*_between(unit, languages)]
    for side, language in zip(SIDES, languages, strict=True):
        found += _encoding(unit, side, language)
    return sorted(found, key=lambda each: list(Level).index(each.level))


def _between(unit: Unit, languages: tuple[str, str]) -> Iterator[PairFinding]:
    """What shows only when both sides are held against each other."""
    if not unit.source or not unit.target:
        if unit.source or unit.target:
            yield PairFinding("empty_side", Level.WARNING, say("One side of this pair is empty."))
        return
    yield from check_amounts(unit.source_text, unit.target_text)
    yield from check_marks(unit.source, unit.target)
    yield from check_wording(unit.source_text, unit.target_text, languages)


def _encoding(unit: Unit, side: Side, language: str) -> Iterator[PairFinding]:
    """What checking the text of each Burmese segment brings up, Zawgyi before all."""
    if language != "my":
        return
    for place, segment in enumerate(side_of(unit, side)):
        if detect(segment.text).has_zawgyi:
            message = say("This segment is in Zawgyi; convert it to Unicode.")
            yield PairFinding("zawgyi_left", Level.ERROR, message, segment.text, side, place)
            continue
        for each in check(segment.text, language):
            at = (side, place, each.start, each.end)
            yield PairFinding(f"my-{each.code}", each.level, each.message, each.text, *at, each.fix)
