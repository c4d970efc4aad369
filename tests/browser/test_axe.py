"""axe finds nothing on any page: light, dark and high contrast, English and Burmese, wide and narrow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.builders import document, unit
from tests.files.makers import docx, paragraph
from workbench.bitext.units import Status
from workbench.services import exceptions, glossary
from workbench.storage import Database
from workbench.storage.columns import Comment
from workbench.storage.queries import page_of_units

TOUR = [(1280, "light", "en"), (390, "dark", "my"), (1280, "contrast", "my")]
"""All pages are looked at like this, and the desk also like that:"""
DESKS = [(390, "light", "my"), (1280, "dark", "en"), (390, "contrast", "en")]

ZAWGYI = "က်န္းမာေရးသည္ လူ႔အခြင့္အေရးျဖစ္သည္။"
PAIRS = [
    unit("The school opened in 1998.", "ကျောင်းကို ၁၉၉၇ ခုနှစ်တွင် ဖွင့်ခဲ့သည်။", score=0.4),
    unit("It has 40 pupils.|They walk far.", "ကျောင်းသား ၄၀ ရှိသည်။|ခရီးဝေးသွားရသည်။"),
    unit("Health is a right.", ZAWGYI, score=0.7),
    unit("Thank you (all).", "အားလုံးကို ကျေးဇူးတင်ပါသည်"),
    unit("Nobody wrote this in Burmese.", ""),
]
MEMORY = "Rain.\tမိုး။\nRiver.\tမြစ်။\n"


@pytest.fixture(scope="module")
def made(running: Server) -> list[str]:
    """The addresses of all pages about a document with which much has happened."""
    store = Database(f"sqlite:///{Path(running.data) / 'workbench.db'}")
    with store.transaction() as session:
        found = document(session, *PAIRS, project="Axe", title="Schools")
        project = found.project
        first, second, third, fourth, *_ = (
            each.unit for each in page_of_units(session, found.id, size=100).units
        )
        first.comments, first.comment_count = (Comment("ဟုတ်ပါသလား။", "Daw Hla"),), 1
        first.bookmarked = True
        second.status, third.status, fourth.status = (
            Status.CONFIRMED,
            Status.NEEDS_REVIEW,
            Status.REJECTED,
        )
        fourth.excluded = True
        kept = glossary.add_term(session, project, "school", "သင်တန်း", editor="Daw Hla")
        exceptions.add_exception(session, project, "Gov.", "en", "abbreviation", editor="Daw Hla")
        desk, shelf = f"/documents/{found.id}", f"/projects/{project.slug}"
        beside, term = f"/units/{first.id}/beside", f"/terms/{kept.id}"
    store.close()
    return [
        *["/", "/nothing-here", "/preferences", "/preferences/tokens", "/validate", shelf, beside, term],
        *(
            f"{shelf}/{name}"
            for name in ("glossary", "exceptions", "add", "import", "export", "export/check", "release")
        ),
        f"{shelf}/concordance?words=school",
        *(
            f"{desk}/{name}"
            for name in ("reading", "dotplot", "many", "many?act=mend", "many?act=convert")
        ),
        f"{desk}?queue=bookmarked&having=school",
        f"{desk}?queue=rejected&having=nobody",
    ]


def clean(page: Page, what: str = "") -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url} {what}\n{found.generate_report()}"


def upload(page: Page, field: str, name: str, content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    page.locator(field).set_input_files({"name": name, "mimeType": "text/plain", "buffer": raw})


def looked_at_first(page: Page, shelf: str) -> None:
    page.goto(f"{shelf}/add")
    upload(page, "input[name=source]", "en.docx", docx(*map(paragraph, ["One day.", "Share this"])))
    upload(page, "input[name=target]", "my.txt", "တစ်နေ့။\n\nမျှဝေပါ။")
    page.locator("button[formaction$=preview]").click()
    page.locator("form .rows").wait_for()


def pairs_brought_in(page: Page, shelf: str) -> None:
    page.goto(f"{shelf}/import")
    upload(page, "input[name=file]", "memory.tsv", MEMORY)
    page.locator("form .primary").click()
    page.locator("input[name=token]").first.wait_for(state="attached")


def terms_brought_in(page: Page, shelf: str) -> None:
    page.goto(f"{shelf}/glossary")
    upload(page, "input[name=file]", "terms.csv", "village,ရွာ\n")
    page.locator("form[enctype] button").click()
    page.locator("textarea[name=terms]").wait_for(state="attached")


def a_text_checked(page: Page, shelf: str) -> None:
    page.goto("/validate")
    page.locator("textarea").fill("ျမန္မာစာ\nရှေ့သို့ ပုိ၍ ၁၉ဝ၈ ခုနှစ်\n")
    page.locator("form .primary").click()
    page.locator("article.line").first.wait_for()


def a_tmx_checked(page: Page, shelf: str) -> None:
    page.goto("/validate")
    upload(page, "input[type=file]", "bad.tmx", '<tmx version="1.4b"><body><tu/></body></tmx>')
    page.locator("form .primary").click()
    page.locator(".crumbs").wait_for()


DOORS = [looked_at_first, pairs_brought_in, terms_brought_in, a_text_checked, a_tmx_checked]
"""Ways to pages that answer what somebody sent."""


def choose(page: Page, theme: str, tongue: str) -> None:
    chosen = {"theme": theme, "tongue": tongue, "font": "noto", "size": "medium", "hidden": "shown"}
    page.goto("/preferences")
    page.request.post("/preferences", form=chosen, headers={"Origin": page.url.split("/pref")[0]})


def desk_in_all_states(page: Page, desk: str) -> None:
    """A pair in hand with all its folds open, a text being written, the keys, one at a time."""
    page.goto(desk)
    clean(page)
    page.keyboard.press("j")
    page.locator(".unit.now details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    if (page.viewport_size or {})["width"] > 1200:
        page.locator("#beside section").first.wait_for()
        page.locator("#beside details").evaluate_all(
            "all => all.forEach((each) => { each.open = true; })"
        )
    page.locator(".queue .menu").evaluate("each => { each.open = true; }")
    clean(page, "all open")
    for key in ("e", " ", "Escape", "Shift+Slash"):
        page.keyboard.press(key)
        if key == " ":
            clean(page, "writing")
        if key == "Escape":
            expect(page.locator(".unit.is-unsaved")).to_have_count(0)
    clean(page, "keys")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    clean(page, "one at a time")


@pytest.mark.parametrize(("width", "theme", "tongue"), [*TOUR, *DESKS])
def test_no_page_keeps_anybody_out(
    visit: Callable[..., Page], made: list[str], width: int, theme: str, tongue: str
) -> None:
    page = visit(width)
    choose(page, theme, tongue)
    desk = next(each for each in made if each.endswith("/reading")).removesuffix("/reading")
    desk_in_all_states(page, desk)
    assert page.locator("html").get_attribute("data-theme") == theme
    if (width, theme, tongue) in TOUR:
        for address in made:
            page.goto(address)
            page.locator("main details").evaluate_all("all => all.forEach((each) => (each.open = true))")
            clean(page)
        shelf = next(each for each in made if each.endswith("/glossary")).removesuffix("/glossary")
        for door in DOORS:
            door(page, shelf)
            clean(page, door.__name__)


def test_both_texts_of_a_conflict_can_be_reached(visit: Callable[..., Page], made: list[str]) -> None:
    address = next(each for each in made if each.endswith("/reading")).removesuffix("/reading")
    mine, theirs = visit(390), visit()
    for page, text in ((mine, "ကျွန်တော့်စာ။"), (theirs, "သူတို့စာ။")):
        page.goto(address)
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.insert_text(text)
    theirs.keyboard.press("Escape")
    expect(theirs.locator(".unit .target .text").first).to_contain_text("သူတို့စာ။")
    mine.keyboard.press("Escape")
    expect(mine.locator(".conflict")).to_be_visible()
    clean(mine)
