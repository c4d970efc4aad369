"""What a person can do to units, as pure functions: a unit in, a unit out.

The text of a side never changes but by `edited` and `rewritten`; every other act only moves segments or
cuts one where the caret stands, so no segment is lost, doubled or put out of order. A confirmation is of
a text as it stood: whatever changes a confirmed unit makes it unreviewed again. A score is the aligner's
word on a bead: when the bead changes, the score goes, until `services.rescoring` asks for it anew.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal, get_args

from workbench.bitext.units import Status, Unit
from workbench.bitext.units import join as running
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.segment import Block, CutException, Segment, of_blocks

Side = Literal["source", "target"]
SIDES: tuple[Side, ...] = get_args(Side)

_LINE_ENDS = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029]+[ \t]*|\t")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot carry, and so no TMX: C0 controls, surrogates, two non-characters."""

_VIRAMA = "\N{MYANMAR SIGN VIRAMA}"


def other(side: Side) -> Side:
    """The side across."""
    return "target" if side == "source" else "source"


def side_of(unit: Unit, side: Side) -> tuple[Segment, ...]:
    """The segments of one side."""
    if side not in SIDES:
        raise WrongUse(say("A unit has a source side and a target side, and no other."))
    return unit.source if side == "source" else unit.target


def with_side(unit: Unit, side: Side, segments: tuple[Segment, ...]) -> Unit:
    """The unit with other segments on one side."""
    return replace(unit, source=segments) if side == "source" else replace(unit, target=segments)


def is_empty(unit: Unit) -> bool:
    """Whether neither side has a segment."""
    return not unit.source and not unit.target


def typed(text: str) -> str:
    """What a person typed, on one line and without white space around it; refuses what no TMX can hold.

    >>> typed(" One \\r\\nline. ")
    'One line.'
    """
    return _LINE_ENDS.sub(" ", written(text)).strip(" ")


def written(text: str) -> str:
    """What a person wrote on several lines, without white space around it; refuses as `typed` does."""
    if found := _FORBIDDEN.search(text):
        raise WrongUse(
            say(
                "The text holds the control character %(code)s, which no TMX can carry. Take "
                "it out and save again.",
                code=f"U+{ord(found[0]):04X}",
            )
        )
    return text.replace("\r\n", "\n").strip()


def edited(unit: Unit, side: Side, place: int, text: str, language: str = "en") -> Unit:
    """The unit with another text in one segment; no text takes the segment away.

    In an empty cell, place 0 writes its first segment, which is in `language`.
    """
    segments, text = side_of(unit, side), typed(text)
    if not segments and place == 0:
        return changed(with_side(unit, side, (Segment(text, language=language),) if text else ()))
    kept = replace(_at(segments, place), text=text)
    if kept == segments[place]:
        return unit
    middle = (kept,) if text else ()
    return changed(with_side(unit, side, segments[:place] + middle + segments[place + 1 :]))


def rewritten(unit: Unit, source: tuple[Segment, ...], target: tuple[Segment, ...]) -> Unit:
    """The unit with earlier segments of both sides back in their places."""
    if (source, target) == (unit.source, unit.target):
        return unit
    return rebeaded(replace(unit, source=source, target=target))


def split(unit: Unit, side: Side, place: int, offset: int) -> Unit:
    """The unit with one segment cut in two at `offset` characters (code points) of its text."""
    segments = side_of(unit, side)
    first, second = cut_segment(_at(segments, place), offset)
    return rebeaded(with_side(unit, side, (*segments[:place], first, second, *segments[place + 1 :])))


def cut_segment(segment: Segment, offset: int) -> tuple[Segment, Segment]:
    """A segment cut in two; the white space at the cut becomes what stands between them.

    >>> [each.text for each in cut_segment(Segment("One. Two."), 4)]
    ['One.', 'Two.']
    """
    head, tail = segment.text[: max(offset, 0)], segment.text[max(offset, 0) :]
    left, right = head.rstrip(), tail.lstrip()
    if not left or not right:
        raise WrongUse(
            say("Put the caret inside the text, with words before and after it, to split there.")
        )
    if unicodedata.category(tail[0]).startswith("M") or head.endswith(_VIRAMA):
        raise WrongUse(
            say("A split here would tear a syllable apart; put the caret between two syllables.")
        )
    between = head[len(left) :] + tail[: len(tail) - len(right)]
    return replace(segment, text=left, after=between), replace(segment, text=right, label=None)


def joined(unit: Unit, side: Side, place: int) -> Unit:
    """The unit with one segment and the next of its cell as one."""
    segments = side_of(unit, side)
    if not 0 <= place < len(segments) - 1:
        raise WrongUse(
            say("There is no sentence after this one on its side of the pair to join it with.")
        )
    one = join_segments(segments[place], segments[place + 1])
    return rebeaded(with_side(unit, side, (*segments[:place], one, *segments[place + 2 :])))


def join_segments(first: Segment, second: Segment) -> Segment:
    """Two segments as one; a label of the second is kept as words of the text.

    >>> join_segments(Segment("One.", label="1."), Segment("Two.")).text
    'One. Two.'
    """
    words = replace(second, text=f"{second.label} {second.text}") if second.label else second
    return replace(first, text=running((first, words)), after=second.after, tentative=False)


def recut(unit: Unit, side: Side, exceptions: Sequence[CutException] = ()) -> Unit:
    """The unit with one side cut anew by the rules and `exceptions`, block by block.

    A unit that the rules cut as it is stays the very same.
    """
    segments = side_of(unit, side)
    anew = tuple(
        each
        for _, block in groupby(segments, key=lambda each: (each.block, each.kind))
        for each in _cut_anew(tuple(block), exceptions)
    )
    same = [each.text for each in anew] == [each.text for each in segments]
    return unit if same else rebeaded(with_side(unit, side, anew))


def _cut_anew(segments: tuple[Segment, ...], exceptions: Sequence[CutException]) -> Iterator[Segment]:
    """Segments of one block, cut anew; those before a label and those after it are cut apart."""
    labelled = [at for at, each in enumerate(segments) if at and each.label]
    for start, end in pairwise([0, *labelled, len(segments)]):
        part = segments[start:end]
        first = part[0]
        whole = Block(first.kind, running(part), first.label, first.language)
        found = [replace(each, block=first.block) for each in of_blocks([whole], exceptions)]
        yield from (*found[:-1], replace(found[-1], after=part[-1].after))


def merged(first: Unit, second: Unit) -> Unit:
    """Two neighbours as one unit, which keeps the first's identity and status."""
    return rebeaded(
        replace(first, source=first.source + second.source, target=first.target + second.target)
    )


def merged_side(first: Unit, second: Unit, side: Side) -> tuple[Unit, Unit]:
    """One side of the second unit joins the first; the other side stays where it is."""
    moving = side_of(second, side)
    if not moving:
        raise WrongUse(say("The next pair has nothing on this side to merge."))
    return (
        rebeaded(with_side(first, side, side_of(first, side) + moving)),
        rebeaded(with_side(second, side, ())),
    )


def cut(unit: Unit, source_place: int, target_place: int) -> tuple[Unit, Unit]:
    """A unit cut in two: so many segments of each side stay, the others go to the second.

    The second has no identity yet (`uid` is empty).
    """
    places = {"source": source_place, "target": target_place}
    if not all(0 <= places[side] <= len(side_of(unit, side)) for side in SIDES):
        raise WrongUse(say("There are not so many segments in this pair."))
    first = replace(unit, source=unit.source[:source_place], target=unit.target[:target_place])
    second = replace(unit, uid="", source=unit.source[source_place:], target=unit.target[target_place:])
    if is_empty(first) or is_empty(second):
        raise WrongUse(say("A cut must leave something on both sides of it."))
    return rebeaded(first), rebeaded(second)


def shifted_down(unit: Unit, following: Unit, side: Side, count: int = 1) -> tuple[Unit, Unit]:
    """The last segments of one side move to the start of the next unit."""
    segments = side_of(unit, side)
    stay = len(segments) - _movable(segments, count)
    return (
        rebeaded(with_side(unit, side, segments[:stay])),
        rebeaded(with_side(following, side, segments[stay:] + side_of(following, side))),
    )


def shifted_up(unit: Unit, previous: Unit, side: Side, count: int = 1) -> tuple[Unit, Unit]:
    """The first segments of one side move to the end of the unit before: (unit, previous)."""
    segments = side_of(unit, side)
    go = _movable(segments, count)
    return (
        rebeaded(with_side(unit, side, segments[go:])),
        rebeaded(with_side(previous, side, side_of(previous, side) + segments[:go])),
    )


def _movable(segments: tuple[Segment, ...], count: int) -> int:
    if not segments:
        raise WrongUse(say("There is nothing on this side of the pair to shift."))
    if not 1 <= count <= len(segments):
        raise WrongUse(say("There are not so many segments on this side of the pair."))
    return count


def _at(segments: tuple[Segment, ...], place: int) -> Segment:
    if not 0 <= place < len(segments):
        raise WrongUse(say("There is no such segment in this pair any more."))
    return segments[place]


def changed(unit: Unit) -> Unit:
    """The unit after its text changed: not confirmed any more, and its old reasons gone."""
    status = Status.UNREVIEWED if unit.status is Status.CONFIRMED else unit.status
    return replace(unit, status=status, reasons=())


def rebeaded(unit: Unit) -> Unit:
    """The unit after its bead changed: `changed`, and without the aligner's score."""
    return replace(changed(unit), score=None)
