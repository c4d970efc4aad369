"""How `workbench check` tells its findings: plain lines, JSONL, SARIF, or notes of a GitHub workflow."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.cli.files import json_line
from workbench.text.findings import RULES, Finding, Level

Told = tuple[str, int, Finding, bool]
"""A finding with its file, its line from 1, and whether it was mended."""

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_GITHUB_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def text(findings: Iterable[Told]) -> Iterator[str]:
    """A line a finding: file:line:column, level, code, sentence, and what would stand there."""
    for file, line, each, mended in findings:
        change = "" if each.fix is None else f"  “{each.text}” → “{each.fix}”"
        done = " (mended)" if mended else ""
        yield f"{file}:{line}:{each.start + 1}: {each.level} {each.code} {each.message}{change}{done}\n"


def jsonl(findings: Iterable[Told]) -> Iterator[str]:
    """A JSON object a finding; `mended` only where something was."""
    for file, line, each, mended in findings:
        row: dict[str, Any] = {
            "file": file, "line": line, "column": each.start + 1, "code": each.code, "level": each.level,
            "message": each.message, "text": each.text, "fix": each.fix,
        }  # fmt: skip
        yield json_line(row | {"mended": True} if mended else row)


def github(findings: Iterable[Told]) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the line of the file."""
    for file, line, each, _ in findings:
        place = f"file={_escaped(file, ':,')},line={line},col={each.start + 1},title={each.code}"
        yield f"::{_GITHUB_LEVEL[each.level]} {place}::{_escaped(each.message)}\n"


def _escaped(words: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        words = words.replace(character, f"%{ord(character):02X}")
    return words


def sarif(findings: Iterable[Told]) -> Iterator[str]:
    """One SARIF 2.1.0 log, columns counted in code points."""
    rules = [
        {
            "id": rule.code,
            "shortDescription": {"text": rule.message},
            "defaultConfiguration": {"level": _SARIF_LEVEL[rule.level]},
        }
        for rule in RULES.values()
    ]
    run = {
        "tool": {"driver": {"name": "workbench check", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(*told) for told in findings],
    }
    yield json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False) + "\n"


def _result(file: str, line: int, each: Finding, mended: bool) -> dict[str, Any]:
    region = {"startLine": line, "startColumn": each.start + 1, "endColumn": each.end + 1}
    artifact = {"uri": file.replace("\\", "/")}
    result: dict[str, Any] = {
        "ruleId": each.code,
        "level": _SARIF_LEVEL[each.level],
        "message": {"text": each.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if each.fix is not None and not mended:
        replacement = {"deletedRegion": region, "insertedContent": {"text": each.fix}}
        changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
        result["fixes"] = [{"description": {"text": each.message}, "artifactChanges": changes}]
    return result


FORMATS: dict[str, Callable[[Iterable[Told]], Iterator[str]]] = {
    "text": text, "jsonl": jsonl, "sarif": sarif, "github": github,
}  # fmt: skip
