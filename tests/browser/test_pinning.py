"""Two sentences are put together by Space on one side and Space on the other."""

from playwright.sync_api import Page, expect


def test_by_keyboard_alone(desk: Page) -> None:
    rows, pinned = desk.locator(".unit"), desk.locator(".seg.pinned")
    for key in ("j", "j", "j", "ArrowLeft", "Space"):
        desk.keyboard.press(key)
    expect(pinned).to_contain_text("It has 40 pupils.")
    expect(desk.locator("#notice")).to_contain_text("Press Space on the other side")
    for key in ("j", "ArrowRight", "Space"):
        desk.keyboard.press(key)
    expect(desk.locator("#notice")).to_contain_text("Two sentences pinned together.")
    expect(pinned).to_have_count(0)
    together = rows.filter(has_text="It has 40 pupils.")
    expect(together.locator(".target")).to_contain_text("သူတို့သည် ကျေးရွာ ၁၂ ရွာမှ လာကြသည်။")


def test_the_same_side_again_lets_go(desk: Page) -> None:
    for key in ("j", "Space"):
        desk.keyboard.press(key)
    expect(desk.locator(".seg.pinned")).to_have_count(1)
    desk.keyboard.press("Space")
    expect(desk.locator(".seg.pinned")).to_have_count(0)
    expect(desk.locator("#notice")).to_have_text("Nothing is pinned.")
