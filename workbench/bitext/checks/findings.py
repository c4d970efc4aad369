"""A finding about a pair: what is wrong or doubtful, on which side and where."""

from dataclasses import dataclass
from typing import Literal

from workbench.text import Level


@dataclass(frozen=True, slots=True)
class PairFinding:
    """One thing that checking a pair brought up.

    `code` is stable (numbers_differ, question_lost, name_missing ... or `my-` and the code of a finding
    about Burmese text). With a side and a place, it stands at `[start:end]` of that segment's text, and
    `fix` is what should stand there; without, it is about the whole pair. `matter` is what it is about.
    """

    code: str
    level: Level
    message: str
    matter: str = ""
    side: Literal["source", "target"] | None = None
    place: int | None = None
    start: int = 0
    end: int = 0
    fix: str | None = None

    @property
    def key(self) -> str:
        """What a dismissal names: the same code about the same matter stays dismissed."""
        return f"{self.code}:{self.matter}"
