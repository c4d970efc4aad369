"""Office and markup documents, through pandoc: run as a programme that may read nothing but the file."""

import json
from functools import cache
from typing import Any

import pypandoc

from workbench.errors import BadFile
from workbench.files import archives, markup, opendocument, presentation, word
from workbench.files.drafts import blocks_of
from workbench.files.opened import Opened, Remark
from workbench.files.packages import TOO_DEEP, Around
from workbench.files.programs import FILE, run
from workbench.files.tree import Walk

_FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "epub": "epub",
    "html": "html",
    "pptx": "pptx",
    "md": "gfm+footnotes+yaml_metadata_block",
}
_TITLED = {"docx", "odt", "rtf", "pptx", "md"}
"""Formats in which pandoc takes the title out of the text into the metadata."""

_MEMORY = "-M1500m"


@cache
def _pandoc() -> str:
    return str(pypandoc.get_pandoc_path())


def tree_of(content: bytes, kind: str) -> dict[str, Any]:
    """pandoc's tree of a document, tracked changes accepted; refuses with a sentence."""
    command = [_pandoc(), "+RTS", _MEMORY, "-RTS", "--sandbox", "--track-changes=accept"]
    answer = run([*command, "-f", _FORMATS[kind], "-t", "json", FILE], content)
    try:
        tree: dict[str, Any] = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise BadFile(TOO_DEEP) from error
    return tree


def open_document(content: bytes, kind: str, language: str) -> Opened:
    """The blocks of a document in one of pandoc's formats."""
    remarks: tuple[Remark, ...] = ()
    around = Around()
    if kind in ("docx", "odt", "epub", "pptx"):
        archives.check(content)
    if kind == "docx":
        content, around = word.prepared(content)
    elif kind == "odt":
        content, around = opendocument.prepared(content)
    elif kind == "pptx":
        around = presentation.prepared(content)
    elif kind == "html":
        content, remarks = markup.prepared(content)
    elif kind == "md":
        content = markup.markdown(content)
    try:
        drafts = Walk().document(tree_of(content, kind), kind in _TITLED)
    except RecursionError as error:
        raise BadFile(TOO_DEEP) from error
    blocks, converted = blocks_of([*around.before, *drafts, *around.after], language)
    return Opened(blocks, kind, (*remarks, *around.remarks, *converted))
