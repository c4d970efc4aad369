import re

import pytest

from tests.web.conftest import DeskPage
from workbench.bitext.units import Status


def look(desk: DeskPage, **wishes: object) -> str:
    return desk.client.get(f"/documents/{desk.id}/many", query_string=wishes).text


def do(desk: DeskPage, **wishes: object) -> int:
    token = re.search(r'name="token" value="(\w+)"', look(desk, **wishes))
    data = wishes | {"token": token[1] if token else ""}
    return desk.client.post(f"/documents/{desk.id}/many", data=data).status_code


def test_words_are_replaced_after_a_look_and_one_undo_brings_them_back(desk: DeskPage) -> None:
    wishes = {"act": "replace", "words": "နှစ်", "by": "၂", "side": "target"}
    shown = look(desk, **wishes)
    assert "One pair would change" in shown
    assert "<del>နှစ်</del><ins>၂</ins>" in shown
    assert desk.units()[1].target_text == "နှစ်။"
    assert do(desk, **wishes) == 303
    assert desk.units()[1].target_text == "၂။"
    desk.turn("undo")
    assert desk.units()[1].target_text == "နှစ်။"


def test_sure_pairs_are_confirmed_together(desk: DeskPage) -> None:
    assert do(desk, act="confirm", score="0.5", even="on") == 303
    assert [each.status for each in desk.units()] == [
        Status.CONFIRMED,
        Status.CONFIRMED,
        Status.UNREVIEWED,
    ]


def test_zawgyi_is_converted_and_findings_are_mended(desk: DeskPage) -> None:
    desk.do("edit", 1, target_at_0="က်န္းမာေရးသည္ လူ႔အခြင့္အေရးျဖစ္သည္။")
    desk.do("edit", 2, target_at_0="ကျောင်းသားမျာား ရှိသည်။")
    assert do(desk, act="convert") == 303
    assert do(desk, act="mend") == 303
    texts = [each.target_text for each in desk.units()]
    assert texts[:2] == ["ကျန်းမာရေးသည် လူ့အခွင့်အရေးဖြစ်သည်။", "ကျောင်းသားများ ရှိသည်။"]


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "9" * 5000, "²"])
def test_a_number_no_pair_has_is_refused(desk: DeskPage, number: str) -> None:
    address = f"/documents/{desk.id}/many"
    asked = {"act": "confirm", "score": "0.5", "first": number}
    assert desk.client.get(address, query_string=asked).status_code == 422


def test_what_has_changed_since_the_look_is_not_done(desk: DeskPage) -> None:
    wishes = {"act": "confirm", "score": "0.5", "even": "on"}
    token = re.search(r'name="token" value="(\w+)"', look(desk, **wishes))
    assert token
    desk.do("edit", 1, target_at_0="တစ်ခု။")
    answer = desk.client.post(f"/documents/{desk.id}/many", data=wishes | {"token": token[1]})
    assert answer.status_code == 409
    assert desk.units()[1].status is Status.UNREVIEWED


@pytest.mark.parametrize(
    "wishes",
    [
        {"act": "replace", "words": ""},
        {"act": "replace", "words": "(", "regex": "on"},
        {"act": "confirm", "score": "many"},
        {"act": "confirm", "score": "nan"},
        {"act": "confirm", "score": "0.9", "first": "-1"},
    ],
)
def test_a_wish_that_cannot_be_is_one_sentence(desk: DeskPage, wishes: dict[str, str]) -> None:
    assert desk.client.get(f"/documents/{desk.id}/many", query_string=wishes).status_code == 422


def test_a_look_without_an_act_is_the_form(desk: DeskPage) -> None:
    assert "would change" not in look(desk).split("<main")[1].split("</form>")[1]
