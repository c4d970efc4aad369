"""The cases of `cases/sentences.txt`; a linguist can add a line."""

from pathlib import Path

import pytest

from workbench.segment.sentences import sentences

CASES = Path(__file__).with_name("cases") / "sentences.txt"


def cases():
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "cut"), cases())
def test_a_text_is_cut_where_a_linguist_says(language, cut):
    parts = [part.strip() for part in cut.split("|") if part.strip()]
    text = cut.replace(" | ", " ").replace("|", "").strip()
    assert [sentence for sentence, _ in sentences(text, language)] == parts


@pytest.mark.parametrize(("language", "cut"), cases())
def test_sentences_and_the_space_after_them_are_the_text(language, cut):
    text = cut.replace("|", " ").strip()
    found = sentences(text, language)
    assert "".join("".join(sentence.split()) for sentence, _ in found) == "".join(text.split())
    assert all(gap in ("", " ") for _, gap in found)


def test_another_language_falls_back_to_icu():
    assert [sentence for sentence, _ in sentences("Guten Tag. Wie geht es?", "de")] == [
        "Guten Tag.",
        "Wie geht es?",
    ]


def test_a_projects_exceptions_end_no_sentence():
    text = "Adm. Off. Yangon agreed. Yahoo! News wrote of it."
    found = [sentence for sentence, _ in sentences(text, "en", ("Off.", "Yahoo!"))]
    assert found == ["Adm. Off. Yangon agreed.", "Yahoo! News wrote of it."]
