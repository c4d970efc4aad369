"""axe finds nothing on any page: both themes, wide and narrow, with a pair in hand and while editing."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import add_document

STATES: dict[str, list[str]] = {
    "desk": [],
    "in hand": ["j"],
    "editing": ["j", "e"],
    "map of keys": ["Shift+Slash"],
}


def clean(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_page_keeps_anybody_out(visit: Callable[..., Page], width: int, scheme: str) -> None:
    page = visit(width, color_scheme=scheme)
    page.goto("/")
    clean(page)
    add_document(page)
    for keys in STATES.values():
        for key in keys:
            page.keyboard.press(key)
        clean(page)
        page.keyboard.press("Escape")
    for summary in page.locator(".unit.now .more summary").all():
        summary.click()
    clean(page)
    desk = page.url
    for address in ("/preferences", "/preferences/tokens", "/nothing-here", "/validate"):
        page.goto(address)
        clean(page)
    page.goto(desk)
    page.locator(".crumb").click()
    clean(page)
    page.get_by_role("link", name="Add a document").click()
    clean(page)


def test_both_texts_of_a_conflict_can_be_reached(visit: Callable[..., Page]) -> None:
    mine = visit()
    add_document(mine)
    theirs = visit()
    theirs.goto(mine.url)
    for page, text in ((theirs, "သူတို့စာ။"), (mine, "ကျွန်တော့်စာ။")):
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.insert_text(text)
    theirs.keyboard.press("Escape")
    expect(theirs.locator(".unit .target .text").first).to_contain_text("သူတို့စာ။")
    mine.keyboard.press("Escape")
    expect(mine.locator(".conflict")).to_be_visible()
    clean(mine)


@pytest.mark.parametrize(("theme", "tongue"), [("light", "my"), ("dark", "my"), ("contrast", "en")])
def test_no_page_keeps_anybody_out_whatever_was_chosen(
    visit: Callable[..., Page], theme: str, tongue: str
) -> None:
    page = visit()
    add_document(page)
    desk, origin = page.url, page.url.split("/documents")[0]
    chosen = {"theme": theme, "tongue": tongue, "font": "noto", "size": "medium", "hidden": "shown"}
    page.request.post("/preferences", form=chosen, headers={"Origin": origin})
    page.goto(desk)
    assert page.locator("html").get_attribute("data-theme") == theme
    page.keyboard.press("j")
    for summary in page.locator(".unit.now .more summary").all():
        summary.click()
    expect(page.locator("#beside section").first).to_be_visible()
    page.locator("#beside details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    clean(page)
    project = page.locator(".crumb").get_attribute("href") or ""
    shelf = (
        project,
        f"{project}/glossary",
        f"{project}/concordance?words=school",
        f"{project}/add",
        f"{project}/import",
        f"{project}/export",
    )
    for address in (
        "/",
        *shelf,
        f"{desk}/reading",
        f"{desk}/dotplot",
        f"{desk}/many",
        "/validate",
        "/preferences",
    ):
        page.goto(address)
        clean(page)
