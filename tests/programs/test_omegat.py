"""OmegaT in console mode inserts our translations; its exit code is always 0, so its log is read."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from workbench.bitext import kit
from workbench.bitext.build import build
from workbench.bitext.units import Bitext, Unit
from workbench.resources import resource
from workbench.segment import CutException, Segment

FAULTS = ("TF_TM_LOAD_ERROR", "TMXR_WARNING", "CORE_SRX_EXC")


def bitext(source: str, target: str) -> Bitext:
    folder = resource("seeds") / "statement"
    sides = [(folder / f"{each}.txt").read_bytes() for each in (source, target)]
    return build(*sides, title="Statement", source_language=source, target_language=target)


def unpacked(found: Bitext, folder: Path) -> Path:
    out = BytesIO()
    kit.write(
        found.units, out, source_language=found.source_language, target_language=found.target_language
    )
    with zipfile.ZipFile(out) as archive:
        archive.extractall(folder)
    return folder


def translated(program, project: Path) -> str:
    how = ("--mode=console-translate", f"--config-dir={project / 'config'}", "--quiet")
    log = program("omegat", str(project), *how)
    assert not [fault for fault in FAULTS if fault in log], log
    return (project / "target" / "document.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("source", "target"), [("en", "my"), ("my", "en")])
def test_omegat_inserts_every_translation_of_the_kit(
    program, tmp_path: Path, source: str, target: str
) -> None:
    found = bitext(source, target)
    document = translated(program, unpacked(found, tmp_path / "project"))
    wanted = [unit.target_text for unit in found.units if unit.source and unit.target]
    assert len(wanted) >= 15
    assert [text for text in wanted if text not in document] == []


def test_omegat_leaves_whole_what_the_project_leaves_whole(program, tmp_path: Path) -> None:
    agreed = Segment("The Adm. Off. Yangon agreed.", 1), Segment("ရန်ကုန်ရုံးက သဘောတူသည်။", 1, language="my")
    rained = Segment("It rained.", 1), Segment("မိုးရွာသည်။", 1, language="my")
    units = [Unit(str(n), (one,), (two,)) for n, (one, two) in enumerate((agreed, rained))]
    wanted = []
    for exceptions in ((), (CutException("Adm. Off."),)):
        out = BytesIO()
        kit.write(units, out, exceptions=exceptions)
        project = tmp_path / f"project-{len(exceptions)}"
        with zipfile.ZipFile(out) as archive:
            archive.extractall(project)
        document = translated(program, project)
        wanted.append([side[1].text in document for side in (agreed, rained)])
    assert wanted == [[False, True], [True, True]]


def test_without_the_memory_omegat_inserts_nothing(program, tmp_path: Path) -> None:
    found = bitext("en", "my")
    project = unpacked(found, tmp_path / "project")
    (project / "tm" / "auto" / "memory.tmx").unlink()
    document = translated(program, project)
    assert not [unit for unit in found.units if unit.target_text and unit.target_text in document]
