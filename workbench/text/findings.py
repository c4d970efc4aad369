"""A finding: one thing that is wrong or doubtful in a text, where it is, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How sure a finding is: an error blocks, a warning asks, an info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at `text[start:end]`; `fix` is what should stand there, None where no mend is safe."""

    code: str
    level: Level
    start: int
    end: int
    message: str
    text: str
    fix: str | None = None
