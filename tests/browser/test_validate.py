"""A person checks a text in a real browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

TEXT = "မြန်မာစာ\nျမန္မာစာ\nရှေ့သို့ ပုိ၍ ၁၉ဝ၈ ခုနှစ်\n"


def test_a_pasted_text_is_shown_line_by_line_and_taken_away_put_right(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit()
    page.goto("/validate")
    page.get_by_label("or pasted text").fill(TEXT)
    page.get_by_label("Look-alike letters").select_option("normalise")
    page.get_by_role("button", name="Check").click()
    lines = page.locator("article.line")
    expect(lines).to_have_count(2)
    expect(lines.first.locator(".chip").first).to_have_text("Zawgyi")
    expect(lines.first.locator("ins")).to_have_text("မြန်မာစာ")
    expect(lines.last.locator("mark.error")).to_have_text("ပုိ")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the text put right").click()
    download.value.save_as(tmp_path / "text")
    assert (tmp_path / "text").read_text("utf-8") == "မြန်မာစာ\nမြန်မာစာ\nရှေ့သို့ ပို၍ ၁၉၀၈ ခုနှစ်\n"


def test_a_chosen_file_shows_all_its_lines_on_demand(visit: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-16")
    page = visit()
    page.goto("/validate")
    page.get_by_label("File", exact=True).set_input_files(tmp_path / "letter.txt")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", name="letter.txt")).to_be_visible()
    page.get_by_role("link", name="All lines").click()
    expect(page.locator("article.line")).to_have_count(4)
