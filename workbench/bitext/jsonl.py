"""Units as JSON lines, in the shape that `datasets` loads: nothing of a unit is lost.

    write(units, out, *, source_language="en", target_language="my") -> Report
    read(stream, report=None) -> Iterator[Unit]

A line is `{"id", "translation": {"en", "my"}, "status", "score", "notes", "props", "segments",
"reasons"}`. Reading also takes `{"en", "my"}`, `{"source", "target"}` and
`{"source_text", "target_text"}`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, BinaryIO

from workbench.align import Reason
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.lines import lines
from workbench.bitext.report import Report
from workbench.bitext.units import STATUSES, Status, Unit
from workbench.saying import say
from workbench.segment import Segment

_PAIRS = (("en", "my"), ("source", "target"), ("source_text", "target_text"))


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
) -> Report:
    """Write one object a line."""
    report = Report()
    languages = code(source_language), code(target_language)
    for unit in units:
        out.write(json.dumps(row(unit, languages), ensure_ascii=False).encode() + b"\n")
        report.units += 1
    return report


def row(unit: Unit, languages: tuple[str, str]) -> dict[str, Any]:
    """The object of one unit, every key in every row so that a table can be made of them."""
    return {
        "id": unit.uid,
        "translation": dict(zip(languages, (unit.source_text, unit.target_text), strict=True)),
        "status": unit.status.value,
        "score": unit.score,
        "notes": list(unit.notes),
        "props": [{"name": name, "value": value} for name, value in unit.props],
        "segments": {"source": _described(unit.source), "target": _described(unit.target)},
        "reasons": [asdict(reason) for reason in unit.reasons],
    }


def _described(segments: tuple[Segment, ...]) -> list[dict[str, Any]]:
    return [
        {
            "text": each.text,
            "block": each.block,
            "kind": each.kind,
            "label": each.label,
            "after": each.after,
        }
        for each in segments
    ]


def read(stream: BinaryIO, report: Report | None = None) -> Iterator[Unit]:
    """The units of a JSONL file; a line that is none is reported and the rest goes on."""
    report = Report() if report is None else report
    yield from units(_objects(stream, report), report)


def _objects(stream: BinaryIO, report: Report) -> Iterator[tuple[int, Any]]:
    for number, line in lines(stream, report):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                report.leave_out(
                    "bad-row",
                    say("Not a JSON object (%(reason)s); left out.", reason=error),
                    line=number,
                )


def units(rows: Iterable[tuple[int, Any]], report: Report) -> Iterator[Unit]:
    """The units of numbered objects; what is none goes into the report."""
    for number, data in rows:
        try:
            unit = _unit(data, number)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            report.leave_out(
                "bad-row", say("Not a unit (%(reason)s); left out.", reason=error), line=number
            )
            continue
        report.units += 1
        yield unit


def _unit(data: dict[str, Any], number: int) -> Unit:
    """The unit of one object; raises where it is none."""
    (source_language, source), (target_language, target) = _texts(data)
    parts = data.get("segments") or {}
    score = data.get("score")
    return Unit(
        str(data.get("id") or f"row-{number}"),
        _segments(parts.get("source"), source, source_language),
        _segments(parts.get("target"), target, target_language),
        None if score is None else _score(score),
        tuple(Reason(**each) for each in data.get("reasons") or ()),
        STATUSES[data.get("status") or Status.UNREVIEWED.value],
        tuple(map(str, data.get("notes") or ())),
        tuple((str(each["name"]), str(each["value"])) for each in data.get("props") or ()),
    )


def _score(value: Any) -> float:
    score = float(value)
    if not 0 <= score <= 1:
        raise ValueError("its score is no number from 0 to 1")
    return score


def _texts(data: dict[str, Any]) -> list[tuple[str, str]]:
    """The two languages with their texts."""
    if pair := data.get("translation"):
        (one, first), (two, second) = list(pair.items())[:2]
        return [(code(str(one)), _text(first)), (code(str(two)), _text(second))]
    for one, two in _PAIRS:
        if one in data and two in data:
            return [("en", _text(data[one])), ("my", _text(data[two]))]
    raise ValueError(say("it has no translation"))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(say("a text is no string"))
    return value


def _segments(described: list[dict[str, Any]] | None, text: str, language: str) -> tuple[Segment, ...]:
    """The segments as they were described, where they give the text; else the text as one."""
    found = tuple(
        Segment(each["text"], each["block"], each["kind"], each["label"], language, each["after"])
        for each in described or ()
    )
    joined = "".join(part for each in found for part in (each.text, each.after))
    if found and joined.startswith(text):
        return found
    cleaned = clean(text)[0]
    return (Segment(cleaned, language=language),) if cleaned else ()
