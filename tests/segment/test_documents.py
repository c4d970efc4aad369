"""The documents of `cases/documents.txt`, block by block; a linguist can add to them."""

from pathlib import Path

import pytest

from workbench.segment import blocks, of_blocks

CASES = Path(__file__).with_name("cases") / "documents.txt"


def cases():
    for part in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, rest = part.split("\n", 1)
        text, expected = rest.split("\n---\n")
        yield pytest.param(text, expected.strip().split("\n"), id=name)


def as_lines(text):
    found = blocks(text)
    sentences = [[] for _ in found]
    for each in of_blocks(found):
        sentences[each.block].append(each.text)
    return [
        f"{block.kind} | {block.label or '-'} | {' ¦ '.join(texts)}"
        for block, texts in zip(found, sentences, strict=True)
    ]


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_a_document_has_the_blocks_a_person_sees(text, expected):
    assert as_lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_an_indented_or_double_spaced_document_has_the_same_blocks(text, expected):
    assert as_lines("\n".join(f"      {line}".rstrip() for line in text.split("\n"))) == expected
    assert as_lines(text.replace("\n", "\r\n")) == expected
