"""Two texts in, pairs put right, TMX out: by mouse, by keyboard, without JavaScript."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree
from playwright.sync_api import Page, expect

from tests.browser.conftest import add_document

CONFIRMED = [
    ("Statement on the Schools", "ကျောင်းများဆိုင်ရာ ကြေညာချက်"),
    (
        "It has 40 pupils. They come from 12 villages.",
        "ကျောင်းသား ၄၀ ရှိသည်။ သူတို့သည် ကျေးရွာ ၁၂ ရွာမှ လာကြသည်။",
    ),
]
"""What is confirmed at the end: the edited heading and the merged pair, not the one undone."""


def exported(page: Page, tmp_path: Path) -> list[tuple[str, str]]:
    """The pairs of the TMX that the desk gives out."""
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="TMX, confirmed pairs").click()
    path = tmp_path / "taken.tmx"
    download.value.save_as(path)
    units = etree.parse(path).findall(".//tu")
    return [tuple(each.findtext("seg") for each in unit.findall("tuv")) for unit in units]  # type: ignore[misc]


def test_by_mouse(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(390)
    add_document(page)
    rows = page.locator(".unit")
    expect(rows).to_have_count(5)

    rows.nth(2).locator(".target .text").click()
    rows.nth(2).get_by_role("button", name="Merge with next").click()
    expect(rows).to_have_count(4)
    expect(rows.nth(2).locator(".target .seg")).to_have_count(2)
    rows.nth(2).get_by_role("button", name="Confirm").click()
    expect(rows.nth(2)).to_have_class("unit is-confirmed")

    rows.nth(0).locator(".target .text").click()
    rows.nth(0).locator(".target .text").click()
    rows.nth(0).locator(".target textarea").fill(CONFIRMED[0][1])
    rows.nth(0).get_by_role("button", name="Confirm").click()
    expect(page.locator("#notice")).to_have_text("Pair 1: Confirmed.")

    rows.nth(1).get_by_role("button", name="Confirm").click()
    expect(page.locator("#progress")).to_contain_text("3 of 4 confirmed")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#progress")).to_contain_text("2 of 4 confirmed")
    assert exported(page, tmp_path) == CONFIRMED


def test_by_keyboard_alone(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(1280)
    add_document(page)
    rows = page.locator(".unit")

    for key in ("j", "j", "j", "m"):
        page.keyboard.press(key)
    expect(rows).to_have_count(4)
    expect(rows.nth(2)).to_be_focused()
    expect(rows.nth(3).locator(".count")).to_have_text("4")
    page.keyboard.press("Shift+A")
    expect(rows.nth(2)).to_have_class("unit is-confirmed now")

    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(rows.nth(0).locator(".target textarea")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(CONFIRMED[0][1])
    page.keyboard.press("Control+Enter")
    expect(rows.nth(1)).to_be_focused()
    expect(rows.nth(0)).to_have_class("unit is-confirmed")

    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text("3 of 4 confirmed")
    page.keyboard.press("z")
    expect(page.locator("#progress")).to_contain_text("2 of 4 confirmed")
    expect(rows.nth(1)).to_be_focused()
    assert exported(page, tmp_path) == CONFIRMED


def test_without_javascript(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(390, java_script_enabled=False)
    add_document(page)
    rows = page.locator(".unit")

    rows.nth(2).locator(".no").click()
    rows.nth(2).get_by_role("button", name="Merge with next").click()
    expect(rows).to_have_count(4)
    expect(page.locator("#notice")).to_have_text("Pair 3: Merged with the next pair.")
    rows.nth(2).get_by_role("button", name="Confirm").click()

    rows.nth(0).locator(".no").click()
    rows.nth(0).locator(".target textarea").fill(CONFIRMED[0][1])
    rows.nth(0).get_by_role("button", name="Confirm").click()
    rows.nth(1).locator(".no").click()
    rows.nth(1).get_by_role("button", name="Confirm").click()
    expect(page.locator("#progress")).to_contain_text("3 of 4 confirmed")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#progress")).to_contain_text("2 of 4 confirmed")
    assert exported(page, tmp_path) == CONFIRMED
