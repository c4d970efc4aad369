"""A wheel carries all it needs: it is built, unpacked and run from a folder that knows no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(CHECKOUT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("workbench-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, cwd: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "workbench", *arguments],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(unpacked), "WORKBENCH_DATA": str(cwd / "data")},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_templates_migrations_samples_and_licences_are_inside(unpacked: Path) -> None:
    shipped = unpacked / "workbench" / "_shipped"
    assert (shipped / "templates" / "base.html").is_file()
    assert list((shipped / "migrations" / "versions").glob("*.py"))
    assert {path.name for path in (shipped / "seeds").iterdir()} >= {
        "statement",
        "open-letter",
        "report",
    }
    assert list(unpacked.glob("workbench-*.dist-info/licenses/LICENSE"))


def test_align_runs_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("We met in Yangon.\n")
    (tmp_path / "my.txt").write_text("ကျွန်ုပ်တို့ ရန်ကုန်တွင် တွေ့ခဲ့ကြသည်။\n", encoding="utf-8")
    assert "<tmx" in run(unpacked, tmp_path, "align", "en.txt", "my.txt", "--format", "tmx")


def test_the_samples_load_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    run(unpacked, tmp_path, "seed")
    run(
        unpacked,
        tmp_path,
        "export",
        "Statement on the flood relief plan",
        "-o",
        "all.tmx",
        "--status",
        "all",
    )
    assert "ကယ်ဆယ်ရေး" in (tmp_path / "all.tmx").read_text(encoding="utf-8")
