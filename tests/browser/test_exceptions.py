"""An exception is kept on its page, and a key joins two sentences of a side."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import add_document


def sentences(page: Page, row: int) -> list[str]:
    return page.locator(f".unit >> nth={row} >> .source .text").all_inner_texts()


def test_an_exception_is_kept_and_a_side_cut_by_it(visit: Callable[..., Page]) -> None:
    page = visit(390)
    add_document(page)
    desk = page.url
    page.locator(".crumb").click()
    page.get_by_role("link", name="Abbreviations and names").click()
    page.get_by_label("Abbreviation or name").fill("pupils. They")
    page.get_by_label("It is").select_option("name")
    page.get_by_role("button", name="Add the exception").click()
    expect(page.get_by_role("heading", name="One exception")).to_be_visible()
    page.goto(desk)
    page.keyboard.press("j")
    page.keyboard.press("m")
    page.locator(".unit >> nth=0 >> .source .text >> nth=1").wait_for()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("y")
    expect(page.locator(".unit >> nth=0 >> .source .text")).to_have_count(1)
    assert sentences(page, 0) == ["Statement on the Schools The school in Hpa-An opened in 1998."]
    page.keyboard.press("z")
    expect(page.locator(".unit >> nth=0 >> .source .text")).to_have_count(2)
