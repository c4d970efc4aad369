"""Say what a block is: its kind and its language, for all of its sentences wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy.orm import Session

from workbench.bitext.acts import Side, side_of, with_side
from workbench.errors import TooLong, WrongUse
from workbench.saying import say
from workbench.segment import KINDS, Segment
from workbench.services.changes import Act, open_unit
from workbench.services.structure import Direction
from workbench.storage.ranks import neighbour
from workbench.storage.states import value_of
from workbench.storage.tables import Change, Unit

MOST = 200
"""Pairs that one block may reach over."""

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def change_block(
    session: Session,
    unit_id: int,
    side: Side,
    place: int,
    *,
    kind: str | None = None,
    language: str | None = None,
    seen: int | None,
    editor: str,
) -> Change:
    """Give the block of a segment another kind or language (a BCP 47 tag); None leaves it as it is."""
    unit = open_unit(session, unit_id, seen)
    segments = side_of(value_of(unit), side)
    if not 0 <= place < len(segments):
        raise WrongUse(say("There is no such segment in this pair any more."))
    if kind is not None and kind not in KINDS:
        raise WrongUse(say("There is no kind of block %(kind)s.", kind=repr(kind)))
    if language is not None and not _TAG.fullmatch(language):
        raise WrongUse(
            say(
                "%(language)s is no language tag; write en, my, shn and the like.",
                language=repr(language),
            )
        )
    act = Act(session, unit.document, "change_block", editor)
    block = segments[place].block
    units = list(islice(_units_of_block(session, unit, side, block), MOST + 1))
    if len(units) > MOST:
        raise TooLong(
            say(
                "This block has more than %(number)s pairs: the document came without paragraphs, "
                "so that nothing tells one from the next.",
                number=MOST,
            )
        )
    for each in units:
        changed = tuple(_described(one, block, kind, language) for one in side_of(value_of(each), side))
        act.put(each, with_side(value_of(each), side, changed))
    return act.record()


def _described(segment: Segment, block: int, kind: str | None, language: str | None) -> Segment:
    if segment.block != block:
        return segment
    return replace(segment, kind=kind or segment.kind, language=language or segment.language)


def _units_of_block(session: Session, unit: Unit, side: Side, block: int) -> Iterator[Unit]:
    """The units that hold sentences of a block: neighbours, with empty cells between at most."""
    yield unit
    directions: tuple[Direction, Direction] = ("up", "down")
    for direction in directions:
        beside = neighbour(session, unit, direction)
        while beside is not None:
            blocks = {each.block for each in side_of(value_of(beside), side)}
            if blocks and block not in blocks:
                break
            if blocks:
                yield beside
            beside = neighbour(session, beside, direction)
