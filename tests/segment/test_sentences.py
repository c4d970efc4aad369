"""The cases of `cases/sentences.txt`; a linguist can add a line."""

from pathlib import Path

import pytest

from workbench.segment import CutException
from workbench.segment.sentences import sentences

CASES = Path(__file__).with_name("cases") / "sentences.txt"


def cut(text, language, *exceptions):
    return [sentence for sentence, _ in sentences(text, language, exceptions)]


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
    exceptions = CutException("Off."), CutException("Yahoo!")
    assert cut(text, "en", *exceptions) == ["Adm. Off. Yangon agreed.", "Yahoo! News wrote of it."]


def test_a_name_stays_whole_and_may_end_a_sentence():
    name = CutException("Yahoo! Inc.", kind="no_break")
    assert cut("He left Yahoo!  Inc. The others stayed.", "en", name) == [
        "He left Yahoo!  Inc.",
        "The others stayed.",
    ]


def test_an_exception_begins_a_word_and_holds_in_its_own_language_alone():
    assert cut("He drew it off. Then he left.", "en", CutException("ff.")) == [
        "He drew it off.",
        "Then he left.",
    ]
    assert cut("He is off. Then he left.", "en", CutException("off.", "my")) == [
        "He is off.",
        "Then he left.",
    ]


@pytest.mark.parametrize(
    ("text", "language", "exception"),
    [
        ("ဝတ္ထုအမည်မှာ သွားမည်။ လာမည် ဖြစ်သည်။", "my", "သွားမည်။ လာမည်"),
        ("Er ging. Herr Off. Meier blieb.", "de", "Off."),
    ],
)
def test_exceptions_hold_in_burmese_and_where_icu_cuts(text, language, exception):
    without, held = cut(text, language), cut(text, language, CutException(exception, language))
    assert len(held) < len(without)
    assert "".join(held).replace(" ", "") == text.replace(" ", "")


def test_what_icu_cuts_keeps_the_space_between():
    assert sentences("Guten Tag. Wie geht es?", "de") == [("Guten Tag.", " "), ("Wie geht es?", "")]


@pytest.mark.parametrize("tag", ["en-GB", "en_US", "EN"])
def test_a_region_has_the_rules_of_its_language(tag):
    assert cut("Dr. Aye spoke. He left.", tag) == ["Dr. Aye spoke.", "He left."]
    assert cut("Off. Yangon agreed. Go.", tag, CutException("Off.")) == ["Off. Yangon agreed.", "Go."]


def test_burmese_of_a_region_has_the_rules_of_burmese():
    assert cut("“လာမည်။” ဟု ပြောသည်။ သွားမည်။", "my-MM") == ["“လာမည်။” ဟု ပြောသည်။", "သွားမည်။"]
    bare = "မြို့နယ်အတွင်း ရေကြီးမှု ဖြစ်ပွားခဲ့သည် ဒေသခံများသည် ကျောင်းများတွင် ခိုလှုံနေကြရသည်"
    assert len(cut(bare, "my-Mymr-MM")) == 2
