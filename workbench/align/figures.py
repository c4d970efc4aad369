"""Numbers and dates of two texts compared by what they say: reasons for and against their pairing."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from workbench.align.ladder import Reason
from workbench.saying import say
from workbench.text.amounts import amounts
from workbench.text.dates import Date, dates
from workbench.text.numerals import latin_digits
from workbench.text.spelled import spelled

_MOST = 200
"""Dates and numbers of a side that are matched one by one."""
_SHOWN = 12
"""More of them than this nobody reads."""


class Number(NamedTuple):
    """A number as it is written and what it may mean; `sure` ones are told when they match, those in
    `digits` when they do not."""

    written: str
    values: frozenset[Fraction]
    sure: bool
    digits: bool


def figure_reasons(source: str, target: str) -> Iterator[Reason]:
    """What the dates say of two texts, then what the numbers say that stand in no such date."""
    ours, theirs = dates(source)[:_MOST], dates(target)[:_MOST]
    agreeing = _agreeing(ours, theirs)
    if agreeing:
        both = ((_written(source, one), _written(target, other)) for one, other in agreeing)
        yield Reason(
            "dates_agree", say("The dates agree: %(dates)s.", dates=_listed(map(_equal, both))), True
        )
    lonely = [
        [date for date in found if all(date is not pair[side] for pair in agreeing)]
        for side, found in enumerate((ours, theirs))
    ]
    if all(lonely):
        first, second = (
            _listed(_written(text, date) for date in left)
            for text, left in zip((source, target), lonely, strict=True)
        )
        yield Reason(
            "dates_differ", say("The dates differ: %(ours)s and %(theirs)s.", ours=first, theirs=second)
        )
    told = [[pair[side] for pair in agreeing] + (lonely[side] if all(lonely) else []) for side in (0, 1)]
    yield from _numbers_compared(numbers(source, told[0]), numbers(target, told[1]))


def numbers(text: str, told: Sequence[Date] = ()) -> list[Number]:
    """The numbers of a text in digits and in words, without those inside the dates that are told."""
    digits = [(each.start, each.end, frozenset(each.values), True, True) for each in amounts(text)]
    words = [(each.start, each.end, frozenset([each.value]), each.sure, False) for each in spelled(text)]
    return [
        Number(text[start:end], values, sure, in_digits)
        for start, end, values, sure, in_digits in sorted([*digits, *words], key=lambda found: found[:2])
        if not any(date.start <= start and end <= date.end for date in told)
    ]


def _numbers_compared(ours: list[Number], theirs: list[Number]) -> Iterator[Reason]:
    missing = False
    for here, there, side in ((ours, theirs, "source"), (theirs, ours, "translation")):
        known = {value for number in there for value in number.values}
        if alone := [each for each in here if each.digits and not each.values & known]:
            missing = True
            listed = _listed(latin_digits(each.written) for each in alone)
            yield Reason(
                "numbers_differ",
                say("Only the %(side)s has the number %(numbers)s.", side=side, numbers=listed),
            )
    both = [
        _equal((one.written, other.written)) for one, other in _matched(ours[:_MOST], theirs[:_MOST])
    ]
    if both and not missing:
        yield Reason(
            "numbers_agree", say("The numbers agree: %(numbers)s.", numbers=_listed(both)), True
        )


def _matched(ours: list[Number], theirs: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Numbers of the same value that surely count on one side; digits are matched with digits first."""
    there = sorted(theirs, key=lambda each: (not each.digits, not each.sure))
    for one in ours:
        other = next((each for each in there if each.values & one.values), None)
        if other and (one.sure or other.sure):
            yield one, other


def _agreeing(ours: list[Date], theirs: list[Date]) -> list[tuple[Date, Date]]:
    free, pairs = list(theirs), []
    for date in ours:
        if match := next((each for each in free if date.agrees(each)), None):
            free.remove(match)
            pairs.append((date, match))
    return pairs


def _written(text: str, date: Date) -> str:
    return text[date.start : date.end]


def _equal(written: tuple[str, str]) -> str:
    """Both as they are written, or the one when only the digits are of another script."""
    plain = [latin_digits(each) for each in written]
    return plain[0] if plain[0] == plain[1] else " = ".join(written)


def _listed(words: Iterable[str]) -> str:
    different = list(dict.fromkeys(words))
    return ", ".join([*different[:_SHOWN], *["…"] * (len(different) > _SHOWN)])
