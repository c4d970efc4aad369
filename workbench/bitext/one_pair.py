"""A document is in two languages: what of a file is in others stays out, and is told."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, product

from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.saying import say
from workbench.text import primary

_HEARD = 1000
"""The units at the start whose majority says in which languages a document is."""


def of_one_pair(units: Iterator[Unit], report: Report) -> Iterator[Unit]:
    """The units in the two languages of most; the others go on record as left out.

    Regional kinds of a language count as the language. The report counts units with an empty side.
    """
    first = list(islice(units, _HEARD))
    both = Counter(_languages(unit) for unit in first if unit.source and unit.target)
    if not both:
        yield from chain(first, units)
        return
    [(wanted, _)] = both.most_common(1)
    fitting = set(product((wanted[0], ""), (wanted[1], "")))
    for unit in chain(first, units):
        found = _languages(unit)
        if found in fitting:
            report.one_sided += "" in found
            yield unit
        else:
            _leave_out(unit, found, wanted, report)


def _languages(unit: Unit) -> tuple[str, str]:
    """The primary languages of both sides, empty where a side is."""
    source, target = unit.source, unit.target
    return primary(source[0].language) if source else "", primary(target[0].language) if target else ""


def _leave_out(unit: Unit, found: tuple[str, str], wanted: tuple[str, str], report: Report) -> None:
    message = say(
        "Has %(found)s, not %(one)s and %(other)s; left out.",
        found=" and ".join(filter(None, found)),
        one=wanted[0],
        other=wanted[1],
    )
    report.units -= 1
    report.leave_out("no-pair", message, unit=unit.uid)
