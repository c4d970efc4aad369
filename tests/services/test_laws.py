"""Random acts against a plain model: lists of pairs, one copy for each step of the way back.

Beside what the model knows, everything that is kept of every pair is remembered step by step, and each
undo and redo must give exactly that again. What the model cannot foretell (where aligning puts a bead,
what a filter takes) must at least leave each side's sentences as they were, in their order.
"""

from copy import deepcopy
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from tests.services.conftest import Desk
from workbench.bitext.searching import Search
from workbench.errors import NotFound, WrongUse
from workbench.services import (
    aligning,
    blocks,
    bulk,
    checking,
    crossings,
    review,
    stretches,
    structure,
)
from workbench.storage import Database
from workbench.storage.states import state_of
from workbench.storage.tables import Unit

sides = st.sampled_from(["source", "target"])
numbers = st.integers(1, 6)
START = [["a b", "က ခ"], ["c|d e", "ဂ"], ["f", ""], ["g h", "ဃ|င စ"]]


class Acts(RuleBasedStateMachine):
    """The desk does what the model does; of the model's states, `steps`, the one at `now` counts."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.database, *map(tuple, START))
        checking.check_new(self.database, self.desk.document_id)
        first = [
            {side: self._segments(text) for side, text in zip(("source", "target"), pair, strict=True)}
            | {"status": "unreviewed", "marked": False, "excluded": False, "said": []}
            for pair in START
        ]
        self.steps, self.now = [first], 0
        self.kept = [self._kept()]

    @staticmethod
    def _segments(text: str) -> list[str]:
        return text.split("|") if text else []

    def _act(self, model, act, number: int, *args) -> None:
        """Do an act at the desk; when it is done and not refused, do it to the model."""
        pairs = deepcopy(self.steps[self.now])
        number = min(number, len(pairs))
        try:
            self.desk.do(act, number, *args)
        except WrongUse:
            return
        model(pairs, number - 1)
        if pairs != self.steps[self.now]:
            self._step(pairs)

    def _step(self, pairs: list[dict]) -> None:
        self.steps[self.now + 1 :], self.kept[self.now + 1 :] = [pairs], [self._kept()]
        self.now += 1

    def _kept(self) -> list:
        """Everything that undo has to give back, score and reasons too."""
        with self.database.reading() as session:
            here = select(Unit).where(Unit.document_id == self.desk.document_id, ~Unit.withdrawn)
            units = session.scalars(here.order_by(Unit.rank))
            return [(each.uid, each.finding_level, state_of(each)) for each in units]

    @staticmethod
    def _touched(*pairs: dict) -> None:
        for pair in pairs:
            if pair["status"] == "confirmed":
                pair["status"] = "unreviewed"

    @staticmethod
    def _swept(pairs: list, one: int, other: int) -> None:
        """A pair that an act emptied goes; what was said about it is said about the other."""
        for place, heir in ((one, other), (other, one)):
            if not pairs[place]["source"] and not pairs[place]["target"]:
                pairs[heir]["said"] += pairs[place]["said"]
                del pairs[place]
                return

    @rule(
        number=numbers, side=sides, place=st.integers(0, 2), text=st.sampled_from(["x", "ည", "y z", " "])
    )
    def edit(self, number: int, side: str, place: int, text: str) -> None:
        def model(pairs: list, at: int) -> None:
            texts = pairs[at][side]
            if texts[place : place + 1] != [text.strip()]:
                texts[place : place + 1] = [text] if text.strip() else []
                self._touched(pairs[at])

        self._act(model, review.edit, number, side, place, text)

    @rule(number=numbers, act=st.sampled_from([review.confirm, review.reject, review.needs_review]))
    def decide(self, number: int, act) -> None:
        words = {"confirm": "confirmed", "reject": "rejected", "needs_review": "needs_review"}
        self._act(lambda pairs, at: pairs[at].update(status=words[act.__name__]), act, number)

    @rule(number=numbers, on=st.booleans())
    def bookmark(self, number: int, on: bool) -> None:
        self._act(lambda pairs, at: pairs[at].update(marked=on), review.bookmark, number, on)

    @rule(number=numbers, on=st.booleans())
    def exclude(self, number: int, on: bool) -> None:
        self._act(lambda pairs, at: pairs[at].update(excluded=on), review.exclude, number, on)

    @rule(number=numbers, text=st.sampled_from(["why?", "ဘာကြောင့်"]))
    def comment(self, number: int, text: str) -> None:
        self._act(lambda pairs, at: pairs[at]["said"].append(text), review.comment, number, text)

    @rule(number=numbers, place=st.integers(0, 1))
    def remove_comment(self, number: int, place: int) -> None:
        self._act(lambda pairs, at: pairs[at]["said"].pop(place), review.remove_comment, number, place)

    @rule(number=numbers)
    def merge(self, number: int) -> None:
        def model(pairs: list, at: int) -> None:
            second = pairs.pop(at + 1)
            for side in ("source", "target", "said"):
                pairs[at][side] += second[side]
            self._touched(pairs[at])

        self._act(model, structure.merge, number)

    @rule(number=numbers, side=sides)
    def merge_side(self, number: int, side: str) -> None:
        def model(pairs: list, at: int) -> None:
            pairs[at][side] += pairs[at + 1][side]
            pairs[at + 1][side] = []
            self._touched(pairs[at], pairs[at + 1])
            self._swept(pairs, at, at + 1)

        self._act(model, structure.merge_side, number, side)

    @rule(number=numbers, side=sides, place=st.integers(0, 2), offset=st.integers(0, 3))
    def split(self, number: int, side: str, place: int, offset: int) -> None:
        def model(pairs: list, at: int) -> None:
            text = pairs[at][side][place]
            pairs[at][side][place : place + 1] = [text[:offset].strip(), text[offset:].strip()]
            self._touched(pairs[at])

        self._act(model, structure.split, number, side, place, offset)

    @rule(number=numbers, side=sides, place=st.integers(0, 2))
    def join(self, number: int, side: str, place: int) -> None:
        def model(pairs: list, at: int) -> None:
            texts = pairs[at][side]
            texts[place : place + 2] = [" ".join(texts[place : place + 2])]
            self._touched(pairs[at])

        self._act(model, structure.join, number, side, place)

    @rule(number=numbers, side=sides)
    def recut(self, number: int, side: str) -> None:
        def model(pairs: list, at: int) -> None:
            if len(pairs[at][side]) > 1:  # none of these texts holds a stop
                pairs[at][side] = [" ".join(pairs[at][side])]
                self._touched(pairs[at])

        self._act(model, structure.recut, number, side)

    @rule(number=numbers, i=st.integers(0, 2), j=st.integers(0, 2))
    def cut(self, number: int, i: int, j: int) -> None:
        def model(pairs: list, at: int) -> None:
            self._touched(pairs[at])
            whole = pairs[at]
            second = {
                "source": whole["source"][i:],
                "target": whole["target"][j:],
                "status": whole["status"],
                "marked": False,
                "excluded": False,
                "said": [],
            }
            whole["source"], whole["target"] = whole["source"][:i], whole["target"][:j]
            pairs.insert(at + 1, second)

        self._act(model, structure.cut, number, i, j)

    @rule(number=numbers, side=sides, down=st.booleans())
    def shift(self, number: int, side: str, down: bool) -> None:
        def model(pairs: list, at: int) -> None:
            beside = at + 1 if down else at - 1
            if down:
                pairs[beside][side].insert(0, pairs[at][side].pop())
            else:
                pairs[beside][side].append(pairs[at][side].pop(0))
            self._touched(pairs[at], pairs[beside])
            self._swept(pairs, at, beside)

        self._act(model, structure.shift, number, side, "down" if down else "up")

    @rule(number=numbers)
    def insert(self, number: int) -> None:
        empty = {"source": [], "target": [], "status": "unreviewed", "marked": False}
        empty |= {"excluded": False, "said": []}
        self._act(lambda pairs, at: pairs.insert(at + 1, empty), structure.insert, number)

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        self._act(lambda pairs, at: pairs.pop(at), structure.delete, number)

    @rule(number=numbers, side=sides, direction=st.sampled_from(["up", "down"]))
    def shift_column(self, number: int, side: str, direction: str) -> None:
        self._keeping_texts(stretches.shift_column, number, side, direction)

    @rule(number=numbers)
    def realign(self, number: int) -> None:
        self._keeping_texts(aligning.realign, number)

    @rule(number=numbers, place=st.integers(0, 2), other=numbers, other_place=st.integers(0, 2))
    def pin(self, number: int, place: int, other: int, other_place: int) -> None:
        units = self.desk.units()
        there = units[min(other, len(units)) - 1].id
        self._keeping_texts(aligning.pin, number, place, there, other_place)

    @rule(number=numbers, side=sides, place=st.integers(0, 1), kind=st.sampled_from(["heading", "list"]))
    def change_kind(self, number: int, side: str, place: int, kind: str) -> None:
        self._keeping_texts(partial(blocks.change_block, kind=kind), number, side, place)

    @rule(number=numbers, side=sides, tag=st.sampled_from(["en", "my", "shn"]))
    def change_language(self, number: int, side: str, tag: str) -> None:
        self._keeping_texts(partial(blocks.change_block, language=tag), number, side, 0)

    @rule(number=numbers, other=numbers)
    def cross(self, number: int, other: int) -> None:
        units = self.desk.units()
        self._keeping_texts(crossings.cross, number, units[min(other, len(units)) - 1].id)

    @rule(number=numbers)
    def uncross(self, number: int) -> None:
        self._keeping_texts(crossings.uncross, number)

    @rule(number=numbers)
    def dismiss(self, number: int) -> None:
        unit = self.desk.units()[min(number, len(self.steps[self.now])) - 1]
        with self.database.reading() as session:
            found = checking.findings_of(session, [session.get_one(Unit, unit.id)])[unit.id]
        open_ones = [each.finding.key for each in found if each.dismissal is None]
        if open_ones:
            self._keeping_texts(checking.dismiss, number, open_ones[0], "let it stand")

    @rule(score=st.sampled_from([0.0, 0.5]), even=st.booleans())
    def confirm_many(self, score: float, even: bool) -> None:
        self._keeping_texts(self._many, 1, bulk.confirm_above(score, even_with_findings=even))

    def _keeping_texts(self, act, number: int, *args) -> None:
        """Do an act whose outcome the model cannot tell, but for each side's segments in their order."""
        do = self.desk.align if act in (aligning.realign, aligning.pin) else self.desk.do
        try:
            change = do(act, min(number, len(self.steps[self.now])), *args)
        except (WrongUse, NotFound):
            return
        shown = self._shown()
        for side in ("source", "target"):
            assert self._side(shown, side) == self._side(self.steps[self.now], side)
        said = [sorted(self._side(pairs, "said")) for pairs in (shown, self.steps[self.now])]
        assert said[0] == said[1]
        if change.id is not None:  # a pair alone may have been changed for a new one, which nobody sees
            self._step(shown)

    @rule(by=st.sampled_from(["w", "ည", "x"]), side=st.sampled_from(["source", "target", "both"]))
    def replace(self, by: str, side: str) -> None:
        def model(pairs: list, _at: int) -> None:
            for pair in pairs:
                before = deepcopy(pair)
                for each in ("source", "target") if side == "both" else (side,):
                    pair[each] = [text.replace("a", by).replace("x", by) for text in pair[each]]
                if pair != before:
                    self._touched(pair)

        search = Search("[ax]", is_regex=True)
        self._act(model, self._many, 1, bulk.replace_text(search, by, side))

    def _many(self, session, unit_id: int, plan, *, seen, editor: str):
        """An act on many pairs as it is previewed; `unit_id` and `seen` are of any pair."""
        preview = bulk.preview(session, self.desk.document_id, plan)
        return bulk.apply(session, self.desk.document_id, plan, seen=preview.token, editor=editor)

    @staticmethod
    def _side(pairs: list[dict], side: str) -> list[str]:
        return [text for pair in pairs for text in pair[side]]

    @rule()
    def undo(self) -> None:
        try:
            self.desk.undo()
        except WrongUse:
            assert self.now == 0
        else:
            self.now -= 1
            assert self._kept() == self.kept[self.now]

    @rule()
    def redo(self) -> None:
        try:
            self.desk.redo()
        except WrongUse:
            assert self.now == len(self.steps) - 1
        else:
            self.now += 1
            assert self._kept() == self.kept[self.now]

    @invariant()
    def the_desk_shows_what_the_model_has(self) -> None:
        assert self._shown() == self.steps[self.now]

    def _shown(self) -> list[dict]:
        return [
            {"source": [each.text for each in one.source], "target": [each.text for each in one.target],
             "status": one.status.value, "marked": one.bookmarked, "excluded": one.excluded,
             "said": [each.text for each in one.comments]}
            for one in self.desk.units()
        ]  # fmt: skip

    def teardown(self) -> None:
        """Undo of everything gives back the start, identities too, and redo of everything the end."""
        while self.now:
            self.undo()
        while self.now < len(self.steps) - 1:
            self.redo()


def test_acts_keep_the_laws(database: Database) -> None:
    machine = type("ActsHere", (Acts,), {"database": database})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=20, deadline=None)
    )
