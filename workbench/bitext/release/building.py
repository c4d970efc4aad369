"""The door `release`: documents to a folder that can be published, the same bytes every time."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbench.bitext import hunalign, moses, parquet, tsv, xces
from workbench.bitext.release.card import card
from workbench.bitext.release.plan import FORMATS, SPLITS, Plan, Sourced
from workbench.bitext.release.sifting import NOT_ASKED, Pair, sift
from workbench.bitext.release.splitting import split
from workbench.bitext.tmx import tool_version
from workbench.bitext.units import Unit
from workbench.errors import BadFile, NothingToExport, WrongUse
from workbench.saying import say

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was made: the pairs of each split, why others are not in it, each file's checksum."""

    counts: dict[str, int]
    gone: dict[str, int]
    checksums: dict[str, str]


def release(documents: Sequence[Sourced], folder: Path, plan: Plan) -> Manifest:
    """Write a release into a new folder; it stands under its name only when it is whole.

    Refuses with `WrongUse` a folder that is there already and formats it does not know, with
    `NothingToExport` when no pair is left.
    """
    if unknown := set(plan.formats) - set(FORMATS):
        raise WrongUse(
            say(
                "A release is written as %(formats)s, not %(others)s.",
                formats=", ".join(FORMATS),
                others=", ".join(sorted(unknown)),
            )
        )
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise WrongUse(say("%(folder)s is there already; give a new or an empty folder.", folder=folder))
    documents = _of_one_pair(documents, plan)
    sifted = sift(documents, plan)
    if not sifted.pairs:
        raise NothingToExport(_nothing(sifted.gone))
    splits = split(documents, Counter(pair.document for pair in sifted.pairs), plan)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".release-") as made:
            manifest = _write(Path(made), documents, sifted.pairs, sifted.gone, splits, plan)
            folder.mkdir(exist_ok=True)
            for path in sorted(Path(made).iterdir()):
                shutil.move(path, folder / path.name)
    except OSError as error:
        raise BadFile(
            say("Cannot write %(folder)s: %(error)s.", folder=folder, error=error.strerror)
        ) from error
    return manifest


def _of_one_pair(documents: Sequence[Sourced], plan: Plan) -> list[Sourced]:
    """The documents in the languages of the plan, or all where they are in the same."""
    found = {(each.bitext.source_language, each.bitext.target_language) for each in documents}
    wanted = plan.languages or (next(iter(found)) if len(found) == 1 else None)
    if found and wanted is None:
        pairs = ", ".join(":".join(each) for each in sorted(found))
        raise WrongUse(
            say(
                "These documents are in different languages; choose one pair of them: %(pairs)s.",
                pairs=pairs,
            )
        )
    return [
        each
        for each in documents
        if (each.bitext.source_language, each.bitext.target_language) == wanted
    ]


def _nothing(gone: Counter[str]) -> str:
    reasons = ", ".join(f"{count} {reason}" for reason, count in gone.most_common()) or "there was none"
    if not gone[NOT_ASKED]:
        return say("No pair is left for the release: %(reasons)s.", reasons=reasons)
    return say(
        "No pair is left for the release: %(reasons)s. Confirm some, or take every status "
        "(--status all).",
        reasons=reasons,
    )


def _write(
    folder: Path,
    documents: Sequence[Sourced],
    pairs: Sequence[Pair],
    gone: Counter[str],
    splits: dict[int, str],
    plan: Plan,
) -> Manifest:
    """Data, card, manifest and checksums into a folder."""
    languages = documents[0].bitext.source_language, documents[0].bitext.target_language
    counts = dict.fromkeys(SPLITS, 0)
    for name in SPLITS:
        chosen = [pair for pair in pairs if splits[pair.document] == name]
        counts[name] = len(chosen)
        if chosen:
            _write_split(folder, name, chosen, documents, languages, plan)
    text = card(plan, documents, splits, counts, gone)
    (folder / "README.md").write_text(text, encoding="utf-8", newline="\n")
    data = _checksums(folder)
    manifest = {
        "workbench": tool_version(),
        "plan": plan.to_json(),
        "counts": counts,
        "left_out": dict(sorted(gone.items())),
        "documents": [_described(each, splits.get(number)) for number, each in enumerate(documents)],
        "files": data,
    }
    _json(folder / MANIFEST, manifest)
    sums = _checksums(folder)
    lines = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    (folder / SUMS).write_text(lines, encoding="utf-8", newline="\n")
    return Manifest(counts, dict(gone), sums)


def _described(document: Sourced, split: str | None) -> dict[str, str | None]:
    """A document as the manifest names it."""
    bitext = document.bitext
    return {
        "id": document.id,
        "title": bitext.title,
        "origin": document.origin,
        "encoding": ", ".join(dict.fromkeys(filter(None, bitext.encodings))),
        "aligner": bitext.signature,
        "split": split,
    }


def _json(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _checksums(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def _write_split(
    folder: Path,
    name: str,
    pairs: Sequence[Pair],
    documents: Sequence[Sourced],
    languages: tuple[str, str],
    plan: Plan,
) -> None:
    """One split in every format of the plan."""
    units = [_public(pair.unit, plan) for pair in pairs]
    named = {"source_language": languages[0], "target_language": languages[1]}
    with ExitStack() as stack:

        def out(ending: str) -> Any:
            return stack.enter_context((folder / f"{name}.{ending}").open("w+b"))

        if "moses" in plan.formats:
            moses.write(units, out(languages[0]), out(languages[1]))
        if "tsv" in plan.formats:
            tsv.write(units, out("tsv"), **named, spreadsheet=False)
        if "jsonl" in plan.formats:
            _write_rows(out("jsonl"), pairs, documents, languages, plan)
        if "parquet" in plan.formats:
            parquet.write(units, out("parquet"), **named)
        if "xces" in plan.formats:
            xces.write(units, out("xces.zip"), **named, name=name)
        if "hunalign" in plan.formats:
            hunalign.write(
                units, out("ladder"), out(f"segments.{languages[0]}"), out(f"segments.{languages[1]}")
            )


def _public(unit: Unit, plan: Plan) -> Unit:
    """The unit without what is nobody else's business: comments, names, foreign props."""
    return replace(unit, notes=unit.notes if plan.notes else (), props=(), reasons=())


def _write_rows(
    out: Any, pairs: Sequence[Pair], documents: Sequence[Sourced], languages: tuple[str, str], plan: Plan
) -> None:
    for row in _rows(pairs, documents, languages, plan):
        out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _rows(
    pairs: Sequence[Pair], documents: Sequence[Sourced], languages: tuple[str, str], plan: Plan
) -> Iterator[dict[str, Any]]:
    """The rows of the JSONL, as `datasets` loads them."""
    for pair in pairs:
        unit = _public(pair.unit, plan)
        row = {
            "id": unit.uid,
            "document": documents[pair.document].id,
            "translation": {languages[0]: unit.source_text, languages[1]: unit.target_text},
            "type": f"{len(unit.source)}-{len(unit.target)}",
            "score": unit.score,
            "status": unit.status.value,
        }
        yield {**row, "notes": list(unit.notes)} if plan.notes else row
