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
    for address in ("/preferences", "/nothing-here", "/validate"):
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
