"""Tokens that both texts share although their letters differ: glossary terms and whole equal lines."""

import re
from collections.abc import Mapping

from workbench.align.ladder import Side
from workbench.segment import Segment

Hints = tuple[list[list[str]], list[list[str]]]


def hints(source: Side, target: Side, terms: Mapping[str, str]) -> Hints:
    """For each segment of both sides the terms it holds and, when it stands on both, its whole text."""
    both = {each.text for each in source} & {each.text for each in target}
    ours, theirs = _finder(terms), _finder({term: name for name, term in terms.items()})
    named = {term.casefold(): translation.casefold() for term, translation in terms.items()}
    return (
        [_whole(each, both) + _names(_found(ours, each.text), named) for each in source],
        [_whole(each, both) + _found(theirs, each.text) for each in target],
    )


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
