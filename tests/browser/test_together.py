"""Two people at one desk: each sees what the other does, and nothing is put over unsaved typing."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import add_document


def named(page: Page, name: str) -> Page:
    page.goto("/preferences")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Keep these settings").click()
    return page


def test_each_sees_the_act_of_the_other(visit: Callable[..., Page]) -> None:
    hla, ba = named(visit(), "Daw Hla"), named(visit(), "U Ba")
    add_document(hla)
    ba.goto(hla.url)
    ba.keyboard.press("j")
    hla.keyboard.press("j")
    hla.keyboard.press("j")
    hla.keyboard.press("a")
    expect(ba.locator(".unit").nth(1)).to_have_class("unit is-confirmed")
    expect(ba.locator("#notice")).to_have_text("Daw Hla: Confirmed.")
    expect(ba.locator("#progress")).to_contain_text("1 of 5 confirmed")
    expect(ba.locator(".unit").first).to_be_focused()

    hla.keyboard.press("m")
    expect(ba.locator(".unit")).to_have_count(4)
    expect(ba.locator(".unit").first).to_be_focused()
    ba.keyboard.press("z")
    expect(hla.locator(".unit")).to_have_count(5)


def test_nothing_moves_under_hands_that_type(visit: Callable[..., Page]) -> None:
    hla, ba = named(visit(), "Daw Hla"), named(visit(), "U Ba")
    add_document(hla)
    ba.goto(hla.url)
    ba.keyboard.press("j")
    ba.keyboard.press("e")
    ba.keyboard.insert_text(" ကျွန်တော့်စာ")
    hla.keyboard.press("j")
    hla.keyboard.press("a")
    expect(ba.locator("#progress")).to_contain_text("1 of 5 confirmed")
    expect(ba.locator(".unit .target textarea").first).to_be_focused()
    ba.keyboard.press("Escape")
    expect(ba.locator(".conflict")).to_contain_text("ကျွန်တော့်စာ")
    ba.get_by_role("button", name="Save mine").click()
    expect(ba.locator(".unit .target .text").first).to_contain_text("ကျွန်တော့်စာ")
    expect(hla.locator(".unit .target .text").first).to_contain_text("ကျွန်တော့်စာ")
