"""Spellings that say the same are the same once folded, and what was folded is found in its text."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.text import unicode_of
from workbench.text.folding import fold, places, readings

SAME = [
    ("နိုင်ငံ", "ႏိုင္ငံ"),  # Zawgyi
    ("ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။", "ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။"),  # in part
    ("ပို့", "ပ\u102f\u102d့"),  # signs in another order
    ("ဦး", "ဥ\u102eး"),  # NFC
    ("၂၀၂၁ ခုနှစ်", "2021 ခုနှစ်"),
    ("နယ်မြေ ၈၀", "နယ်မြေ၈၀"),
    ("မြန်\u200bမာ", "မြန်မာ"),
    ("Ceasefire", "CEASEFIRE"),
    ("“peace”", '"peace"'),
    ("ﬁle\u00a0one", "file one"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_the_same_words_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_letters_that_tell_words_apart_stay() -> None:
    assert len({fold(each) for each in ("လူ", "လူး", "လှူ", "ကန်", "ကန", "one two", "onetwo")}) == 7


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Nearly 80 percent", "80 PER", ["80 per"]),
        ("နယ်မြေ ၈၀ ရာခိုင်နှုန်း", "မြေ 80", ["မြေ ၈၀"]),
        ("one", "two", []),
        ("one", "", []),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: str, found: list[str]) -> None:
    spans = places(text, fold(words))
    assert [text[start:end] for start, end in spans] == found


def test_few_letters_are_read_both_ways() -> None:
    assert fold("နှင့်") in readings("ႏွင့္")
    words = "ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။"
    assert fold(words) in readings(words)


TORN = re.compile("[\u200b\u00a0 ][\u102b-\u103e]")
"""A sign torn from its letter: found, but not shown where."""
LETTERS = st.text("aB é“–\u00a0\u200b0၀၁ကခင်္ဂာိုု့းနှေ။", max_size=40)


@given(LETTERS)
def test_all_of_a_text_is_found_in_it(text: str) -> None:
    assume(unicode_of(text) == text)
    assume(not TORN.search(text))
    whole = fold(text).strip()
    found = places(text, whole)
    assert len(found) == (1 if whole else 0)
    if whole:
        assert fold(text[slice(*found[0])]).strip() == whole
