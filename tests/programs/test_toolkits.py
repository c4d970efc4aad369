"""Toolkits from PyPI take our files whole: translate-toolkit and `datasets`.

Each runs in a process of its own, as its users run it, and offline. OpusTools is asked by
`bench.programs`: it brings a package `tests` of its own, which would stand before ours.
"""

import json
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.builders import unit
from workbench.bitext import jsonl, po, tmx, xliff
from workbench.bitext.release import Plan, Sourced, release
from workbench.bitext.units import Bitext, Status, Unit

PAIRS = (
    ("The river & the “sea”.", "မြစ်နှင့် ပင်လယ်။"),
    ("They repaired the old bridge by hand.", "သူတို့သည် တံတားဟောင်းကို လက်ဖြင့် ပြင်ခဲ့ကြသည်။"),
    ("Rain fell all night on the 3 villages.", "ရွာ ၃ ရွာတွင် တစ်ညလုံး မိုးရွာခဲ့သည်။"),
    ("When will the school open again?", "ကျောင်း မည်သည့်အခါ ပြန်ဖွင့်မည်နည်း။"),
    ("Nobody was hurt.", "မည်သူမျှ မထိခိုက်ပါ။"),
)
UNITS = [
    replace(unit(source, target, f"u{n}", 0.9), status=Status.CONFIRMED)
    for n, (source, target) in enumerate(PAIRS)
]
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}


def run(*command: str | Path, home: Path) -> str:
    """What a command of this environment says; its home is a folder of the test."""
    name, *rest = map(str, command)
    beside = Path(sys.executable).parent / name
    done = subprocess.run(
        [str(beside) if beside.exists() else name, *rest],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, **OFFLINE, "HOME": str(home), "HF_HOME": str(home), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def python(code: str, *arguments: str | Path, home: Path) -> object:
    """What a few lines of Python print as JSON."""
    return json.loads(run(sys.executable, "-c", f"import json, sys\n{code}", *arguments, home=home))


def written(folder: Path, name: str, write, **how: str) -> Path:  # type: ignore[no-untyped-def]
    with (folder / name).open("w+b") as out:
        write(UNITS, out, **how)
    return folder / name


def texts(units: list[Unit]) -> list[list[str]]:
    return [[each.source_text, each.target_text] for each in units]


READ = """
from translate.storage import factory
units = factory.getobject(sys.argv[1]).units
print(json.dumps([[unit.source, unit.target] for unit in units if unit.source]))
"""


@pytest.mark.parametrize(
    ("name", "write", "how"),
    [
        ("memory.tmx", tmx.write, {}),
        ("memory.xlf", xliff.write, {}),
        ("memory.po", po.write, {}),
    ],
)
def test_translate_toolkit_reads_every_pair(tmp_path: Path, name: str, write, how) -> None:  # type: ignore[no-untyped-def]
    assert python(READ, written(tmp_path, name, write, **how), home=tmp_path) == texts(UNITS)


MATCH = """
from translate.search import match
from translate.storage import factory
found = match.matcher(factory.getobject(sys.argv[1]), min_similarity=75)
like = found.matches(sys.argv[2])
print(json.dumps([[each.target, float(each.getnotes().split("%")[0])] for each in like]))
"""


def test_translate_toolkit_finds_a_sentence_again_and_one_like_it(tmp_path: Path) -> None:
    memory = written(tmp_path, "memory.tmx", tmx.write)
    same = python(MATCH, memory, UNITS[2].source_text, home=tmp_path)
    assert [UNITS[2].target_text, 100] in same  # type: ignore[operator]
    like = python(MATCH, memory, "Rain fell all day on the 3 villages.", home=tmp_path)
    ((target, percent),) = like  # type: ignore[misc]
    assert target == UNITS[2].target_text and 75 <= percent < 100


def test_translate_toolkit_fills_a_catalogue_from_the_memory(tmp_path: Path) -> None:
    memory = written(tmp_path, "memory.tmx", tmx.write)
    empty, full = tmp_path / "empty.po", tmp_path / "full.po"
    with empty.open("wb") as out:
        po.write([replace(each, target=()) for each in UNITS], out)
    run("pretranslate", "--progress=none", f"--tm={memory}", "-t", empty, empty, full, home=tmp_path)
    assert texts(list(po.read(BytesIO(full.read_bytes())))) == texts(UNITS)


WRITE = """
from translate.storage import tmx
store = tmx.tmxfile()
for source, target in json.loads(sys.argv[1]):
    store.addtranslation(source, "en", target, "my")
store.savefile(sys.argv[2])
print("[]")
"""


def test_a_memory_of_translate_toolkit_comes_in_whole(tmp_path: Path) -> None:
    path = tmp_path / "theirs.tmx"
    python(WRITE, json.dumps(texts(UNITS)), path, home=tmp_path)
    assert texts(list(tmx.read(BytesIO(path.read_bytes())))) == texts(UNITS)


LOAD = """
from datasets import load_dataset
found = load_dataset(sys.argv[1], data_files=(sys.argv[2:] or [None])[0])
texts = {name: [row["translation"]["my"] for row in rows] for name, rows in found.items()}
print(json.dumps(texts))
"""


def test_datasets_loads_a_release_by_its_card(tmp_path: Path) -> None:
    documents = [Sourced(str(n), Bitext(f"T{n}", "en", "my", (each,))) for n, each in enumerate(UNITS)]
    folder = tmp_path / "corpus"
    plan = Plan("River", "cc0-1.0", formats=("jsonl", "parquet"), near=1.1, dev=0.2, test=0.2)
    made = release(documents, folder, plan)
    loaded = python(LOAD, folder, home=tmp_path)
    assert {name: len(rows) for name, rows in loaded.items()} == {  # type: ignore[attr-defined]
        "train": made.counts["train"], "validation": made.counts["dev"], "test": made.counts["test"],
    }  # fmt: skip
    parquet = python(LOAD, "parquet", folder / "train.parquet", home=tmp_path)
    with (folder / "train.jsonl").open("rb") as rows:
        wanted = [each.target_text for each in jsonl.read(rows)]
    assert parquet == {"train": wanted}
