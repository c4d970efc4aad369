"""PDF, through poppler's `pdftotext`: words with their boxes, mended spaces, paragraphs by their place.

Of the free programmes only poppler gives Burmese back in the order of storage, and only where whoever
made the PDF wrote that order down (/ActualText); elsewhere clusters come out damaged; we count them.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.errors import BadFile
from workbench.files.gaps import judge
from workbench.files.opened import Opened, Remark
from workbench.files.pages import PageLine, page_lines
from workbench.files.paragraphs import paragraphs
from workbench.files.plain import open_plain
from workbench.files.programs import FILE, run
from workbench.saying import say
from workbench.segment import Block
from workbench.text.cluster_rules import FAULTS
from workbench.text.syllables import CLUSTER

_MEMORY = 2 << 30
_COMMAND = ["pdftotext", "-raw", "-enc", "UTF-8"]
_SUSPECT = 0.005
"""The share of damaged clusters from which a PDF is called suspect."""
_LOST = re.compile("[\ufffd\ue000-\uefff]")
_NO_TEXT = say(
    "This PDF holds no text, only pictures of pages: it was scanned. Run it "
    "through a text recognition (OCR) that knows Burmese, or ask for the document "
    "it was made from."
)


def open_pdf(content: bytes, language: str) -> Opened:
    """The blocks of a PDF; refuses a scanned, locked or damaged one with a sentence."""
    if shutil.which("pdftotext") is None:
        raise BadFile(say("To read a PDF the programme pdftotext is needed: install poppler-utils."))
    lines = page_lines(_read(content, "-bbox"), _read(content))
    if not lines:
        raise BadFile(_NO_TEXT)
    judge(lines)
    text, pages = _running_text(lines)
    opened = open_plain(text.encode(), language)
    blocks = tuple(_on_page(block, pages) for block in opened.blocks)
    remarks = tuple(
        Remark(pages.get(each.place, ""), each.code, each.message) for each in opened.remarks
    )
    suspect = damaged(block.text for block in blocks)
    return Opened(blocks, "pdf", (*_said(suspect), *remarks), suspect=suspect)


def _read(content: bytes, *options: str) -> str:
    try:
        return run([*_COMMAND, *options, FILE, "-"], content, memory=_MEMORY).decode("utf-8", "replace")
    except BadFile as error:
        if "password" in str(error):
            raise BadFile(
                say(
                    "This PDF is protected by a password. Open it, take the password off and save "
                    "it again."
                )
            ) from error
        raise BadFile(
            say("This PDF is damaged or was cut short and cannot be read. Copy or download it again.")
        ) from error


def _running_text(lines: Sequence[PageLine]) -> tuple[str, dict[str, str]]:
    """The paragraphs with blank lines between, a form feed before each page; the page of each line."""
    rows: list[str] = []
    pages: dict[str, str] = {}
    page = 1
    for number, text in paragraphs(lines):
        pages[say("line %(number)s", number=len(rows) + 1)] = say("page %(number)s", number=number)
        rows += [("\f" if number != page else "") + text, ""]
        page = number
    return "\n".join(rows), pages


def _on_page(block: Block, pages: dict[str, str]) -> Block:
    return replace(block, place=pages.get(block.place or "", block.place))


def _said(suspect: float) -> Iterator[Remark]:
    if suspect >= _SUSPECT:
        yield Remark(
            "",
            "suspect",
            say(
                "%(share)s of the Burmese in this PDF came out damaged: its maker did not "
                "write down the order of the signs. Ask for the document it was made from, or "
                "check each line.",
                share=f"{suspect:.1%}",
            ),
        )


def damaged(texts: Iterable[str]) -> float:
    """The share of Burmese clusters that cannot be written so, lost characters counted among them."""
    clusters = faults = 0
    for text in texts:
        lost = len(_LOST.findall(text))
        found = CLUSTER.findall(text)
        clusters += len(found) + lost
        faults += lost + sum(1 for each in found if FAULTS[each])
    return faults / clusters if clusters else 0.0
