from hypothesis import given
from hypothesis import strategies as st

from tests.bitext.strategies import ANY, BURMESE
from workbench.bitext.cleaning import clean
from workbench.bitext.vetting import doubtful
from workbench.bitext.zawgyi import looks_zawgyi

MYANMAR = st.text(st.characters(min_codepoint=0x1000, max_codepoint=0x109F), max_size=12)
PARTS = [
    "ျမန္မာ", "စာ", "ေရး", "သား", "နည္း", "က်", "ကေလး", "ဟုတ္ကဲ့", "ခင္တဲ့ ", "တရားမ၀င္", "စေတာ့တလန္",
    "ကျောင်းရှေ့တွင် ", "ဗုဒ္ဓ", "သင်္ဘော", "မှာ", "(", "”", " ",
]  # fmt: skip
ZAWGYI = st.lists(st.sampled_from(PARTS)).map("".join)
TEXTS = st.lists(ANY | BURMESE | MYANMAR | ZAWGYI | st.text("a é\n\t\r\x0b\u2028\ud800😀", max_size=6))


@given(TEXTS)
def test_a_text_beyond_doubt_is_clean_and_no_zawgyi(texts: list[str]) -> None:
    doubted = doubtful(texts)
    assert doubted <= set(range(len(texts)))
    for place, text in enumerate(texts):
        assert place in doubted or (clean(text) == (text, []) and not looks_zawgyi(text))


def test_usual_texts_are_beyond_doubt() -> None:
    texts = [
        "We, the undersigned, “urge” you – now.", "Zürich, café", "", "မြန်မာနိုင်ငံ၏ ဥပဒေ။", "ဗုဒ္ဓဘာသာ",
        "သင်္ဘော", "၁၂၃၊ ၄၅၆။", "က\u200bခ\u00a0ဂ", "လူ့အခွင့်အရေး",
    ]  # fmt: skip
    assert doubtful(texts) == set()


def test_zawgyi_that_has_no_sign_of_its_own_is_doubted() -> None:
    texts = ["ဟုတ္ကဲ့", "ဟုတ်ကဲ့", "ကေလး ကစားသည္", "သူက ရှေ့တွင် “ဟုတ္ကဲ့ ခင္ဗ်ာ” ဟု ရေးသည်။"]
    assert doubtful(texts) == {0, 2, 3}
