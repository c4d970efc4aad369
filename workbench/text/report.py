"""Everything the text room says of a text, line by line: verdict, findings, the text put right.

The command line, the page and the API all tell what stands here, so that they tell the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.text.checking import check_line
from workbench.text.documents import judged
from workbench.text.findings import Finding, apply
from workbench.text.mending import mendable
from workbench.text.policies import HOUSE, Policy
from workbench.text.zawgyi import Detection


@dataclass(frozen=True, slots=True)
class LineReport:
    """One line as it came: its number from 1, its verdict, what is wrong, and what would be mended."""

    number: int
    text: str
    found: Detection
    findings: tuple[Finding, ...]
    mended: tuple[Finding, ...]

    @property
    def result(self) -> str:
        """The line converted where it was Zawgyi, and mended where a mend is safe."""
        return apply(self.text, self.mended)

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say of this line."""
        return not self.findings


def report_line(
    number: int, line: str, found: Detection, language: str = "my", policy: Policy = HOUSE
) -> LineReport:
    """The report on one line whose verdict is known."""
    findings = check_line(line, found, language, policy)
    return LineReport(number, line, found, tuple(findings), tuple(mendable(findings, policy)))


def report(lines: Iterable[str], language: str = "my", policy: Policy = HOUSE) -> Iterator[LineReport]:
    """The report on each line of a document, in order, in constant memory.

    >>> next(report(["ရှေ့သို့ ပုိ၍"])).result
    'ရှေ့သို့ ပို၍'
    """
    for number, (line, found) in enumerate(judged(lines), start=1):
        yield report_line(number, line, found, language, policy)
