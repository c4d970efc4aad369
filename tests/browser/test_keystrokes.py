"""A statement of sixty pairs with eight faults is put right and confirmed in under forty keystrokes."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.builders import document, unit
from workbench.bitext.units import Status, Unit
from workbench.services.checking import check_new
from workbench.storage import Database
from workbench.storage.queries import page_of_units

DIGITS = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")


def english(number: int) -> str:
    return f"Village {number} received its rice before the rains came."


def burmese(number: int) -> str:
    return f"ကျေးရွာ {number} သည် မိုးမကျမီ ဆန်ကို လက်ခံရရှိခဲ့သည်။".translate(DIGITS)


def right(number: int) -> Unit:
    return unit(english(number), burmese(number), score=0.99)


def faulty() -> list[Unit]:
    """Sixty pairs with eight faults, each of which the aligner had its doubts about."""
    units = {number: right(number) for number in range(1, 61)}
    for number in (5, 33):  # two sentences that belong in one pair lie in two
        units[number] = unit("This is the first half,", burmese(number), score=0.4)
        units[number + 1] = unit("and this is the second.", "", score=0.9)
    for number in (12, 45):  # the next pair's sentence stands one pair too early
        units[number] = unit(english(number), f"{burmese(number)}|{burmese(number + 1)}", score=0.4)
        units[number + 1] = unit(english(number + 1), "", score=0.9)
    units[20] = unit(english(20), burmese(20).removesuffix("။"), score=0.4)  # the full stop is lost
    units[26] = unit(english(26), f"{burmese(26)} {burmese(27)}", score=0.4)  # two sentences glued
    units[27] = unit(english(27), "", score=0.9)
    units[38] = unit("Download the PDF", "", score=0.1)  # no sentence at all
    units[48] = unit(english(48), "", score=0.9)  # a sentence stands one pair too late
    units[49] = unit(english(49), f"{burmese(48)}|{burmese(49)}", score=0.4)
    return [units[number] for number in sorted(units)]


KEYS = [
    *["n", "m", "a"],
    *["n", "d", "a", "a"],
    *["n", "e", "။", "Control+Enter"],
    *["n", "s", "Enter", "d", "a", "a"],
    *["n", "m", "a"],
    *["n", "x"],
    *["n", "d", "a", "a"],
    *["n", "u", "k", "a", "a"],
    *["Shift+C", "Enter"],
]


def test_a_statement_with_eight_faults(visit: Callable[..., Page], running: Server) -> None:
    assert len(KEYS) < 40
    store = Database(f"sqlite:///{Path(running.data) / 'workbench.db'}")
    with store.transaction() as session:
        found = document(session, *faulty(), project="Rice", title="Rice for sixty villages").id
    check_new(store, found)
    page = visit()
    page.goto(f"/documents/{found}")
    for key in KEYS:
        if key == "Enter":
            expect(page.locator("select:focus, button:focus")).to_be_visible()
        if key == "။":
            expect(page.locator(".unit.now .target textarea").first).to_be_focused()
            page.keyboard.insert_text(key)
        else:
            page.keyboard.press(key)
        expect(page.locator("form.htmx-request")).to_have_count(0)
    expect(page.locator("#progress")).to_contain_text("57 of 58 confirmed")

    with store.reading() as session:
        units = [each.unit for each in page_of_units(session, found, size=100).units]
    store.close()
    kept = {each.source_text: each.target_text for each in units if each.status is Status.CONFIRMED}
    wrong = {number: kept.get(english(number)) for number in range(1, 61)}
    gone = {5, 6, 33, 34, 38}
    assert {number for number, text in wrong.items() if text != burmese(number)} == gone
    assert kept["This is the first half, and this is the second."] in (burmese(5), burmese(33))
