import re

from tests.web.conftest import DeskPage


def test_history_tells_who_did_what_and_shows_the_difference(desk: DeskPage) -> None:
    desk.client.post("/preferences", data={"name": "Daw Hla"})
    desk.do("edit", 2, target_at_0="နှစ်ခု။")
    unit = desk.units()[1]
    panel = desk.client.get(f"/units/{unit.id}/beside", headers=desk.headers).text
    assert "Daw Hla" in panel
    assert "<ins>ခု</ins>" in panel
    assert ("<html" in panel) is not bool(desk.headers)


def test_who_gave_no_name_is_called_so_in_the_reader_s_language(desk: DeskPage) -> None:
    desk.do("edit", 2, target_at_0="နှစ်ခု။")
    desk.client.post("/preferences", data={"tongue": "my"})
    panel = desk.client.get(f"/units/{desk.units()[1].id}/beside", headers=desk.headers).text
    assert "တစ်စုံတစ်ဦး" in panel and "somebody" not in panel


def restore_button(desk: DeskPage, number: int, at: int = 0) -> str:
    """The revision that a button of the panel brings back, counted from the newest."""
    panel = desk.client.get(f"/units/{desk.units()[number - 1].id}/beside").text
    return re.findall(r'name="revision" value="(\d+)"', panel)[at]


def test_an_earlier_text_can_be_brought_back(desk: DeskPage) -> None:
    desk.do("edit", 2, target_at_0="နှစ်ခု။")
    desk.do("restore", 2, target_at_0="နှစ်ခု။", revision=restore_button(desk, 2))
    assert desk.units()[1].target_text == "နှစ်။"


def test_an_earlier_text_comes_back_cut_as_it_was(desk: DeskPage) -> None:
    desk.do("edit", 2, source_at_0="Two of us.")
    desk.do("join", 2, seam="source:0")
    assert [each.text for each in desk.units()[1].source] == ["Two of us. Three."]
    revision = restore_button(desk, 2, 1)
    desk.do("restore", 2, revision=revision)
    assert [each.text for each in desk.units()[1].source] == ["Two.", "Three."]
    answer = desk.do("restore", 1, revision=revision)
    assert answer.status_code == 422


def test_typing_is_saved_on_the_way_to_what_stands_beside(desk: DeskPage) -> None:
    unit = desk.units()[0]
    form = {"seen": unit.version, "target-0": "တစ်ခု။"}
    answer = desk.client.post(f"/units/{unit.id}/look", data=form, headers=desk.headers)
    there = answer.headers["HX-Redirect" if desk.headers else "Location"]
    assert there.startswith(f"/units/{unit.id}/beside")
    assert desk.units()[0].target_text == "တစ်ခု။"
    answer = desk.client.post(
        f"/units/{unit.id}/look", data=form | {"target-0": "x"}, headers=desk.headers
    )
    assert answer.status_code == 409


def test_a_pair_that_is_not_there_says_so(desk: DeskPage) -> None:
    assert desk.client.get("/units/99/beside").status_code == 404
