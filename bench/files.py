"""How well Burmese comes out of a PDF: `python -m bench.files [TSV]`, its second column Burmese.

Prints the text with Chromium, and with LibreOffice where that is installed, in two fonts (LibreOffice
takes those of the system) and two widths, opens the PDF by the door, and compares: the share of
characters that came back otherwise (white space ignored), and of the spaces how many are right
(precision) and how many of the right ones are there (recall). The same for pdftotext alone.
"""

import html
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from rapidfuzz.distance import Indel, Levenshtein

from workbench.files import open_file
from workbench.resources import resource
from workbench.text import MYANMAR, read

FONTS = Path(__file__).parents[1] / "workbench" / "web" / "static" / "fonts"
FACES = {"Padauk": "padauk-400.woff2", "Noto Sans Myanmar": "noto-sans-myanmar-400.woff2"}
WIDTHS = (90, 150)  # millimetres
PAGE = 170  # millimetres between the margins of LibreOffice
PER_PARAGRAPH = 4
MOST = 1200


def paragraphs(table: str | None) -> list[str]:
    """Paragraphs of Burmese: of the second column of a table, or of the samples."""
    if table is None:
        texts = sorted(resource("seeds").glob("*/my.txt"))
        lines = [line for path in texts for line in read(path.read_bytes(), MYANMAR).text.split("\n")]
        return [" ".join(line.split()) for line in lines if len(line) > 60 and "■" not in line]
    rows = Path(table).read_text(encoding="utf-8").splitlines()[:MOST]
    cells = [" ".join(html.unescape(row.split("\t")[1]).split()) for row in rows]
    return [" ".join(cells[at : at + PER_PARAGRAPH]) for at in range(0, len(cells), PER_PARAGRAPH)]


def printed(texts: list[str], face: str, width: int, folder: Path) -> Path:
    """A PDF of these paragraphs, as Chromium prints it."""
    page, out = folder / "page.html", folder / f"{face[:4]}{width}.pdf"
    source = (FONTS / FACES[face]).as_uri()
    look = f"@font-face{{font-family:F;src:url({source})}}p{{font:12pt/1.9 F;width:{width}mm}}"
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    page.write_text(f"<html lang=my><meta charset=utf-8><style>{look}</style>{body}", encoding="utf-8")
    chromium = shutil.which("chromium") or "chromium"
    options = ["--headless", "--no-sandbox", "--allow-file-access-from-files", "--no-pdf-header-footer"]
    command = [chromium, *options, f"--print-to-pdf={out}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out


def exported(texts: list[str], face: str, width: int, folder: Path) -> Path:
    """A PDF of these paragraphs, as LibreOffice makes it of a flat OpenDocument text."""
    names = {"office": "office", "text": "text", "style": "style", "fo": "xsl-fo-compatible"}
    spaced = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in names.items()
    )
    fonts = f'style:font-family-complex="{face}" fo:font-family="{face}"'
    sizes = 'style:font-size-complex="12pt" fo:font-size="12pt"'
    source = folder / "page.fodt"
    source.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaced} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:styles><style:default-style style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-right="{PAGE - width}mm"/>'
        f"<style:text-properties {fonts} {sizes}/></style:default-style></office:styles>"
        "<office:body><office:text>"
        + "".join(f"<text:p>{html.escape(text)}</text:p>" for text in texts)
        + "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "page.pdf").rename(folder / f"lo-{face[:4]}{width}.pdf")


def spaces(text: str) -> tuple[str, set[int]]:
    """The text without white space, and the places in it where white space stood."""
    bare, found = [], set()
    for word in text.split():
        found.add(len(bare))
        bare.extend(word)
    return "".join(bare), found


def compare(gold: str, got: str) -> tuple[float, float, float]:
    """Character error, precision and recall of the spaces."""
    (wanted, there), (came, here) = spaces(gold), spaces(got)
    blocks = Indel.opcodes(wanted, came).as_matching_blocks()
    pairs = {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    right = {pairs[place] for place in there if place in pairs} & here
    return Levenshtein.normalized_distance(wanted, came), len(right) / len(here), len(right) / len(there)


def main() -> None:
    """Print a line for each font, programme and width."""
    texts = paragraphs(sys.argv[1] if len(sys.argv) > 1 else None)
    gold = "\n".join(texts)
    print(f"{len(texts)} paragraphs, {len(gold)} characters")
    print(f"{'':<48}{'error':>8}{'precision':>11}{'recall':>8}{'suspect':>9}")
    makers = {"Chromium": printed, "LibreOffice": exported if shutil.which("soffice") else None}
    with tempfile.TemporaryDirectory() as name:
        for (made, make), face, width in product(makers.items(), FACES, WIDTHS):
            if make:
                show(gold, make(texts, face, width, Path(name)), f"{made}, {face}, {width} mm")


def show(gold: str, path: Path, name: str) -> None:
    """Print how pdftotext alone and the workbench read a PDF of this text."""
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    opened = open_file(path.read_bytes(), path.name)
    ours = "\n".join(" ".join(filter(None, (b.label, b.text))) for b in opened.blocks)
    for who, text in (("pdftotext", raw.stdout.decode()), ("workbench", ours)):
        figures = "".join(f"{each:>10.4f}" for each in compare(gold, text))
        print(f"{name + ', ' + who:<48}{figures}{opened.suspect:>9.4f}", flush=True)


if __name__ == "__main__":
    main()
