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


def test_an_earlier_text_can_be_brought_back(desk: DeskPage) -> None:
    desk.do("edit", 2, target_at_0="နှစ်ခု။")
    unit = desk.units()[1]
    panel = desk.client.get(f"/units/{unit.id}/beside").text
    form = panel[panel.index(f'action="/units/{unit.id}/edit"') :]
    fields = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', form[: form.index("</form>")]))
    desk.client.post(f"/units/{unit.id}/edit", data=fields)
    assert desk.units()[1].target_text == "နှစ်။"


def test_a_pair_that_is_not_there_says_so(desk: DeskPage) -> None:
    assert desk.client.get("/units/99/beside").status_code == 404
