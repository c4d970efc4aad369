"""What reading or writing a file had to say: problems by unit and line, bounded in number.

A problem is one thing that was changed, doubted or left out. A report keeps the first thousand in full
and counts the rest, so that a hostile file cannot fill the memory with complaints.
"""

from collections import Counter
from dataclasses import dataclass, field

from workbench.saying import say

LEVELS = (say("error"), say("warning"), say("remark"))
KEPT = 1000
"""Problems kept in full; beyond them only the count of each rule grows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was changed (`remark`), is doubtful (`warning`) or is lost or wrong (`error`).

    `rule` is stable; `line` counts from 1 in the file, 0 where there is none; `unit` is the uid or the
    place in the file's own words.
    """

    rule: str
    message: str
    level: str = "warning"
    unit: str = ""
    line: int = 0

    def __str__(self) -> str:
        """The problem as one sentence with its place.

        >>> str(Problem("empty", "The target is empty; left out.", unit="u7", line=12))
        'Line 12, unit u7: The target is empty; left out.'
        """
        line, unit, told = self.line, self.unit, self.message
        if line and unit:
            return say("Line %(line)s, unit %(unit)s: %(sentence)s", line=line, unit=unit, sentence=told)
        if line:
            return say("Line %(line)s: %(sentence)s", line=line, sentence=told)
        return say("Unit %(unit)s: %(sentence)s", unit=unit, sentence=told) if unit else told


@dataclass(slots=True)
class Report:
    """How many units went through, how many were left out, and why."""

    units: int = 0
    left_out: int = 0
    one_sided: int = 0
    """Of the units that came in, those with an empty side."""
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    notes: dict[str, str] = field(default_factory=dict)
    errors: int = 0

    def add(
        self, rule: str, message: str, *, level: str = "warning", unit: str = "", line: int = 0
    ) -> None:
        """Take down one problem."""
        self.counts[rule] += 1
        self.errors += level == "error"
        if len(self.problems) < KEPT:
            self.problems.append(Problem(rule, message, level, unit, line))

    def leave_out(self, rule: str, message: str, *, unit: str = "", line: int = 0) -> None:
        """Take down one unit that does not go through, and why."""
        self.left_out += 1
        self.add(rule, message, level="error", unit=unit, line=line)

    def sentences(self, most: int = 100) -> tuple[str, ...]:
        """The gravest problems as remarks of a bitext, and a last one that counts the others."""
        grave = sorted(self.problems, key=lambda each: LEVELS.index(each.level))
        told = tuple(str(each) for each in grave[:most])
        more = self.counts.total() - len(told)
        return (*told, say("And %(number)s more of the same kinds.", number=more)) if more > 0 else told
