"""Numbers and months: the same amounts on both sides, in either digits and either way of counting.

1 million is ၁၀ သိန်း: Burmese counts in ten thousands, hundred thousands and ten millions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.bitext.checks.findings import PairFinding
from workbench.saying import say
from workbench.text import Level
from workbench.text.amounts import Amount, amounts
from workbench.text.dates import dates
from workbench.text.names import listed
from workbench.text.numerals import latin_digits
from workbench.text.spelled import may_mean

IN_WORDS = 12
"""Numbers up to this are often written in words on one side: told, not asked."""


def check_amounts(source: str, target: str) -> Iterator[PairFinding]:
    """Numbers that stand on one side only, and months that are others."""
    ours, theirs = amounts(source), amounts(target)
    missing = _unspelled(_unmatched(ours, theirs), source, target)
    added = _unspelled(_unmatched(theirs, ours), target, source)
    if missing or added:
        matter = f"{', '.join(missing) or '–'} / {', '.join(added) or '–'}"
        yield PairFinding(
            "numbers_differ",
            _level(missing, added),
            say("The numbers differ: %(matter)s.", matter=matter),
            matter,
        )
    yield from _months(source, target)


def _unmatched(ours: list[Amount], theirs: list[Amount]) -> list[Amount]:
    """The numbers of one side that find no counterpart of their own on the other."""
    free, lonely = list(theirs), []
    for amount in ours:
        match = next((each for each in free if set(each.values) & set(amount.values)), None)
        if match:
            free.remove(match)
        else:
            lonely.append(amount)
    return lonely


def _unspelled(lonely: list[Amount], text: str, across: str) -> list[str]:
    """The numbers, as written, that no words across may mean either; of a time, its hour counts."""
    words = may_mean(across) if lonely else set()
    written = [latin_digits(text[each.start : each.end]) for each in lonely]
    return [each for each in written if int(re.split(r"\D", each.replace(",", ""))[0]) not in words]


def _level(missing: list[str], added: list[str]) -> Level:
    """A warning, but for small numbers that one side may write in words."""
    small = all(each.isdecimal() and int(each) <= IN_WORDS for each in missing + added)
    return Level.INFO if small and not (missing and added) else Level.WARNING


def _months(source: str, target: str) -> Iterator[PairFinding]:
    ours = Counter(date.month for date in dates(source) if date.month)
    if not ours:
        return
    theirs = Counter(date.month for date in dates(target) if date.month)
    missing, added = ours - theirs, theirs - ours
    if missing and added:
        matter = f"{_named(missing, 'en')} / {_named(added, 'my')}"
        message = say("The months differ: %(matter)s.", matter=matter)
        yield PairFinding("months_differ", Level.WARNING, message, matter)


def _named(months: Iterable[int], language: str) -> str:
    return ", ".join(listed("months", language)[month - 1] for month in months)
