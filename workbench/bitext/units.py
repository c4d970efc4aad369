"""A unit: a bead with its two texts, a status and where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.align import Reason
from workbench.quick import maker
from workbench.segment import Segment


class Status(StrEnum):
    """What a person has decided about a unit."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    NEEDS_REVIEW = "needs_review"
    REJECTED = "rejected"


STATUSES: dict[str, Status] = {each.value: each for each in Status}
"""Each status by its name in files."""


def join(segments: tuple[Segment, ...]) -> str:
    """The running text of segments, with the white space that stood between them.

    >>> join((Segment("One."), Segment("Two.")))
    'One. Two.'
    """
    if len(segments) == 1:
        return segments[0].text
    parts = [part for each in segments for part in (each.text, each.after)]
    return "".join(parts[:-1])


@dataclass(frozen=True, slots=True)
class Unit:
    """A bead with its two texts, a status and a stable identity (`uid`, the tuid of a TMX).

    `notes` are people's remarks on it; `props` are what a file said of it beyond our own fields, by
    name, kept so that they can go out again.
    """

    uid: str
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    status: Status = Status.UNREVIEWED
    notes: tuple[str, ...] = ()
    props: tuple[tuple[str, str], ...] = ()

    @property
    def source_text(self) -> str:
        """The running text of the source side."""
        return join(self.source)

    @property
    def target_text(self) -> str:
        """The running text of the target side."""
        return join(self.target)


make_unit = maker(Unit)
"""A unit from all its fields by place."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """The units of one document, in order, with what reading and aligning had to say.

    `encodings` are those that the source's and the target's bytes came in.
    """

    title: str
    source_language: str
    target_language: str
    units: Sequence[Unit]
    signature: str = ""
    remarks: tuple[str, ...] = ()
    encodings: tuple[str, str] = ("", "")
