"""Tokens that both texts share although their letters differ: glossary terms, CLDR's names of countries
and languages, and whole equal lines."""

import re
from collections.abc import Mapping

from workbench.align.ladder import Side
from workbench.segment import Segment
from workbench.text.names import names

Hints = tuple[list[list[str]], list[list[str]]]


_SHORTEST = 4
"""A shorter name of a country or a language is found inside other words too."""


def hints(source: Side, target: Side, terms: Mapping[str, str]) -> Hints:
    """For each segment of both sides the terms and names it holds, and its text if both hold it."""
    terms = {**_known_names(source, target), **terms}
    both = {each.text for each in source} & {each.text for each in target}
    ours, theirs = _finder(terms), _finder({term: name for name, term in terms.items()})
    named = {term.casefold(): translation.casefold() for term, translation in terms.items()}
    return (
        [_whole(each, both) + _names(_found(ours, each.text), named) for each in source],
        [_whole(each, both) + _found(theirs, each.text) for each in target],
    )


def _known_names(source: Side, target: Side) -> dict[str, str]:
    """CLDR's names that stand in both texts, each in its language."""
    if not source or not target:
        return {}
    ours, theirs = ("\n".join(each.text for each in side) for side in (source, target))
    known = names(source[0].language, target[0].language, ("countries", "languages"))
    return {
        name: other
        for name, other in known.items()
        if min(len(name), len(other)) >= _SHORTEST and name in ours and other in theirs
    }


def _names(found: list[str], named: Mapping[str, str]) -> list[str]:
    """The translations; İ and ı match i when case is ignored, and are none of the term's letters."""
    return [named[term] for term in found if term in named]


def _whole(segment: Segment, both: set[str]) -> list[str]:
    return [f"={segment.text}"] if segment.text in both else []


def _finder(terms: Mapping[str, str]) -> re.Pattern[str] | None:
    """A pattern for all terms, longer ones first; letters of other words may not touch Latin ones."""
    listed = sorted((each for each in terms if each.strip()), key=len, reverse=True)
    return re.compile("|".join(_bounded(each) for each in listed), re.IGNORECASE) if listed else None


def _bounded(term: str) -> str:
    return rf"\b{re.escape(term)}\b" if term.isascii() else re.escape(term)


def _found(finder: re.Pattern[str] | None, text: str) -> list[str]:
    return [each.casefold() for each in finder.findall(text)] if finder else []
