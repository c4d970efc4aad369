"""A ladder: beads from the first segment of both sides to the last.

Beads cover each side once and in order, so a ladder can be cut at any rung and joined again. A link
that leaves the order is a crossing and stands beside the ladder, never in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.segment import Segment

Side = Sequence[Segment]
"""The segments of one text, in order."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against a bead, in words a translator reads.

    `code` is stable (numbers_agree, numbers_differ, dates_agree, length_unusual, name_found,
    words_in_common, label_differs, zawgyi_left ...); `speaks_for` is false for a doubt.
    """

    code: str
    message: str
    speaks_for: bool = False


@dataclass(frozen=True, slots=True)
class Bead:
    """Source and target segments, by index, that belong together: 1-1, 2-1, 0-1 and wider.

    `score` is the chance, 0 to 1, that the bead is right.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """The beads in order, and the signature of what made them: aligner, version, parameters.

    `remarks` say what is odd about the two texts as a whole: swapped, unrelated, one side empty.
    """

    beads: tuple[Bead, ...]
    signature: str
    crossings: tuple[Bead, ...] = ()
    remarks: tuple[Reason, ...] = ()
