"""Finding one's way at the desk, and undo: by keyboard, by hand and without JavaScript."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.builders import document, unit
from workbench.bitext.units import Status
from workbench.storage import Database
from workbench.storage.queries import page_of_units

MANY = re.compile(r"5\d of 55 confirmed")
WAYS = [("hand", 1280), ("hand", 390), ("plain", 1280), ("plain", 390)]


@pytest.fixture
def desk_address(running: Server) -> str:
    """A desk of two pages; pair 2 is doubtful, 52 has one side only, 3 is confirmed."""
    units = [unit(f"Village {number} has rice.", f"ရွာ {number} တွင် ဆန်ရှိသည်။") for number in range(1, 56)]
    units[1] = unit("Village 2 has salt.", "ရွာ ၂ တွင် ဆားရှိသည်။", score=0.3)
    units[51] = unit("Village 52 has rain.", "")
    store = Database(f"sqlite:///{Path(running.data) / 'workbench.db'}")
    with store.transaction() as session:
        found = document(session, *units, project="Ways", title="Ways")
        page_of_units(session, found.id).units[2].unit.status = Status.CONFIRMED
        address = f"/documents/{found.id}"
    store.close()
    return address


def test_moving_by_keyboard(visit: Callable[..., Page], desk_address: str) -> None:
    page = visit()
    page.goto(desk_address)

    def pressed(keys: str, pair: str) -> None:
        for key in keys.split():
            page.keyboard.press(key)
        expect(page.locator(".unit.now .count")).to_have_text(pair)
        expect(page.locator(".unit.now")).to_be_focused()

    pressed("j", "1")
    pressed("ArrowDown ArrowUp", "1")
    pressed("n", "2")
    pressed("Shift+N", "4")
    pressed("]", "51")
    pressed("k", "50")
    pressed("]", "51")
    pressed("[", "1")
    pressed("g 5 2 Enter", "52")
    page.keyboard.press("f")
    expect(page.locator(".unit:visible")).to_have_count(1)
    pressed("k", "51")
    page.keyboard.press("f")
    page.keyboard.press("q")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**queue=doubtful")
    pressed("j", "2")
    page.keyboard.press("v")
    page.wait_for_url("**/reading*")
    page.get_by_role("link", name="Village 4 has rice.").press("Enter")
    page.wait_for_url("**#unit-*")
    expect(page.locator(".unit.now .count")).to_have_text("4")


@pytest.mark.parametrize(
    ("key", "code", "shift", "opens"),
    [
        ("?", "Slash", True, True),
        ("?", "Minus", True, True),  # German
        ("?", "KeyM", True, True),  # French
        ("\u104a", "Slash", True, True),  # Burmese
        ("_", "Slash", True, False),  # German
        ("/", "Digit7", True, False),
    ],
)
def test_a_question_mark_opens_the_keys_wherever_it_stands(
    visit: Callable[..., Page], desk_address: str, key: str, code: str, shift: bool, opens: bool
) -> None:
    page = visit()
    page.goto(desk_address)
    event = {"key": key, "code": code, "shiftKey": shift, "bubbles": True, "cancelable": True}
    page.evaluate("event => document.body.dispatchEvent(new KeyboardEvent('keydown', event))", event)
    expect(page.locator("#keys[open]")).to_have_count(1 if opens else 0)
    expect(page.locator("input[type=search]:focus")).to_have_count(1 if key == "/" else 0)


def test_undo_and_many_by_keyboard(visit: Callable[..., Page], desk_address: str) -> None:
    page = visit()
    page.goto(desk_address)
    page.keyboard.press("j")
    page.keyboard.press("b")
    expect(page.locator(".unit.now .flag")).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(".unit.now .flag")).to_have_count(0)
    page.keyboard.press("Control+y")
    expect(page.locator(".unit.now .flag")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator(".unit.now .flag")).to_have_count(0)
    page.keyboard.press("Shift+F")
    page.wait_for_url("**/many")
    page.get_by_label("Words to find").fill("salt")
    page.get_by_label("Words to put there").fill("sand")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Do it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("replaced")
    page.keyboard.press("z")
    expect(page.locator(".unit").nth(1)).to_contain_text("salt")


@pytest.mark.parametrize(("way", "width"), WAYS)
def test_by_hand(visit: Callable[..., Page], desk_address: str, way: str, width: int) -> None:
    page = visit(width, java_script_enabled=way == "hand", has_touch=width == 390)
    page.goto(desk_address)
    page.get_by_role("link", name="Next", exact=True).click()
    expect(page.get_by_text("Page 2 of 2")).to_be_visible()
    page.get_by_role("link", name="Not one to one").click()
    expect(page.locator(".unit .count")).to_have_text(["52"])
    page.get_by_label("Go to pair number").fill("4")
    page.get_by_label("Go to pair number").press("Enter")
    page.wait_for_url("**go=4")
    page.get_by_label("One at a time").check()
    expect(page.locator(".unit:visible")).to_have_count(1)
    page.get_by_label("One at a time").uncheck()
    page.locator(".queue summary").click()
    page.get_by_role("combobox", name="Next").select_option("confirmed")
    page.get_by_role("button", name="Go there").click()
    page.wait_for_url("**kind=confirmed**")
    page.get_by_label("Find in both languages").fill("salt")
    page.get_by_label("Find in both languages").press("Enter")
    page.get_by_role("link", name="On the desk").click()
    expect(page.locator(".unit .count")).to_have_text(["2"])
    page.get_by_role("link", name="With “salt”").click()
    expect(page.locator(".unit")).to_have_count(50)
    for where, there in (("Dot plot", "Pairs 2 to 2"), ("Read as running text", "Village 2 has salt.")):
        page.locator(".queue summary").click()
        page.get_by_role("link", name=where).click()
        page.get_by_role("link", name=there).first.click()
        expect(page.locator(".unit", has_text="Village 2 has salt.")).to_be_visible()
    page.locator(".queue summary").click()
    page.get_by_role("link", name="Confirm all the aligner is sure of").click()
    page.get_by_label("score at least").fill("0.2")
    page.get_by_label("even with findings").check()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name="Do it").click()
    expect(page.locator("#progress")).to_contain_text(MANY)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#progress")).to_contain_text("1 of 55 confirmed")
    page.get_by_role("button", name="Redo").click()
    expect(page.locator("#progress")).to_contain_text(MANY)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#progress")).to_contain_text("1 of 55 confirmed")
