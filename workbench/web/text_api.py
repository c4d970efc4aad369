"""The JSON API of the text room: detect, convert and check; /api/openapi.json describes it."""

from dataclasses import fields
from typing import Any

from flask import Blueprint, Flask, Response, jsonify

from workbench.errors import WrongUse
from workbench.text import Detection, Policy
from workbench.text.documents import judged, unicode_of
from workbench.text.evidence import evidence
from workbench.text.report import LineReport, report
from workbench.web.api_asked import body
from workbench.web.validate import house_policy

api = Blueprint("text_api", __name__, url_prefix="/api")


def install(app: Flask) -> None:
    """Serve the API."""
    app.register_blueprint(api)


@api.post("/detect")
def detect() -> Response:
    """The verdict on each line, with its chance and what speaks for it."""
    pairs = enumerate(judged(_asked()["text"].split("\n")), start=1)
    return jsonify(lines=[_verdict(number, line, found) for number, (line, found) in pairs])


@api.post("/convert")
def convert() -> Response:
    """The text with its Zawgyi lines in Unicode, and the numbers of the lines that were changed."""
    pairs = [(line, unicode_of(line, found)) for line, found in judged(_asked()["text"].split("\n"))]
    changed = [number for number, (line, unicode) in enumerate(pairs, start=1) if line != unicode]
    return jsonify(text="\n".join(unicode for _, unicode in pairs), converted=changed)


@api.post("/check")
def check() -> Response:
    """The findings of the text, and the text with everything put right that is safe to mend."""
    asked = _asked()
    reports = list(report(asked["text"].split("\n"), asked["language"], _policy(asked["policy"])))
    findings = [row for each in reports for row in _rows(each)]
    return jsonify(findings=findings, text="\n".join(each.result for each in reports))


def _asked() -> dict[str, Any]:
    """The fields of the request, those that may be left out filled in; refuses any other shape."""
    asked = body()
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise WrongUse('Send a JSON object with the text: {"text": "..."}.')
    asked = {"language": "my", "policy": {}} | asked
    if not isinstance(asked["language"], str) or not isinstance(asked["policy"], dict):
        raise WrongUse('"language" is a tag such as "my", "policy" an object such as {"zwsp": "leave"}.')
    return asked


def _verdict(number: int, line: str, found: Detection) -> dict[str, Any]:
    told = {"line": number, "verdict": found.verdict, "zawgyi": found.zawgyi}
    return told | {"evidence": evidence(line, found)}


def _policy(chosen: dict[str, Any]) -> Policy:
    words = ",".join(f"{name}={choice}" for name, choice in chosen.items())
    return Policy.parse(words, house_policy())


def _rows(line: LineReport) -> list[dict[str, Any]]:
    names = [each.name for each in fields(line.findings[0])] if line.findings else []
    return [
        {"line": line.number, "mended": each in line.mended, "column": each.start + 1}
        | {name: getattr(each, name) for name in names if name not in ("start", "end")}
        for each in line.findings
    ]
