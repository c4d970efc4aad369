"""Hovering a number or a word lights its counterpart on the other side."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.builders import document, unit
from workbench.align import Reason
from workbench.storage import Database

REASON = Reason("words_in_common", "Words in common: rice = ဆန်.", True)


def lit(page: Page) -> list[str]:
    return page.evaluate("[...CSS.highlights.get('counterpart')].map(String)")  # type: ignore[no-any-return]


def test_a_number_a_word_and_a_reason_light_both_sides(
    visit: Callable[..., Page], running: Server
) -> None:
    store = Database(f"sqlite:///{Path(running.data) / 'workbench.db'}")
    with store.transaction() as session:
        pair = replace(unit("Rice for 40 people.", "လူ ၄၀ အတွက် ဆန်။"), reasons=(REASON,))
        address = f"/documents/{document(session, pair, project='Lights').id}"
    store.close()
    page = visit()
    page.goto(address)
    page.keyboard.press("j")
    page.locator(".source .pair-of").hover()
    expect(page.locator(".pair-of.lit")).to_have_text(["40", "၄၀"])
    page.locator(".source .text").hover(position={"x": 8, "y": 10})
    page.wait_for_function("CSS.highlights.get('counterpart').size === 2")
    assert lit(page) == ["Rice", "ဆန်"]
    page.locator(".unit .no").hover()
    page.wait_for_function("CSS.highlights.get('counterpart').size === 0")
    page.locator("[data-words]").hover()
    page.wait_for_function("CSS.highlights.get('counterpart').size === 2")
