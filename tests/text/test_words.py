from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_zawgyi import MYANMAR
from workbench.text.numerals import burmese_digits, latin_digits, numbers
from workbench.text.words import sentences, syllables, words

TEXT = st.text(MYANMAR | st.sampled_from(" \n.a1”𝟓😀"))


@given(TEXT)
def test_each_character_but_white_space_is_in_one_syllable(text: str) -> None:
    pieces = "".join(text[start:end] for start, end in syllables(text))
    assert "".join(pieces.split()) == "".join(text.split())


@given(TEXT)
def test_words_are_in_order_and_sentences_tile_the_text(text: str) -> None:
    places = [place for span in words(text) for place in span]
    assert places == sorted(places)
    assert "".join(text[start:end] for start, end in sentences(text, "en")) == text


def test_threads_do_not_walk_in_each_others_text() -> None:
    texts = [f"မြန်မာနိုင်ငံ{'ကောင်း' * count} သည်" for count in range(40)]
    alone = [words(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(10):
            assert list(pool.map(words, texts)) == alone


def test_the_same_number_in_both_scripts_is_the_same_number() -> None:
    for text in ("1,200.50", "၁,၂၀၀.၅၀", latin_digits("၁,၂၀၀.၅၀"), burmese_digits("1,200.50")):
        assert numbers(text) == ["1200.50"]
