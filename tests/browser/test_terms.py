"""What is selected on the desk is looked for with `/`, and becomes a term with T."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import add_document


def select(page: Page, row: int, side: str, words: str) -> None:
    """Drag over some words of a pair, as a hand would."""
    page.locator(f".unit >> nth={row} >> .{side} .text >> nth=0").evaluate(
        """(text, words) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            const at = text.textContent.indexOf(words), end = at + words.length;
            const range = document.createRange();
            for (let passed = 0, node; (node = walker.nextNode()); passed += node.length) {
                if (at >= passed && at < passed + node.length) range.setStart(node, at - passed);
                if (end > passed && end <= passed + node.length) range.setEnd(node, end - passed);
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )


def test_the_slash_looks_for_what_is_selected(desk: Page) -> None:
    desk.keyboard.press("j")
    select(desk, 1, "target", "ကျောင်း")
    desk.keyboard.press("/")
    desk.wait_for_url("**/concordance?*")
    expect(desk.get_by_label("Words")).to_have_value("ကျောင်း")
    expect(desk.locator("mark.hit").first).to_have_text("ကျောင်း")
    desk.get_by_role("link", name="Back to the pair").click()
    expect(desk.locator(".unit.now")).to_have_count(1)


def test_the_slash_alone_waits_for_words(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("/")
    desk.keyboard.type("school")
    desk.keyboard.press("Enter")
    expect(desk.locator("mark.hit").first).to_have_text("School")


def test_what_is_selected_on_both_sides_becomes_a_term(desk: Page) -> None:
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    expect(desk.locator("#beside")).to_contain_text("No term of the glossary stands in this pair.")
    select(desk, 1, "source", "school")
    select(desk, 1, "target", "ကျောင်း")
    desk.keyboard.press("t")
    form = desk.locator("#add-term")
    expect(form.get_by_label("English")).to_have_value("school")
    expect(form.get_by_label("Burmese")).to_have_value("ကျောင်း")
    expect(form.get_by_role("button", name="Keep the term")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator(".unit.now mark.term").first).to_have_text("school")
    expect(desk.locator("#beside")).to_contain_text("ကျောင်း")


@pytest.mark.parametrize("width", [1280, 390])
def test_without_javascript_a_term_is_added_found_and_missed(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit(width, java_script_enabled=False)
    add_document(page)
    row = page.locator(".unit >> nth=1")
    row.locator(".no").click()
    row.get_by_text("More", exact=True).click()
    row.get_by_role("button", name="Memory, terms, history").click()
    page.get_by_text("Add a term").click()
    page.get_by_role("textbox", name="English", exact=True).fill("school")
    page.get_by_role("textbox", name="Burmese", exact=True).fill("သင်တန်း")
    page.get_by_role("button", name="Keep the term").click()
    expect(page.locator(".unit >> nth=1")).to_contain_text("The target lacks the term “သင်တန်း”")
