"""The usual layout is read by a pattern, all else by a parser: nobody must be able to tell which."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bitext.strategies import BURMESE
from tests.bitext.test_tmx_reading import HEAD, TAIL
from workbench.bitext import tmx
from workbench.bitext.report import Problem, Report
from workbench.bitext.tmx import layout
from workbench.bitext.units import Unit

GAPS = st.sampled_from(["", "", "\n", "\n  ", " \r\n\t"])
TEXT = BURMESE | st.sampled_from(
    ["One.", "a &amp; b", "&lt;b&gt;", "&#x1000;", "&apos;", "x\ny", " edge", "", "ျမန္မာစာ", "e\u0301",
     ">", "<hi>h</hi>", "<ph x='1'/>", "a\tb"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["", ' tuid="1"', ' tuid="2"', ' tuid="u&amp;3"', " tuid='4'", ' tuid="5" changeid="aye"']
)
SAID = st.sampled_from(
    ["", '<prop type="x-status">confirmed</prop>', '<prop type="x-status">odd</prop>', "<note>n</note>",
     '<prop type="x-status">rejected</prop><prop type="x-score">0.5</prop>',
     '<prop type="x-score">7</prop>']
)  # fmt: skip
SEGMENTS = st.sampled_from(
    ["", '<prop type="x-segment">0 3 heading A.</prop>', '<prop type="x-segment">0 3 heading</prop>',
     '<prop type="x-segment">0 1 bullet a&amp;b</prop>',
     '<prop type="x-segment">junk</prop>',
     '<prop type="x-segment">0 1 bullet</prop><prop type="x-segment">2 1 bullet</prop>']
)  # fmt: skip
LANGUAGES = st.sampled_from(["en", "my", "EN-US", "mya", "fr"])
BETWEEN = st.sampled_from(["", "\n", "<!-- a note -->", "\n\n  "])


@st.composite
def units(draw: st.DrawFn) -> str:
    sides = "".join(
        f'<tuv xml:lang="{draw(LANGUAGES)}">{gap}{draw(SEGMENTS)}<seg>{draw(TEXT)}</seg>{gap}</tuv>{gap}'
        for gap in (draw(GAPS), draw(GAPS))
    )
    return f"{draw(BETWEEN)}<tu{draw(NAMES)}>{draw(GAPS)}{draw(SAID)}{sides}</tu>"


def taken(raw: bytes) -> tuple[list[Unit], list[Problem]]:
    report = Report()
    return list(tmx.read(io.BytesIO(raw), report)), report.problems


@given(st.lists(units(), max_size=8), st.sampled_from([1 << 17, 300]))
@settings(max_examples=150)
def test_the_pattern_and_the_parser_give_the_same(found: list[str], size: int) -> None:
    text = f"{HEAD}{''.join(found)}\n{TAIL}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "_CHUNK", size)
        by_pattern = taken(text.encode())
    by_parser = taken(text.encode("utf-16"))  # which the pattern leaves alone
    assert by_pattern == by_parser
