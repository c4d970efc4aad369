"""However a text is laid out, its paragraphs come back; a law over invented paragraphs."""

import textwrap

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.segment import blocks
from workbench.segment.layout import measure
from workbench.segment.lines import lines

TEXT = """boats rice the river of villages had risen twice since May and nobody people-owned came to
help with cross-border food or water while long-term plans for schools waited (again) until autumn"""
WORDS = TEXT.split()


@st.composite
def paragraphs(draw):
    texts = []
    for _ in range(draw(st.integers(2, 4))):
        sentences = draw(
            st.lists(
                st.lists(st.sampled_from(WORDS), min_size=12, max_size=26, unique=True),
                min_size=3,
                max_size=4,
            )
        )
        texts.append(" ".join(f"The {' '.join(words).rstrip(',')}." for words in sentences))
    return texts


def wrapped(texts, width, margin=""):
    return [
        textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin) for text in texts
    ]


def found(text):
    return [block.text for block in blocks(text) if block.kind != "boilerplate"]


@settings(max_examples=25, deadline=None)
@given(paragraphs(), st.integers(56, 110), st.integers(0, 8))
def test_wrapped_and_indented_paragraphs_come_back(texts, width, margin):
    parts = wrapped(texts, width, " " * margin)
    assert found("\n\n".join("\n".join(part) for part in parts)) == texts


@settings(max_examples=15, deadline=None)
@given(paragraphs(), st.integers(56, 110))
def test_double_spaced_paragraphs_come_back(texts, width):
    parts = wrapped(texts, width)
    assert found("\n\n\n\n".join("\n\n".join(part) for part in parts)) == texts


@settings(max_examples=15, deadline=None)
@given(paragraphs(), st.integers(56, 110), st.integers(1, 9))
def test_a_page_break_in_a_paragraph_is_no_end_of_it(texts, width, page):
    parts = wrapped(texts, width)
    lines = [line for part in parts for line in part]
    # Lines that come again are headers, and where every line is a sentence each is a paragraph.
    assume(len(set(lines)) == len(lines) and not all(line.endswith(".") for line in lines))
    half = len(parts[0]) // 2
    parts[0][half] = f"\n- {page} -\n\f{parts[0][half]}"
    assert found("\n\n".join("\n".join(part) for part in parts)) == texts


BURMESE = [
    "မြစ်ဝကျွန်းပေါ်ဒေသရှိ ကျေးရွာ ၂၀ ကျော်တွင် ယမန်နေ့ညက ရေကြီးမှု ဖြစ်ပွားခဲ့သည်။ ရွာသားအများစုသည် "
    "ဘုန်းကြီးကျောင်းများနှင့် ကျောင်းဆောင်များသို့ ရွှေ့ပြောင်းခိုလှုံနေကြရသည်။ အစားအစာ၊ သောက်သုံးရေနှင့် ဆေးဝါးများ "
    "အရေးပေါ် လိုအပ်နေကြောင်း ကယ်ဆယ်ရေးအဖွဲ့များက ပြောကြားသည်။ လမ်းများလည်း ပြတ်တောက်နေသည်။",
    "အစည်းအဝေးသို့ တက်ရောက်လာသော ကိုယ်စားလှယ်များက နောက်လတွင် ထပ်မံတွေ့ဆုံရန် သဘောတူခဲ့ကြသည်။ ၎င်းတို့သည် "
    "ရေဘေးသင့်ပြည်သူများအတွက် ရန်ပုံငွေ ထူထောင်မည်ဟုလည်း ဆိုသည်။ အသေးစိတ်ကို မကြာမီ ထုတ်ပြန်မည် ဖြစ်သည်။",
]


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("stop", ["။", ""])
def test_burmese_paragraphs_come_back_with_their_stops_and_without(width, stop):
    texts = [text.replace("။", stop) for text in BURMESE]
    parts = ["\n".join(textwrap.wrap(text, width, initial_indent="    ")) for text in texts]
    assert found("\n\n".join(parts)) == texts
    assert found("\n".join(parts)) == texts


def test_the_end_of_a_sentence_is_no_header_though_several_pages_begin_with_it():
    lines = [
        "ကျောင်းများအားလုံးကို နောက်တစ်ပတ်တွင် ပြန်လည်ဖွင့်လှစ်ပေးရန် ရွာလူကြီးများက သဘောတူခဲ့ကြ",
        "တံတားသစ်ကို လာမည့်နွေရာသီတွင် စတင်တည်ဆောက်မည်ဖြစ်ကြောင်း မြို့နယ်အင်ဂျင်နီယာက ပြောကြားခဲ့",
        "ရေဘေးသင့်အိမ်ထောင်စုများအတွက် ဆန်နှင့်ဆီကို အပတ်စဉ် ဆက်လက်ဝေငှပေးသွားရန် စီစဉ်ထား",
    ]
    text = "".join(f"{line}\n\fပါသည်။\n\n" for line in lines)
    assert [each.split()[-1] for each in found(text)] == ["ပါသည်။"] * 3


def test_an_unwrapped_text_has_no_width():
    assert measure(lines("One line.\n\nAnother, longer line.\n")).width == 0
