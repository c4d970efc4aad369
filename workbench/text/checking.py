"""The door `check`: what is wrong with a text, line by line, in the order of its places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.text.cluster_rules import FAULTS
from workbench.text.conversion import convert
from workbench.text.documents import detect_lines, unicode_of
from workbench.text.findings import RULES, Finding, Level, apart, apply, finding
from workbench.text.line_rules import line_findings, lone_sign
from workbench.text.other_languages import likeliest
from workbench.text.policies import HOUSE, Choice, Policy
from workbench.text.shaping import impossible_clusters
from workbench.text.syllables import CLUSTER, burmese
from workbench.text.zawgyi import Detection, Verdict

_SAID_TO_BE_BURMESE = 6.0  # nats for the language that the text was said to be in


def check(text: str, language: str = "my", policy: Policy = HOUSE) -> list[Finding]:
    """The findings of a text in this language, in order of their place.

    Zawgyi is one finding a line, with the Unicode as its fix. The rules of Burmese hold for Burmese
    only; any other text in Myanmar script is held to what the script allows.

    >>> [(each.code, each.text, each.fix) for each in check("ရှေ့သို့ ပုိ၍ ၁ဝ")]
    [('004', 'ုိ', 'ို'), ('027', 'ဝ', '၀')]
    """
    lines = text.split("\n")
    findings, offset = [], 0
    for line, found in zip(lines, detect_lines(lines), strict=True):
        for each in check_line(line, found, language, policy):
            findings.append(replace(each, start=each.start + offset, end=each.end + offset))
        offset += len(line) + 1
    return findings


def check_line(
    line: str, found: Detection, language: str = "my", policy: Policy = HOUSE
) -> list[Finding]:
    """The findings of one line whose verdict is known."""
    if line.isascii():
        return []
    if found.verdict is Verdict.ZAWGYI or found.runs:
        findings: Iterable[Finding] = _zawgyi(line, found)
    elif language.split("-")[0] != "my" or found.verdict is Verdict.OTHER:
        findings = impossible_clusters(line)
    else:
        findings = list(_burmese(line))
        if any(each.level is Level.ERROR for each in findings) and _rather_another_language(line):
            findings = impossible_clusters(line)
    return sorted(_allowed(findings, policy), key=_place)


def _rather_another_language(line: str) -> bool:
    """Whether a line that Burmese would not write so is likelier in another language of Myanmar."""
    return likeliest(line)[1] - _SAID_TO_BE_BURMESE > burmese().likelihood(line)


def _zawgyi(line: str, found: Detection) -> Iterator[Finding]:
    """One finding for each run of Zawgyi; its fix is Unicode, already mended."""
    converted = unicode_of(line, found)
    if not found.runs:
        yield finding(
            "040", line, 0, len(line), _without_errors(converted) if converted != line else None
        )
    for run in found.runs:
        if run.zawgyi:
            fix = _without_errors(convert(line[run.start : run.end])) if converted != line else None
            yield finding("040", line, run.start, run.end, fix)


def _without_errors(text: str) -> str:
    """Unicode with the errors put right that have a safe mend."""
    errors = [each for each in _burmese(text) if each.level is Level.ERROR]
    return apply(text, apart(sorted(errors, key=_place))) if errors else text


def _burmese(line: str) -> Iterator[Finding]:
    clusters = CLUSTER.findall(line)
    if any(map(FAULTS.__getitem__, clusters)):
        yield from _cluster_findings(line)
    yield from line_findings(line)


def _cluster_findings(line: str) -> Iterator[Finding]:
    for cluster in CLUSTER.finditer(line):
        start = cluster.start()
        for fault in FAULTS[cluster[0]]:
            if fault.code != "001":
                yield finding(fault.code, line, start + fault.start, start + fault.end, fault.fix)
            elif lone := lone_sign(line, *cluster.span()):
                yield lone


def _place(each: Finding) -> tuple[int, int]:
    return each.start, each.end


def _allowed(findings: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    """The findings that the policy does not leave alone."""
    for each in findings:
        matter = RULES[each.code].policy
        if matter is None or getattr(policy, matter) is not Choice.LEAVE:
            yield each
