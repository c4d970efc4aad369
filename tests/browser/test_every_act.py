"""Every act on a pair: by keyboard, by hand and without JavaScript, wide and narrow.

Each act has rows of its own, between confirmed pairs of one document. It is held against the database:
what the newest change is called, and what the rows have become.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Response, expect
from sqlalchemy import select

from tests.browser.conftest import Server
from tests.builders import document, unit
from workbench.bitext.units import Status
from workbench.storage import Database
from workbench.storage.queries import page_of_units
from workbench.storage.tables import Change, Unit

A, B = "Tea is hot.", "Rice is white."
X, Y = "လက်ဖက်ရည် ပူသည်။", "ထမင်း ဖြူသည်။"
M, N = "Salt is dear.", "Salt is plenty."
BARE = "ဆား ဈေးကြီးသည်"
KEPT: list[str] = []
"""For an act on the rows of the act before it."""


@dataclass(frozen=True)
class Act:
    """An act on one of some rows, each written as `source = target` with a bar between sentences.

    `keys` are pressed (`=words` are typed); a hand follows `steps` (see `Person.follow`); without
    JavaScript it follows `plain`, where that is another way.
    """

    kind: str
    rows: list[str]
    after: list[str]
    keys: str
    steps: list[str]
    plain: list[str] | None = None
    at: int = 0


CONFIRMED, REJECTED, REVIEW = f"{A} = {X} confirmed", f"{A} = {X} rejected", f"{A} = {X} needs_review"
ONE, TWO = [f"{A} = {X}"], [f"{A} = {X}", f"{B} = {Y}"]
ACTS = [
    Act("confirm", ONE, [CONFIRMED], "a", ["press Confirm"]),
    Act("reopen", KEPT, ONE, "o", ["press Open again"]),
    Act("confirm", KEPT, [CONFIRMED], "Shift+A", ["more Confirm and stay"]),
    Act("needs_review", ONE, [REVIEW], "r", ["press Needs review"]),
    Act("reject", ONE, [REJECTED], "x", ["press Reject"]),
    Act("bookmark", ONE, [f"{A} = {X} bookmarked"], "b", ["more Bookmark"]),
    Act("unbookmark", KEPT, ONE, "b", ["more Take the bookmark off"]),
    Act("exclude", ONE, [f"{A} = {X} excluded"], "Shift+X", ["more Leave out of export"]),
    Act("include", KEPT, ONE, "Shift+X", ["more Take into export"]),
    Act("comment", ONE, [f"{A} = {X} “Why so?”"], "c, =Why so?, Control+Enter",
        ["open Comment", "fill comment=Why so?", "press Say it"]),
    Act("remove_comment", KEPT, ONE, "focus:Take away, Enter", ["press Take away"]),
    Act("dismiss", [f"{M} = {BARE}"], [f"{M} = {BARE} let"], "w, =It may., Enter",
        ["open The source ends", "fill reason=It may.", "press Let it stand"]),
    Act("bring_back", KEPT, [f"{M} = {BARE}"], "w, Enter",
        ["open The source ends", "press Bring it back"]),
    Act("edit", [f"{N} = ဆား ပုိသည်။"], [f"{N} = ဆား ပိုသည်။"], "w, Enter", ["open The", "press Mend it"]),
    Act("edit", ONE, [f"{B} = {X}"], "ArrowLeft, e, Control+a, =Rice is white., Escape",
        ["write source-0=Rice is white.", "press Save the text"]),
    Act("restore", KEPT, ONE, "h, focus:See the difference, Enter, focus:Bring this text, Enter",
        ["more Memory", "beside open See the difference", "beside press Bring this"]),
    Act("split", ONE, [f"Tea|is hot. = {X}"],
        "ArrowLeft, e, Home, ArrowRight, ArrowRight, ArrowRight, Enter",
        ["point 4", "press Split here"], ["write source-0=Tea\nis hot.", "press Save the text"]),
    Act("split", ONE, [f"Tea|is hot. = {X}"], "ArrowLeft, s, Enter",
        ["more Split there"]),
    Act("join", [f"{A} = {X}|{Y}"], [f"{A} = {X} {Y}"], "ArrowRight, y", ["more Join these two"]),
    Act("recut", [f"{A} = {X} {Y}"], [f"{A} = {X}|{Y}"], "ArrowRight, Shift+R",
        ["check target", "more Cut this side anew"]),
    Act("cut", [f"{A}|{B} = {X}|{Y}"], TWO, "Shift+S", ["more Cut here"]),
    Act("merge", TWO, [f"{A}|{B} = {X}|{Y}"], "m", ["press Merge with next"]),
    Act("merge_side", [f"{A} = ", f"{B} = {Y}"], [f"{A} = {Y}", f"{B} = "], "Shift+M",
        ["more Merge this side only"]),
    Act("shift", [f"{A} = {X}|{Y}", f"{B} = "], TWO, "ArrowRight, d",
        ["check target", "press Shift down"]),
    Act("shift", [f"{A}|{B} = {X}", f" = {Y}"], TWO, "ArrowLeft, d",
        ["check source", "press Shift down"]),
    Act("shift", [f"{A} = ", f"{B} = {X}|{Y}"], TWO, "ArrowRight, u",
        ["check target", "press Shift up"], at=1),
    Act("shift_column", TWO, [f"{A} = ", f"{B} = {X}", f" = {Y}"], "ArrowRight, Shift+D",
        ["more Shift the column down"]),
    Act("shift_column", [f"{A} = ", f"{B} = {X}"], [f"{A} = {X}", f"{B} = "], "Shift+U",
        ["more Shift the column up"]),
    Act("insert", ONE, [*ONE, " = "], "i", ["more Insert an empty pair"]),
    Act("delete", KEPT, ONE, "Delete", ["more Delete this empty pair"], at=1),
    Act("realign", [f"{A} = ", f" = {X}"], ONE, "l", ["more Align again around here"]),
    Act("pin", [f"{A} = {Y}", f"{B} = {X}"], [f" = {Y}", f"{A} = {X}", f"{B} = "],
        "ArrowLeft, Space, j, ArrowRight, Space", ["fill other=+1", "more Pin together"]),
    Act("cross", [f"{A} = ", f" = {X}"], [f"{A} =  crossing", f" = {X} crossing"],
        "p, =+1, Tab, Tab, Enter", ["fill other=+1", "more Mark as crossing"]),
    Act("uncross", KEPT, [f"{A} = ", f" = {X}"], "Shift+P", ["more Take the crossing off"]),
    Act("change_block", ONE, [f"{A} = {X} heading"],
        "h, focus:Kind and, Enter, Tab, Tab, =heading, focus:Change the block, Enter",
        ["more Memory", "beside open Kind and", "beside kind", "beside press Change the block"]),
]  # fmt: skip

PARTS = [ACTS[:14], ACTS[14:24], ACTS[24:]]
"""The acts that share a document, so that all its pairs are on one page."""


@pytest.fixture(scope="module")
def store(running: Server) -> Iterator[Database]:
    store = Database(f"sqlite:///{Path(running.data) / 'workbench.db'}")
    yield store
    store.close()


def lay_out(store: Database, acts: Sequence[Act]) -> int:
    """A document with the rows of these acts, with a confirmed pair after each act's."""
    units = []
    for number, act in enumerate(acts):
        units += [unit(*(side.strip() for side in row.split(" = "))) for row in act.rows]
        if number + 1 == len(acts) or acts[number + 1].rows:
            units.append(unit("Stone.", "ကျောက်တုံး။"))
    with store.transaction() as session:
        found = document(session, *units, project="Every act", title="Every act").id
        for each in page_of_units(session, found, size=500).units:
            if each.unit.source_text == "Stone.":
                each.unit.status = Status.CONFIRMED
    return found


def shown(each: Unit) -> str:
    """A pair in a line, with what stands out about it."""
    sides = ("|".join(one.text for one in side) for side in (each.source, each.target))
    marks = [
        each.status.value if each.status is not Status.UNREVIEWED else "",
        "bookmarked" if each.bookmarked else "",
        "excluded" if each.excluded else "",
        *(f"“{one.text}”" for one in each.comments),
        "let" if each.dismissed else "",
        "crossing" if each.crosses_id else "",
        "heading" if any(one.kind == "heading" for one in (*each.source, *each.target)) else "",
    ]
    return " ".join([" = ".join(sides), *filter(None, marks)])


def groups(store: Database, document_id: int) -> list[list[tuple[int, str]]]:
    """The rows of each act as they now stand: id and line."""
    found: list[list[tuple[int, str]]] = [[]]
    with store.reading() as session:
        for each in page_of_units(session, document_id, size=500).units:
            if each.unit.source_text == "Stone.":
                found.append([])
            else:
                found[-1].append((each.unit.id, shown(each.unit)))
    return found


class Person:
    """Somebody at the desk, with a keyboard, with a mouse or a finger, or without JavaScript."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way = page, way
        self.touches = way == "hand" and (page.viewport_size or {})["width"] < 900

    def do(self, act: Act, unit_id: int) -> None:
        """Take the row in hand and do the act."""
        row = self.page.locator(f"#unit-{unit_id}")
        steps = (act.plain or act.steps) if self.way == "plain" else act.steps
        steps = act.keys.split(", ") if self.way == "keyboard" else steps
        self._take(row, act.at)
        for step in steps[:-1]:
            self._step(row, step)
            if step in ("h", "more Memory") and self.way != "plain":
                expect(self.page.locator("#beside:focus, .sheet .beside")).to_be_visible()
        leaves = self.way == "plain" or "/beside" in self.page.url
        done = self.page.expect_navigation() if leaves else self.page.expect_response(_posted)
        with done:
            self._step(row, steps[-1])
        if not leaves:
            expect(self.page.locator("form.htmx-request")).to_have_count(0)

    def _take(self, row: Locator, at: int) -> None:
        if self.way != "keyboard":
            self._click(row.locator(".no"))
            return
        here, there = row.evaluate(
            """(row) => { const all = [...document.querySelectorAll(".unit")];
            return [all.findIndex((each) => each.matches(".now")), all.indexOf(row)]; }"""
        )
        for _ in range(abs(there - here)):
            self.page.keyboard.press("j" if there > here else "k")
        expect(row).to_be_focused()

    def _step(self, row: Locator, step: str) -> None:
        if self.way == "keyboard":
            self._key(step)
        else:
            self._follow(row, step)

    def _key(self, key: str) -> None:
        if key.startswith("="):
            self.page.keyboard.type(self._named(key[1:]))
        elif key.startswith("focus:"):
            wanted = self.page.locator("summary, button").filter(has_text=key.removeprefix("focus:"))
            wanted.locator("visible=true").first.focus()
        else:
            self.page.keyboard.press(key)

    def _named(self, words: str) -> str:
        """The words; for `+1` the number of the next pair."""
        if words != "+1":
            return words
        now = ".unit.now, .unit:target"
        return str(int(self.page.locator(now).first.locator(".count").inner_text()) + 1)

    def _follow(self, row: Locator, step: str) -> None:
        where = row
        if step.startswith("beside "):
            where, step = self.page.locator(".beside"), step.removeprefix("beside ")
        what, _, words = step.partition(" ")
        name, _, value = words.partition("=")
        match what:
            case "press":
                self._click(where.get_by_role("button", name=words).first)
            case "more":
                self._unfold(row)
                self._click(where.get_by_role("button", name=words).first)
            case "open":
                self._click(where.locator("summary", has_text=words))
            case "fill":
                self._unfold(row, name == "other")
                where.locator(f"[name^={name}]").first.fill(self._named(value))
            case "write":
                self._write(row, name, value)
            case "check":
                self._click(where.locator(f"input[value={words}]"))
            case "kind":
                where.get_by_label("Kind", exact=True).select_option("heading")
            case "point":
                self._point(row.locator(".source .text"), int(words))

    def _unfold(self, row: Locator, really: bool = True) -> None:
        if really and not row.locator(".all[open]").count():
            self._click(row.locator(".all > summary"))

    def _write(self, row: Locator, name: str, text: str) -> None:
        if self.way == "hand":
            self._click(row.locator(".source .text"))
        row.locator(f"[name={name}]").fill(text)

    def _point(self, text: Locator, offset: int) -> None:
        """Click between two letters of a text, to edit it there."""
        x, y = text.evaluate(
            """(text, offset) => { const range = document.createRange(), node = text.firstChild;
            range.setStart(node, offset); range.setEnd(node, offset + 1);
            const box = range.getBoundingClientRect();
            return [box.left + 1, box.top + box.height / 2]; }""",
            offset,
        )
        self._at(x, y)
        expect(text.page.locator("textarea:focus")).to_be_visible()

    def _at(self, x: float, y: float) -> None:
        if self.touches:
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def _click(self, wanted: Locator) -> None:
        if self.touches:
            wanted.tap()
        else:
            wanted.click()


def _posted(response: Response) -> bool:
    return response.request.method == "POST"


def newest(store: Database, document_id: int) -> Change:
    with store.reading() as session:
        last = select(Change).where(Change.document_id == document_id).order_by(Change.id.desc())
        found = session.scalars(last.limit(1)).one()
        session.expunge_all()
    return found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("way", ["keyboard", "hand", "plain"])
@pytest.mark.parametrize("part", range(3))
def test_every_act(visit: Callable[..., Page], store: Database, way: str, width: int, part: int) -> None:
    acts = PARTS[part]
    page = visit(width, java_script_enabled=way != "plain", has_touch=width == 390)
    found = lay_out(store, acts)
    page.goto(f"/documents/{found}")
    person, group = Person(page, way), -1
    for act in acts:
        group += bool(act.rows)
        person.do(act, groups(store, found)[group][act.at][0])
        assert [line for _, line in groups(store, found)[group]] == act.after, act.kind
        assert newest(store, found).kind == act.kind
