import re
from html import unescape

from tests.web.conftest import DeskPage


def page(desk: DeskPage, queue: str = "all") -> str:
    return desk.client.get(f"/documents/{desk.id}?queue={queue}").text


def key_of(shown: str, code: str) -> str:
    found = re.search(rf'name="key" value="({code}[^"]*)"', shown)
    assert found
    return unescape(found[1])


def test_a_finding_is_a_chip_and_its_queue_holds_the_pair(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="It has 80 pupils.", target_at_0="ကျောင်းသား ၈ ယောက် ရှိသည်။")
    shown = page(desk, "findings")
    assert "The numbers differ: 80 / 8." in shown
    assert "It has " in shown


def test_a_finding_that_may_stand_is_dismissed_with_a_reason_and_brought_back(desk: DeskPage) -> None:
    desk.do("edit", 1, source_at_0="It has 80 pupils.", target_at_0="ကျောင်းသား ၈ ယောက် ရှိသည်။")
    key = key_of(page(desk), "numbers_differ")
    desk.do("dismiss", 1, **{"key": key, f"reason {key}": "မူရင်းမှာ မှားသည်"})
    shown = page(desk)
    assert "let this stand." in shown
    assert "မူရင်းမှာ မှားသည်" in shown
    desk.do("bring_back", 1, key=key)
    assert "let this stand." not in page(desk)


def test_a_finding_in_its_place_is_underlined_and_mended(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="ကျောင်းသားမျာား ရှိသည်။")
    shown = page(desk)
    assert '<mark class="finding' in shown
    mends = re.findall(r'name="key" value="(my-[^"]*)" formaction="[^"]*/mend"', shown)
    assert mends
    desk.do("mend", 1, key=unescape(mends[0]))
    assert desk.units()[0].target_text == "ကျောင်းသားများ ရှိသည်။"


def test_a_finding_that_is_gone_says_so(desk: DeskPage) -> None:
    assert desk.do("mend", 1, key="my-001:x").status_code == 422
    assert desk.do("dismiss", 1, key="nothing").status_code == 422
