"""PDFs: Burmese as Chromium prints it comes back as it was; what cannot be read says why."""

from pathlib import Path

import pytest

from bench.files import FACES, compare, printed
from tests.files.makers import pdf
from workbench.errors import BadFile
from workbench.files import open_file
from workbench.files.gaps import judge
from workbench.files.pages import page_lines
from workbench.files.pdf import damaged
from workbench.files.spacing import Spacing

BURMESE = [
    "ကျောင်းသူ ကျောင်းသားများကို ပို့ဆောင်ရန် ရွာလူကြီးတို့က လှေကြီးနှစ်စင်း ငှားရမ်းခဲ့ကြသည်။ မိုးရွာသော နေ့များတွင် "
    "လှေသည် ကမ်းသို့ မကပ်နိုင်ပါ။ ထို့ကြောင့် ကလေးများ ကျောင်းနောက်ကျတတ်သည်။",
    "ဆရာမက ကလေးတို့ရဲ့ စာအုပ်တွေကို ခြောက်အောင် နေလှန်းပေးခဲ့သည်။ မိဘများလည်း ကူညီကြသည်။ ရေစိုသွားသော စာအုပ်များကို "
    "အသစ်လဲပေးရန် စာကြည့်တိုက်က ကတိပြုသည်။ ကလေးတို့ ဝမ်းသာကြသည်။",
    "နောက်နှစ်တွင် တံတားသစ် တစ်စင်း တည်ဆောက်ပြီးစီးမည်ဟု မြို့နယ်အုပ်ချုပ်ရေးမှူးက ပြောသည်။ တံတားပြီးလျှင် "
    "ကလေးတို့ လမ်းလျှောက်၍ ကျောင်းတက်နိုင်မည်။ လှေသမားတို့ကမူ အလုပ်အကိုင် ပျောက်မည်ကို စိုးရိမ်နေကြသည်။",
]


@pytest.mark.parametrize("face", FACES)
def test_burmese_of_chromium_comes_back(face: str, tmp_path: Path) -> None:
    path = printed(BURMESE, face, 120, tmp_path)
    opened = open_file(path.read_bytes(), path.name)
    error, precision, recall = compare(
        "\n".join(BURMESE), "\n".join(block.text for block in opened.blocks)
    )
    assert [block.kind for block in opened.blocks] == ["paragraph"] * 3
    assert error == 0
    assert precision >= 0.9 and recall >= 0.95  # a short text; `python -m bench.files` has the figures
    assert opened.suspect == 0 and opened.remarks == ()
    assert {block.place for block in opened.blocks} == {"page 1"}


def test_pages_are_named_and_sentences_go_on_over_a_page_break() -> None:
    first = "The committee that had been asked to look at the old bridge over the river said that"
    opened = open_file(pdf(first, "it could not be mended."), "a.pdf")
    assert [(block.text, block.place) for block in opened.blocks] == [
        (f"{first} it could not be mended.", "page 1")
    ]


def test_a_title_above_columns_does_not_tear_their_lines() -> None:
    title = "What Will Remain of the Lake When Its Water Has Gone for Good"
    lines = (
        "When the dry season comes to Inle",
        "Lake, the water falls very fast, and",
        "Nyaung Shwe has few boats. Most",
        "of its people wait for the rain.",
    )
    page = f"{title}) Tj /F 8 Tf 0 -30 Td ({') Tj 0 -10 Td ('.join(lines)}"
    assert [block.text for block in open_file(pdf(page), "a.pdf").blocks] == [title, " ".join(lines)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pdf("scan", text=False), "it was scanned"),
        (pdf("A text that was cut")[:200], "cut short"),
        (b"%PDF-1.7\n" + bytes(2000), "cut short"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        open_file(content, "a.pdf")


def word(left: float, right: float, text: str) -> str:
    return f'<word xMin="{left}" yMin="10" xMax="{right}" yMax="28">{text}</word>'


def test_a_gap_counts_by_how_far_its_ending_moves_it() -> None:
    """After ို a box ends 2.4 points early, so that 2.4 is no space there and 6.8 is one."""
    row, left = [], 0.0
    for text, gap in [("က", 4.4), ("လာ", 4.4), ("ကို", 2.4), ("ယ်", 4.4), ("ကို", 6.8), ("သွား", 4.4)] * 3:
        row.append(word(left, left + 20, text))
        left += 20 + gap
    lines = page_lines('<page width="600">' + "".join(row))
    judge(lines)
    assert lines[0].text == " ".join(["က လာ ကိုယ် ကို သွား"] * 3)


def test_an_ending_may_move_a_gap_by_two_amounts() -> None:
    row, left = [], 0.0
    words = ["က", "သို့", "လာ", "သို့", "ရာ", "သို့", "ရောက်", "သို့"]
    gaps = [3.1, 3.1, 3.1, 0.1, 3.1, 1.8, 3.1, 4.9]
    for text, gap in list(zip(words, gaps, strict=True)) * 4:
        row.append(word(left, left + 20, text))
        left += 20 + gap
    lines = page_lines('<page width="600">' + "".join(row))
    judge(lines)
    assert lines[0].text == " ".join(["က သို့ လာ သို့ရာ သို့ရောက် သို့"] * 4)


def test_no_space_stands_in_a_stack_nor_after_a_letter_under_another() -> None:
    row, left = [], 0.0
    for text, gap in [("ဥက္", -2.8), ("က", 2.8), ("ဌ", 3.1), ("လာ", 3.1)] * 3:
        row.append(word(left, left + 20, text))
        left += 20 + gap
    lines = page_lines('<page width="600">' + "".join(row))
    judge(lines)
    assert lines[0].text == " ".join(["ဥက္ကဌ လာ"] * 3)


def test_the_words_of_a_line_stand_from_left_to_right_in_whatever_order_they_were_drawn() -> None:
    row = [word(62, 66, "’"), word(0, 61.9, "Jacquemus"), word(69, 80, "La"), word(83, 84, "ကို")]
    lines = page_lines('<page width="600">' + "".join(row))
    assert [line.text for line in lines] == ["Jacquemus’ La ကို"]


def test_spaces_of_justified_lines_are_as_wide_as_it_takes() -> None:
    page = '<page width="600">'
    for number, space in enumerate([3.1, 5.2, 7.9, 4.4, 6.6, 3.6, 8.8, 5.9]):
        left = 0.0
        for text, gap in [("လာ", 0.0), ("ကြ", space), ("ရွာ", space), ("သား", space), ("များ", 0.0)]:
            top = 40 * number
            box = f'xMin="{left}" yMin="{top}" xMax="{left + 20}" yMax="{top + 15}"'
            page += f"<word {box}>{text}</word>"
            left += 20 + gap
    lines = page_lines(page)
    judge(lines)
    assert {line.text for line in lines} == {"လာကြ ရွာ သား များ"}


def test_a_broken_line_had_a_space_where_the_same_words_have_one() -> None:
    spacing = Spacing(["ကလေးများ ကျောင်းသွားသည်။ ကလေးများ ကျောင်းတက်သည်။ ရေကန်သာတွင်"] * 3)
    assert spacing.spaced("လာသော ကလေးများ", "ကျောင်းသို့")
    assert not spacing.spaced("ထိုသူသည် အမေရိ", "ကန်")
    assert spacing.spaced("သွားသည်။", "ထို့နောက်") and spacing.spaced("the", "end")


def test_the_share_of_damage_counts_clusters_and_lost_characters() -> None:
    assert damaged(["မြန်မာ"]) == 0
    assert damaged(["ကကက\ufffd"]) == 0.25
    assert damaged([]) == 0
    assert damaged(["ို့ကျောင်း"]) > 0.3
