"""The two sides of a document: what of them is aligned, and what is kept beside without a partner.

Boilerplate (navigation, copyright, "about us") and passages in the other side's language say nothing
that has a translation across; they stay in the document as pairs with one side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.align import Bead, Ladder, Lexicon, Reason, align
from workbench.align.neural import Encoder
from workbench.files.halves import rising
from workbench.saying import say
from workbench.segment import Block, CutException, Segment, of_blocks
from workbench.segment.language import language_of
from workbench.segment.layout import ended
from workbench.text import primary

_ASIDE = Reason(
    "set_aside", say("Left out of aligning: navigation, or a text in the other language."), True
)
_PASSAGE = 60
"""Characters from which a finished text in the other language is a passage and no name."""
_SCRIPTS = frozenset(("en", "my"))


def in_languages(blocks: Sequence[Block], language: str, across: str) -> tuple[Block, ...]:
    """The blocks of a side in its language, those marked that are passages in the language across."""
    return tuple(
        replace(block, language=across if _is_passage(block, language, across) else language)
        for block in blocks
    )


def _is_passage(block: Block, language: str, across: str) -> bool:
    tongues = primary(language), primary(across)
    if block.kind != "paragraph" or not _SCRIPTS.issuperset(tongues):
        return False
    long = len(block.text) >= _PASSAGE and ended(block.text)
    return long and language_of(block.text, tongues[0]) == tongues[1]


def content(blocks: Sequence[Block], exceptions: Sequence[CutException] = ()) -> list[Segment]:
    """The segments of a side but for separators, which say nothing that could be translated."""
    return [each for each in of_blocks(blocks, exceptions) if each.kind != "separator"]


def is_aside(segment: Segment, language: str) -> bool:
    """Whether a segment of the side in this language is kept without being aligned."""
    return segment.kind == "boilerplate" or segment.language != language


def align_sides(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: tuple[str, str] = ("en", "my"),
    pairs: Sequence[tuple[int, int]] = (),
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
    encoder: Encoder | None = None,
) -> Ladder:
    """The ladder of two sides; what is set aside stands alone in it, and `pairs` of blocks together.

    Of pairs that cross, those are kept of which the most can be.
    `terms`, `lexicon` and `encoder` are those of `align`.
    """
    asides = tuple(
        [at for at, each in enumerate(side) if is_aside(each, language)]
        for side, language in zip((source, target), languages, strict=True)
    )
    if len(asides[0]) == len(source) or len(asides[1]) == len(target):
        # A side of nothing else is what the person wants aligned, in the language he said.
        whole = (
            [replace(each, language=language) for each in side]
            for side, language in zip((source, target), languages, strict=True)
        )
        return align(*whole, terms=terms, lexicon=lexicon, encoder=encoder)
    fixed = [Bead((at,), ()) for at in asides[0]] + [Bead((), (at,)) for at in asides[1]]
    pins = rising(
        (i, j)
        for i, j in _first_segments(source, target, pairs)
        if i not in asides[0] and j not in asides[1]
    )
    ladder = align(source, target, fixed=fixed, pins=pins, terms=terms, lexicon=lexicon, encoder=encoder)
    beads = tuple(_told(bead, asides) for bead in ladder.beads)
    return replace(ladder, beads=beads) if fixed else ladder


def _first_segments(
    source: Sequence[Segment], target: Sequence[Segment], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The first segments of blocks that belong together."""
    ours, theirs = _starts(source), _starts(target)
    for one, other in pairs:
        if one in ours and other in theirs:
            yield ours[one], theirs[other]


def _starts(segments: Sequence[Segment]) -> dict[int, int]:
    return {each.block: at for at, each in reversed(list(enumerate(segments)))}


def _told(bead: Bead, asides: tuple[list[int], ...]) -> Bead:
    alone = (bead.source and not bead.target and bead.source[0] in asides[0]) or (
        bead.target and not bead.source and bead.target[0] in asides[1]
    )
    return replace(bead, score=1.0, reasons=(_ASIDE,)) if alone else bead
