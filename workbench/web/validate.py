"""Check a Burmese text: line by line what it is, what is wrong, and the text put right beside it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, current_app, redirect, render_template, request, url_for
from werkzeug import Response as Answer

from workbench.errors import WrongUse
from workbench.text import Choice, Detection, Policy, Verdict, detect
from workbench.text.decoding import decode
from workbench.text.documents import of_document
from workbench.text.evidence import evidence
from workbench.text.findings import Finding
from workbench.text.folding import whole
from workbench.text.normalization import unify_line_ends
from workbench.text.report import LineReport, report, report_line
from workbench.web import file_check
from workbench.web.shelf import Shelf
from workbench.web.wording import gettext as _

pages = Blueprint("validate", __name__)

LINES_A_PAGE = 100
_LETTER = {verdict: verdict.value[0] for verdict in Verdict}  # u z n o m
_VERDICT = {letter: verdict for verdict, letter in _LETTER.items()}


def install(app: Flask) -> None:
    """Serve these pages."""
    app.jinja_env.filters["verdict"] = _name_of
    app.register_blueprint(pages)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, and the finding that stands there, if any."""

    text: str
    finding: Finding | None = None


@pages.get("/validate")
def page() -> str:
    """The form: paste a text or choose a file."""
    return render_template("validate/page.html", policies=_choices(house_policy()), choices=list(Choice))


@pages.post("/validate")
def examine() -> Answer:
    """Read the text, judge each line, keep it for a day and show the first page of what was found.

    A TMX or XLIFF has a page of its own.
    """
    upload = request.files.get("file")
    named = upload is not None and bool(upload.filename)
    raw = upload.read() if upload and named else request.form.get("text", "").encode()
    if not raw.strip():
        raise WrongUse(_("There is no text to check: choose a file or paste one."))
    if named and upload and (elsewhere := file_check.answer(raw, upload.filename or "")):
        return elsewhere
    policy = _policy()
    marks = "".join(_mark(each) for each in report(_lines(raw), policy=policy))
    token = _shelf().put(raw, (upload.filename or "") if upload else "", marks)
    return redirect(f"{url_for('validate.show', token=token)}?{urlencode(_choices(policy))}", 303)


@pages.get("/validate/<token>")
def show(token: str) -> str:
    """A page of lines: all of them, or only those of which there is something to say."""
    raw, name, marks = _shelf().get(token)
    lines, policy = _lines(raw), _policy()
    only = request.args.get("only", "said")
    numbers = [number for number, mark in enumerate(marks) if only == "all" or mark.isupper()]
    last = max(1, -(-len(numbers) // LINES_A_PAGE))
    at = min(max(1, request.args.get("page", 1, type=int)), last)
    chosen = numbers[(at - 1) * LINES_A_PAGE : at * LINES_A_PAGE]
    reports = [_again(number, lines[number], marks[number], policy) for number in chosen]
    counts = Counter(_VERDICT[mark.lower()] for mark in marks)
    return render_template(
        "validate/show.html", token=token, name=name, reports=reports, only=only, at=at, last=last,
        counts=counts, whole=of_document(counts), spoken_of=sum(map(str.isupper, marks)),
        policies=_choices(policy), choices=list(Choice), verdicts=list(Verdict),
        before=before, after=after, evidence=evidence,
    )  # fmt: skip


@pages.get("/validate/<token>/text")
def text(token: str) -> Response:
    """The text converted and mended, as a file."""
    raw, name, _marks = _shelf().get(token)
    return _download(
        "\n".join(each.result for each in report(_lines(raw), policy=_policy())), name, "txt"
    )


@pages.get("/validate/<token>/report")
def findings(token: str) -> Response:
    """What was found, one JSON object a line, as a file."""
    raw, name, _marks = _shelf().get(token)
    rows = (row for each in report(_lines(raw), policy=_policy()) for row in _rows(each))
    return _download("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), name, "jsonl")


def before(line: LineReport) -> Iterator[Piece]:
    """The line as it came, cut at its findings; of findings that overlap only the first is shown."""
    return _cut(line.text, ((each.start, each.end, each) for each in line.findings))


def after(line: LineReport) -> Iterator[Piece]:
    """The line put right, cut at what was mended."""
    return _cut(line.result, _put_right(line.mended))


def _put_right(mended: Iterable[Finding]) -> Iterator[tuple[int, int, Finding]]:
    """Where each mend stands in the line put right."""
    longer = 0
    for each in mended:
        start = each.start + longer
        end = start + len(each.fix or "")
        yield start, end, each
        longer = end - each.end


def _cut(text: str, places: Iterable[tuple[int, int, Finding]]) -> Iterator[Piece]:
    """A text in pieces; a sign stands with its letter, for alone no browser underlines it."""
    end = 0
    for start, stop, found in places:
        if start >= end and stop > start:
            first, last = whole(text, start, stop)
            yield Piece(text[end : max(first, end)])
            yield Piece(text[max(first, end) : last], found)
            end = last
    yield Piece(text[end:])


def _lines(raw: bytes) -> list[str]:
    return unify_line_ends(decode(raw)[0]).split("\n")


def _mark(line: LineReport) -> str:
    """One letter a line: its verdict, a capital where there is something to say."""
    letter = _LETTER[line.found.verdict]
    return letter if line.silent else letter.upper()


def _again(number: int, line: str, mark: str, policy: Policy) -> LineReport:
    """The report on a line whose verdict was kept; only a mixed line is judged anew, for its runs."""
    verdict = _VERDICT[mark.lower()]
    found = detect(line)
    if found.verdict is not verdict:
        found = Detection(verdict, found.zawgyi, found.margin, found.runs)
    return report_line(number + 1, line, found, policy=policy)


def _policy() -> Policy:
    """What the form chose, matter by matter; what it does not say is as the house has it."""
    chosen = (f"{each.name}={request.values.get(each.name, '')}" for each in fields(Policy))
    return Policy.parse(",".join(word for word in chosen if not word.endswith("=")), house_policy())


def house_policy() -> Policy:
    """The policy of this house, as `WORKBENCH_POLICY` told it."""
    policy: Policy = current_app.config["HOUSE_POLICY"]
    return policy


def _choices(policy: Policy) -> dict[str, str]:
    return {each.name: str(getattr(policy, each.name)) for each in fields(policy)}


def _rows(line: LineReport) -> Iterator[dict[str, object]]:
    for each in line.findings:
        yield {
            "line": line.number, "column": each.start + 1, "code": each.code, "level": each.level,
            "message": each.message, "text": each.text, "fix": each.fix, "mended": each in line.mended,
        }  # fmt: skip


def _download(content: str, name: str, kind: str) -> Response:
    stem = (name or "text.txt").rsplit(".", 1)[0]
    answer = Response(content, mimetype="text/plain" if kind == "txt" else "application/x-ndjson")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{stem}.checked.{kind}")
    return answer


def _name_of(verdict: Verdict) -> str:
    """What a person calls a verdict."""
    return {
        Verdict.UNICODE: _("Unicode"),
        Verdict.ZAWGYI: _("Zawgyi"),
        Verdict.NEUTRAL: _("either"),
        Verdict.OTHER: _("another language"),
        Verdict.MIXED: _("mixed"),
    }[verdict]


def _shelf() -> Shelf:
    """The shelf of this application."""
    return Shelf(current_app.config["DATA_FOLDER"])
