"""Whether heavy programs take our files whole: `python -m bench.programs [PEER]`.

PEER names the Python of an environment of its own with OpusTools (`peer/bin/pip install opustools`; it
brings a package `tests`, which would stand before ours); LibreOffice, which is large, is asked where
`soffice` is installed. What is not there is said and passed over; a program that takes a file otherwise
than it was meant ends with 1. OmegaT, XML::TMX, lttoolbox, translate-toolkit and datasets are asked in
the tests (tests/programs).
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.exchange import units
from workbench.bitext import pages, xces, xlsx
from workbench.bitext.units import Unit

COUNT = 500
FORMS = {
    "review.xlsx": "csv:Text - txt - csv (StarCalc):44,34,76",
    "read.docx": "txt:Text (encoded):UTF8",
}


def told(name: str, right: bool) -> bool:
    """Say whether a program took everything."""
    print(f"{name:40} {'takes all' if right else 'FAILS'}", flush=True)
    return right


def opus(peer: Path, folder: Path, wanted: list[str]) -> bool:
    """OpusTools makes Moses files of our zip."""
    ours, out = folder / "bitext.zip", [str(folder / name) for name in ("out.en", "out.my")]
    command = [peer.parent / "opus_read", "-d", "b", "-s", "en", "-t", "my", "-p", "raw", "-q"]
    command += ["-sz", ours, "-tz", ours, "-af", folder / "bitext.xml", "-wm", "moses", "-w", *out]
    shutil.unpack_archive(ours, folder)
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return Path(out[1]).read_text(encoding="utf-8").splitlines() == wanted


def office(folder: Path, wanted: list[str]) -> bool:
    """LibreOffice opens the workbook and the document."""
    home = f"-env:UserInstallation=file://{folder}/office"
    for name, form in FORMS.items():
        command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, str(folder / name)], check=True, capture_output=True, timeout=300)
    with (folder / "review.csv").open(encoding="utf-8", newline="") as table:
        cells = [row[1] for row in csv.reader(table)][1:]
    text = (folder / "read.txt").read_text(encoding="utf-8")
    return cells == wanted and all(each in text for each in wanted)


def main() -> None:
    """Write every file once and ask each program that is there."""
    found: list[Unit] = list(units(COUNT))  # type: ignore[arg-type]
    wanted = [unit.target_text for unit in found]
    right = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, write in (
            ("bitext.zip", xces.write),
            ("review.xlsx", xlsx.write),
            ("read.docx", pages.write_docx),
        ):
            with (folder / path).open("w+b") as out:
                write(found, out)
        if len(sys.argv) > 1:
            peer = Path(sys.argv[1])
            right += [told("OpusTools, XCES", opus(peer, folder, wanted))]
        else:
            print("OpusTools: name the Python of an environment that has it.")
        if shutil.which("soffice"):
            right += [told("LibreOffice, XLSX and DOCX", office(folder, wanted))]
        else:
            print("LibreOffice: soffice is not installed.")
    sys.exit(not all(right))


if __name__ == "__main__":
    main()
