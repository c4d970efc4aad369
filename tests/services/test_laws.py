"""Random acts against a plain model: lists of pairs, one copy for each step of the way back."""

from copy import deepcopy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.services.conftest import Desk
from workbench.errors import WrongUse
from workbench.services import aligning, review, stretches, structure
from workbench.storage import Database

sides = st.sampled_from(["source", "target"])
numbers = st.integers(1, 6)
START = [["a b", "က ခ"], ["c|d e", "ဂ"], ["f", ""], ["g h", "ဃ|င စ"]]


class Acts(RuleBasedStateMachine):
    """The desk does what the model does; of the model's states, `steps`, the one at `now` counts."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.database, *map(tuple, START))
        first = [
            {side: self._segments(text) for side, text in zip(("source", "target"), pair, strict=True)}
            | {"status": "unreviewed", "marked": False}
            for pair in START
        ]
        self.steps, self.now = [first], 0
        self.uids = [each.uid for each in self.desk.units()]

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
            self.steps[self.now + 1 :] = [pairs]
            self.now += 1

    @staticmethod
    def _touched(*pairs: dict) -> None:
        for pair in pairs:
            if pair["status"] == "confirmed":
                pair["status"] = "unreviewed"

    @staticmethod
    def _swept(pairs: list, *places: int) -> None:
        for place in sorted(places, reverse=True):
            if not pairs[place]["source"] and not pairs[place]["target"]:
                del pairs[place]

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

    @rule(number=numbers)
    def merge(self, number: int) -> None:
        def model(pairs: list, at: int) -> None:
            second = pairs.pop(at + 1)
            for side in ("source", "target"):
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

    def _keeping_texts(self, act, number: int, *args) -> None:
        """Do an act whose outcome the model cannot tell, but for each side's segments in their order."""
        try:
            do = self.desk.align if act is aligning.realign else self.desk.do
            change = do(act, min(number, len(self.steps[self.now])), *args)
        except WrongUse:
            return
        shown = self._shown()
        for side in ("source", "target"):
            assert self._side(shown, side) == self._side(self.steps[self.now], side)
        if change.id is not None:  # a pair alone may have been changed for a new one, which nobody sees
            self.steps[self.now + 1 :] = [shown]
            self.now += 1

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

    @rule()
    def redo(self) -> None:
        try:
            self.desk.redo()
        except WrongUse:
            assert self.now == len(self.steps) - 1
        else:
            self.now += 1

    @invariant()
    def the_desk_shows_what_the_model_has(self) -> None:
        assert self._shown() == self.steps[self.now]

    def _shown(self) -> list[dict]:
        return [
            {"source": [each.text for each in one.source], "target": [each.text for each in one.target],
             "status": one.status.value, "marked": one.bookmarked}
            for one in self.desk.units()
        ]  # fmt: skip

    def teardown(self) -> None:
        """Undo of everything gives back the start, identities too."""
        for _ in range(self.now):
            self.desk.undo()
        assert self._shown() == self.steps[0]
        assert [each.uid for each in self.desk.units()] == self.uids


def test_acts_keep_the_laws(database: Database) -> None:
    machine = type("ActsHere", (Acts,), {"database": database})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=20, stateful_step_count=20, deadline=None)
    )
