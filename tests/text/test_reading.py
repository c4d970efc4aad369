import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_zawgyi import MYANMAR
from workbench.text import ENGLISH, Reading, read
from workbench.text import MYANMAR as BURMESE


def codes(reading: Reading) -> list[tuple[int, str]]:
    return [(each.line, each.code) for each in reading.remarks]


def test_each_repair_leaves_a_remark_with_its_line() -> None:
    reading = read("မြန်မာ\r\nျမန္မာစာ\rစာ\x01မူ\nခွင\u103a\u1037".encode(), BURMESE)
    assert reading.text == "မြန်မာ\nမြန်မာစာ\nစာမူ\nခွင\u1037\u103a"
    assert codes(reading) == [(2, "zawgyi"), (3, "controls"), (4, "order")]
    assert reading.zawgyi_lines == (2,)


def test_a_zawgyi_quotation_is_converted_and_told_apart() -> None:
    reading = read("ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။".encode(), BURMESE)
    assert reading.text == "ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။"
    assert reading.remarks[0].message.startswith("Part of this line")


def test_a_clean_text_comes_as_it_is_without_a_word() -> None:
    text = "The school opened in 1998.\n\nကျောင်းဖွင့်သည်။\n"
    assert read(text.encode(), ENGLISH) == Reading(text, "utf-8")


@pytest.mark.parametrize("raw", [b"", b"\n", b"\xef\xbb\xbf"])
def test_next_to_nothing_is_read_as_nothing(raw: bytes) -> None:
    assert read(raw, BURMESE).text.strip() == ""


@given(st.text(MYANMAR | st.sampled_from(" \r\n\x02.a1\u200b\u2028")))
def test_reading_twice_changes_nothing(text: str) -> None:
    once = read(text.encode(), BURMESE).text
    assert read(once.encode(), BURMESE).text == once
