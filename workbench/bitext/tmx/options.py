"""What goes into a TMX file besides the two texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What goes into the file besides the two texts.

    `structure` keeps which block each segment came from, so that our own reader gives the same
    segments back. `strip_zwsp` takes U+200B out of both sides. `repeats` names the source texts that
    stand more than once with different targets; their units get `file`, `prev` and `next` (OmegaT's
    way to tell them apart), where `document` is the file's name.
    """

    status: bool = True
    score: bool = True
    notes: bool = True
    props: bool = True
    structure: bool = True
    empty: bool = False
    strip_zwsp: bool = False
    repeats: frozenset[str] = frozenset()
    document: str = ""
