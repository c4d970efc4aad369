"""Typing is never lost: a reload, a server that is away, somebody else's change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server, add_document


def type_into(page: Page, text: str) -> None:
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.insert_text(text)


def test_unsaved_text_survives_a_reload_and_can_be_saved(desk: Page) -> None:
    type_into(desk, " ထပ်တိုး")
    desk.reload()
    field = desk.locator(".unit .target textarea").first
    expect(field).to_be_visible()
    expect(field).to_have_value("ကျောင်းများဆိုင်ရာ ထုတ်ပြန်ချက် ထပ်တိုး")
    expect(desk.locator("#notice")).to_contain_text("not saved")
    field.press("Escape")
    expect(desk.locator(".unit .target .text").first).to_have_text("ကျောင်းများဆိုင်ရာ ထုတ်ပြန်ချက် ထပ်တိုး")
    desk.reload()
    expect(field).to_be_hidden()


def test_unsaved_text_comes_back_beside_the_text_of_somebody_else(visit: Callable[..., Page]) -> None:
    mine, theirs = visit(), visit()
    add_document(mine)
    theirs.goto(mine.url)
    type_into(mine, " ကျွန်ုပ်")
    type_into(theirs, " သူ")
    theirs.keyboard.press("Escape")
    expect(theirs.locator(".unit").first).not_to_have_class("is-unsaved")
    expect(theirs.locator(".unit .target .text").first).to_contain_text("သူ")
    mine.reload()
    expect(mine.locator(".unit .target textarea").first).to_have_value("ကျောင်းများဆိုင်ရာ ထုတ်ပြန်ချက် ကျွန်ုပ်")
    expect(mine.locator(".unit .target .text").first).to_be_visible()
    expect(mine.locator(".unit .target .text").first).to_contain_text("သူ")


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.stop()


def test_text_and_undo_survive_a_server_that_went_away(own_server: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=own_server.address)
    page = context.new_page()
    add_document(page)
    for key in ("j", "j", "j", "m"):
        page.keyboard.press(key)
    expect(page.locator(".unit")).to_have_count(4)
    own_server.stop()
    type_into(page, " မပျောက်ရ")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#notice")).to_contain_text("kept in this browser")
    own_server.start()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4 confirmed")
    expect(page.locator(".unit.is-confirmed .target")).to_contain_text("မပျောက်ရ")
    for _ in range(3):
        page.keyboard.press("z")
        page.wait_for_load_state("networkidle")
    expect(page.locator(".unit")).to_have_count(5)
    context.close()


def test_a_comment_that_was_begun_survives_a_reload_and_goes_with_any_act(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("c")
    desk.keyboard.type("Is this so?")
    desk.reload()
    expect(desk.get_by_label("Your comment").first).to_have_value("Is this so?")
    desk.keyboard.press("j")
    desk.keyboard.press("Shift+A")
    expect(desk.locator(".unit.now .thread")).to_contain_text("Is this so?")
    expect(desk.locator(".unit.now.is-confirmed")).to_have_count(1)
    desk.reload()
    expect(desk.get_by_label("Your comment").first).to_have_value("")


def test_a_server_that_is_away_is_told_of_until_it_is_back(own_server: Server, browser: Browser) -> None:
    context = browser.new_context(base_url=own_server.address)
    page = context.new_page()
    add_document(page)
    own_server.stop()
    page.evaluate("htmx.trigger('#news', 'news')")
    expect(page.locator("#notice")).to_contain_text("does not answer")
    own_server.start()
    page.evaluate("htmx.trigger('#news', 'news')")
    expect(page.locator("#notice")).to_have_text("")
    context.close()
