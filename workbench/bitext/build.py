"""The door `build`: two files that say the same become a bitext. The whole journey on one page."""

from collections.abc import Sequence
from uuid import uuid4

from workbench.align import Ladder, align
from workbench.bitext.units import Bitext, Unit
from workbench.segment import Segment, segment
from workbench.text import Reading, language, read


def build(
    source: bytes,
    target: bytes,
    *,
    title: str,
    source_language: str = "en",
    target_language: str = "my",
) -> Bitext:
    """The bitext of two files: read, cut into segments, aligned; what reading changed is remarked.

    Refuses with `UnreadableText`, which says whose side and where.
    """
    ours, theirs = read(source, language(source_language)), read(target, language(target_language))
    segments = _content(ours, source_language), _content(theirs, target_language)
    ladder = align(*segments)
    return Bitext(
        title,
        source_language,
        target_language,
        units_of(ladder, *segments),
        ladder.signature,
        (*_remarks(ours, source_language), *_remarks(theirs, target_language)),
        (ours.encoding, theirs.encoding),
    )


def units_of(ladder: Ladder, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Unit, ...]:
    """The beads of a ladder as units, each with a tuid of its own.

    >>> from workbench.align import Bead
    >>> ladder = Ladder((Bead((0,), (0, 1), 0.9),), "")
    >>> units_of(ladder, [Segment("One. Two.")], [Segment("တစ်။"), Segment("နှစ်။")])[0].target_text
    'တစ်။ နှစ်။'
    """
    return tuple(
        Unit(
            str(uuid4()),
            tuple(source[i] for i in bead.source),
            tuple(target[j] for j in bead.target),
            bead.score,
            bead.reasons,
        )
        for bead in ladder.beads
    )


def _content(reading: Reading, tag: str) -> list[Segment]:
    """The segments of a side but for separators, which say nothing that could be translated."""
    return [each for each in segment(reading.text, tag) if each.kind != "separator"]


def _remarks(reading: Reading, tag: str) -> list[str]:
    """What reading a side had to say, each with its language and line."""
    name = language(tag).name
    return [f"{name}, line {each.line}: {each.message}" for each in reading.remarks]
