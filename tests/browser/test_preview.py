"""Look before anything is saved: in a real browser, with and without JavaScript, and clean for axe."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BURMESE, ENGLISH
from tests.browser.test_axe import clean
from tests.files.makers import docx, paragraph


def to_the_preview(page: Page, tmp_path: Path) -> None:
    """A Word document and a text, brought in for a look."""
    word = tmp_path / "schools.en.docx"
    word.write_bytes(docx(*map(paragraph, [*ENGLISH.strip().split("\n\n"), "Share this"])))
    text = tmp_path / "schools.my.txt"
    text.write_text(BURMESE, encoding="utf-8")
    page.goto("/")
    page.get_by_label("New project").fill(f"Preview {uuid4().hex[:6]}")
    page.get_by_role("button", name="Make the project").click()
    page.get_by_role("link", name="Add a document").click()
    page.locator("input[name=source]").set_input_files(word)
    page.locator("input[name=target]").set_input_files(text)
    page.get_by_role("button", name="Look first").click()
    page.wait_for_url("**/imports/*")
    expect(page.get_by_role("button", name="Save and align")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["JavaScript", "plain"])
def test_a_block_is_dropped_and_the_rest_is_saved(
    visit: Callable[..., Page], tmp_path: Path, script: bool
) -> None:
    page = visit(java_script_enabled=script)
    to_the_preview(page, tmp_path)
    expect(page.get_by_text("1 block not aligned")).to_be_visible()
    rows = page.locator(".row")
    expect(rows).to_have_count(5)
    for side in ("s1", "t1"):
        page.locator(f"#{side}").get_by_label("drop").check()
    page.get_by_role("button", name="Keep these choices").click()
    expect(page.get_by_text("2 blocks dropped")).to_be_visible()
    page.get_by_role("button", name="Save and align").click()
    page.wait_for_url("**/documents/*")
    expect(page.locator(".unit").nth(1)).to_contain_text("It has 40 pupils.")
    expect(page.locator(".unit", has_text="opened in 1998")).to_have_count(0)


def test_the_preview_keeps_nobody_out(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(390, color_scheme="dark")
    to_the_preview(page, tmp_path)
    page.locator("#s1").get_by_label("drop").check()
    page.get_by_role("button", name="Keep these choices").click()
    expect(page.get_by_text("1 block dropped")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Cancel the import").click()
    expect(page.get_by_text("No document yet")).to_be_visible()


def test_a_file_that_cannot_be_read_says_why(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit()
    to_the_preview(page, tmp_path)
    page.get_by_role("button", name="Cancel the import").click()
    page.get_by_role("link", name="Add a document").click()
    bad = tmp_path / "cut.docx"
    bad.write_bytes(docx(paragraph("x"))[:-40])
    page.locator("input[name=source]").set_input_files(bad)
    page.get_by_role("button", name="Look first").click()
    expect(page.get_by_role("alert")).to_contain_text("cut short")
    clean(page)
    page.get_by_role("link", name="Choose again").click()
    expect(page.get_by_text("Waiting to be looked at")).to_be_visible()
    clean(page)
