"""The dataset card: README.md with the head that dataset hubs read."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from workbench.bitext.cleaning import clean
from workbench.bitext.release.plan import SPLITS, Plan, Sourced
from workbench.bitext.tmx import tool_version

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (10**6, "100K<n<1M"))
_TEXT = """# {name}

Sentence pairs in {languages}: {total}.

Licence: {licence}.{attribution}

## How it was made

Texts were read, cut into sentences and aligned by the workbench (version {version}, in the table which
aligner), or came in as pairs from the files that the table names. Published are pairs that are
{taken}. The score is the aligner's estimate, from 0 to 1, that a pair belongs
together; it says nothing about the quality of the translation.

The splits are by whole documents, with the seed {seed}. Of pairs with the same letters on both sides
only the best-scored is here, and none that is nearly its copy.

## Documents

| id | title | files | split | aligner |
|---|---|---|---|---|
{documents}

## Left out

{gone}

## Known limits

- Text that came in as Zawgyi was converted to Unicode; rare words may carry errors of it.
- A pair may hold several sentences of a side; where, its `type` says so (1-2, 2-1 ...).
- Order within a document is kept, but pairs that were left out make gaps in it.
- Pairs that differ in nothing but digits and stops count as copies of each other.
- Names of reviewers are not part of the corpus.
"""


def card(
    plan: Plan,
    documents: Sequence[Sourced],
    splits: Mapping[int, str],
    counts: Mapping[str, int],
    gone: Counter[str],
) -> str:
    """What the corpus is, where it comes from, how it was made, what it is not."""
    pairs = {(each.bitext.source_language, each.bitext.target_language) for each in documents}
    languages = sorted({tag for pair in pairs for tag in pair})
    score = f", with a score of at least {plan.min_score}" if plan.min_score is not None else ""
    text = _TEXT.format(
        name=clean(plan.name)[0],
        languages=" and ".join(languages),
        total=", ".join(f"{counts.get(name, 0):,} {name}" for name in SPLITS),
        licence=clean(plan.licence)[0],
        attribution=f"\n\nAttribution: {clean(plan.attribution)[0]}" if plan.attribution else "",
        taken=_taken(plan) + score,
        seed=plan.seed,
        version=tool_version(),
        documents=_documents(documents, splits),
        gone="\n".join(f"- {why}: {count:,}" for why, count in sorted(gone.items()) if count)
        or "- nothing",
    )
    return _head(plan, languages, counts) + text


def _taken(plan: Plan) -> str:
    """Which pairs were taken, by what people decided about them."""
    if not plan.statuses:
        return "of any status, whether somebody has looked at them or not"
    return f"{' or '.join(plan.statuses)} by a person".replace("_", " ")


def _head(plan: Plan, languages: Sequence[str], counts: Mapping[str, int]) -> str:
    """The YAML between dashes."""
    total = sum(counts.values())
    size = next((name for edge, name in _SIZES if total < edge), "1M<n<10M")
    lines = ["---", "language:", *(f"- {tag}" for tag in languages), f"license: {_scalar(plan.licence)}"]
    lines += ["task_categories:", "- translation", "size_categories:", f"- {size}"]
    if "jsonl" in plan.formats:
        lines += ["configs:", "- config_name: default", "  data_files:"]
        for name in SPLITS:
            split = "validation" if name == "dev" else name
            lines += [f"  - split: {split}", f"    path: {name}.jsonl"] * bool(counts.get(name))
    return "\n".join([*lines, "---", "", ""])


def _scalar(text: str) -> str:
    """A text as one value of YAML, in quotes unless it is a plain word."""
    line = clean(text)[0]
    return line if re.fullmatch(r"[\w.+-]+", line) else json.dumps(line, ensure_ascii=False)


def _documents(documents: Sequence[Sourced], splits: Mapping[int, str]) -> str:
    """A row of the table for each document that has pairs."""
    rows = [
        (each.id, each.bitext.title, each.origin, splits[number], each.bitext.signature)
        for number, each in enumerate(documents)
        if number in splits
    ]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)


def _cell(text: str) -> str:
    return clean(text)[0].replace("|", "\\|")
