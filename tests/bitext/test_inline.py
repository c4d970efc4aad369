"""Tags of other tools: placeholders where they can come back, nothing where text is all."""

import io
import zipfile
from dataclasses import replace

import pytest

from tests.builders import unit
from workbench.bitext.formats import FORMATS
from workbench.bitext.heading import Heading
from workbench.bitext.inline import untagged

TAGS = tuple((f"x-inline-{side}", tag) for side in ("source", "target") for tag in ("<b>", "</b>"))
TAGGED = replace(unit("Read the {1}rules{2}.", "{1}စည်းမျဉ်း{2}ကို ဖတ်ပါ။", "1"), props=TAGS)


def written(form: str) -> bytes:
    out = io.BytesIO()
    FORMATS[form].write([TAGGED], out, Heading())
    if not form.endswith(("docx", "zip")):
        return out.getvalue()
    with zipfile.ZipFile(out) as archive:
        return b"".join(map(archive.read, archive.namelist()))


@pytest.mark.parametrize("form", ["html", "docx", "source.txt", "zip"])
def test_who_reads_the_text_alone_sees_no_placeholder(form: str) -> None:
    assert b"rules" in written(form) and b"{" not in written(form).split(b"<body")[-1]


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl", "po"])
def test_what_comes_back_to_us_keeps_them(form: str) -> None:
    assert b"{1}rules{2}" in written(form)


def test_a_segment_that_is_a_tag_alone_goes_with_it() -> None:
    alone = replace(unit("{1}|One. {2}", "တစ်။ {3}"), props=(*TAGS[:2], ("note", "kept")))
    assert untagged(alone) == replace(unit("One.", "တစ်။ {3}"), props=(("note", "kept"),))
