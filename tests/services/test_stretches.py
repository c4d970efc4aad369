from contextlib import contextmanager

import pytest

from workbench.errors import EditConflict, TooLong, WrongUse
from workbench.services import aligning, crossings, review, stretches, structure

ENGLISH = ["In 2019 we met.", "There were 12 people.", "We left on 3 May.", "It cost 700 kyat."]
BURMESE = ["၂၀၁၉ ခုနှစ်တွင် တွေ့ခဲ့သည်။", "လူ ၁၂ ဦး ရှိသည်။", "မေလ ၃ ရက်တွင် ထွက်ခဲ့သည်။", "၇၀၀ ကျပ် ကျသည်။"]


@pytest.fixture
def shifted(new_desk):
    """Four pairs whose targets have slipped down by one, with an empty cell at the top."""
    return new_desk(
        (ENGLISH[0], ""),
        (ENGLISH[1], BURMESE[0]),
        (ENGLISH[2], BURMESE[1]),
        (ENGLISH[3], f"{BURMESE[2]}|{BURMESE[3]}"),
    )


RIGHT = list(zip(ENGLISH, BURMESE, strict=True))


def test_aligning_again_puts_a_shift_right_and_undo_puts_it_back(shifted) -> None:
    before = shifted.pairs()
    shifted.align(aligning.realign, 2)
    assert shifted.pairs() == RIGHT
    shifted.undo()
    assert shifted.pairs() == before


def test_confirmed_pairs_are_anchors(shifted) -> None:
    shifted.do(review.confirm, 2)
    before = shifted.units()[:2]
    shifted.align(aligning.realign, 3)
    after = shifted.units()
    assert [(each.uid, each.version) for each in after[:2]] == [
        (each.uid, each.version) for each in before
    ]
    with pytest.raises(WrongUse, match="confirmed and stays"):
        shifted.align(aligning.realign, 2)


def test_pairs_that_stay_the_same_keep_everything(new_desk) -> None:
    desk = new_desk(RIGHT[0], (ENGLISH[1], ""), (ENGLISH[2], f"{BURMESE[1]}|{BURMESE[2]}"), RIGHT[3])
    desk.do(review.comment, 4, "Look again")
    first, last = desk.units()[0], desk.units()[-1]
    desk.align(aligning.realign, 2)
    assert desk.pairs() == RIGHT
    kept = [(each.uid, each.version) for each in (desk.units()[0], desk.units()[-1])]
    assert kept == [(first.uid, first.version), (last.uid, last.version)]


def test_a_pin_holds_two_far_sentences_together(shifted) -> None:
    units = shifted.units()
    shifted.align(aligning.pin, 2, 0, units[3].id, 0)
    pairs = shifted.pairs()
    assert (ENGLISH[1], BURMESE[2]) in pairs
    for side in (0, 1):
        texts = [part for pair in pairs for part in pair[side].split("|") if part]
        assert texts == (ENGLISH, BURMESE)[side]
    shifted.undo()
    assert len(shifted.pairs()) == 4


def test_a_pin_does_not_reach_across_a_confirmed_pair(shifted) -> None:
    shifted.do(review.confirm, 3)
    units = shifted.units()
    with pytest.raises(WrongUse, match="stands between"):
        shifted.align(aligning.pin, 2, 0, units[3].id, 0)


def test_a_stretch_that_is_too_long_says_what_to_do(shifted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONGEST", 3)
    with pytest.raises(TooLong, match="Confirm a pair nearby"):
        shifted.align(aligning.realign, 1)


def test_a_column_shifts_up_into_the_empty_cell_and_down_again(shifted) -> None:
    start = shifted.pairs()
    shifted.do(stretches.shift_column, 1, "target", "up")
    assert [target for _, target in shifted.pairs()] == [
        BURMESE[0], BURMESE[1], f"{BURMESE[2]}|{BURMESE[3]}", "",
    ]  # fmt: skip
    shifted.do(stretches.shift_column, 1, "target", "down")
    assert shifted.pairs() == start


def test_a_column_without_a_gap_gets_a_new_pair_at_its_end(new_desk) -> None:
    desk = new_desk(("a", "က"), ("b", "ခ"))
    desk.do(stretches.shift_column, 1, "target", "down")
    assert desk.pairs() == [("a", ""), ("b", "က"), ("", "ခ")]
    desk.undo()
    assert desk.pairs() == [("a", "က"), ("b", "ခ")]


def test_a_column_stops_at_a_confirmed_pair(new_desk) -> None:
    desk = new_desk(("a", "က"), ("b", "ခ"), ("c", "ဂ"))
    desk.do(review.confirm, 3)
    desk.do(stretches.shift_column, 1, "target", "down")
    assert desk.pairs() == [("a", ""), ("b", "က"), ("", "ခ"), ("c", "ဂ")]


@pytest.mark.parametrize(("number", "direction"), [(1, "down"), (4, "up"), (2, "sideways")])
def test_a_column_that_cannot_shift_says_so(shifted, number: int, direction: str) -> None:
    with pytest.raises(WrongUse):
        shifted.do(stretches.shift_column, number, "target", direction)


@pytest.fixture
def swapped(new_desk):
    """A source at the top whose target stands at the end."""
    return new_desk(("first", ""), ("second", "ဒု"), ("", "ပ"))


def cross(desk) -> None:
    units = desk.units()
    with desk.database.transaction() as session:
        crossings.cross(session, units[0].id, units[2].id, seen=units[0].version, editor="Aye")


def test_a_crossing_is_exported_as_one_pair_and_moves_nothing(swapped) -> None:
    from workbench.storage.bitexts import load_units

    cross(swapped)
    assert swapped.pairs() == [("first", ""), ("second", "ဒု"), ("", "ပ")]
    with swapped.database.reading() as session:
        exported = [
            (each.source_text, each.target_text) for each in load_units(session, [swapped.document_id])
        ]
    assert exported == [("first", "ပ"), ("second", "ဒု")]


def test_a_crossing_is_taken_off_and_undone(swapped) -> None:
    cross(swapped)
    swapped.do(crossings.uncross, 3)
    assert [each.crosses_id for each in swapped.units()] == [None] * 3
    swapped.undo()
    first, _, last = swapped.units()
    assert (first.crosses_id, last.crosses_id) == (last.id, first.id)


def test_a_crossing_pair_keeps_its_one_side(swapped) -> None:
    cross(swapped)
    with pytest.raises(WrongUse, match="take that off first"):
        swapped.do(review.edit, 1, "target", 0, "new")
    with pytest.raises(WrongUse, match="take that off first"):
        swapped.align(aligning.realign, 1)


def test_only_a_lonely_source_and_a_lonely_target_cross(swapped) -> None:
    units = swapped.units()
    with pytest.raises(WrongUse, match="only a source"), swapped.database.transaction() as session:
        crossings.cross(session, units[0].id, units[1].id, seen=units[0].version, editor="Aye")


def test_several_new_pairs_stand_in_order_after_the_row_they_came_from(new_desk) -> None:
    desk = new_desk(("|".join(ENGLISH), "|".join(BURMESE)), ("The end.", "ပြီးပါပြီ။"))
    desk.do(review.confirm, 2)
    desk.align(aligning.realign, 1)
    assert desk.pairs() == [*RIGHT, ("The end.", "ပြီးပါပြီ။")]


class Meddling:
    """A database in which somebody does something each time a stretch has been read."""

    def __init__(self, desk, meddle, times: int) -> None:
        self.desk, self.meddle, self.times = desk, meddle, times
        self.transaction = desk.database.transaction

    @contextmanager
    def reading(self):
        with self.desk.database.reading() as session:
            yield session
        if self.times:
            self.times -= 1
            self.meddle()


def test_what_others_write_while_a_stretch_is_aligned_is_aligned_too(shifted) -> None:
    unit = shifted.units()[1]
    meddling = Meddling(shifted, lambda: shifted.do(review.edit, 3, "source", 0, "We left at once."), 1)
    aligning.realign(meddling, unit.id, seen=unit.version, editor="Aye")
    sources = [part for pair in shifted.pairs() for part in pair[0].split("|")]
    assert sources == [*ENGLISH[:2], "We left at once.", ENGLISH[3]]


def test_a_stretch_that_others_keep_changing_is_left_to_them(shifted) -> None:
    unit = shifted.units()[1]
    meddling = Meddling(shifted, lambda: shifted.do(structure.insert, 3), 9)
    with pytest.raises(EditConflict, match="Others are changing"):
        aligning.realign(meddling, unit.id, seen=unit.version, editor="Aye")
    assert len(shifted.pairs()) == 4 + aligning.TRIES


def test_a_pair_that_was_changed_while_it_was_aligned_is_a_conflict(shifted) -> None:
    unit = shifted.units()[1]
    meddling = Meddling(shifted, lambda: shifted.do(review.bookmark, 2, True), 1)
    with pytest.raises(EditConflict, match="changed since"):
        aligning.realign(meddling, unit.id, seen=unit.version, editor="Aye")


def test_what_was_said_about_a_pair_is_kept_when_it_is_withdrawn(new_desk) -> None:
    desk = new_desk((ENGLISH[0], ""), ("", BURMESE[0]), RIGHT[1])
    desk.do(review.comment, 2, "Look again")
    desk.align(aligning.realign, 1)
    assert desk.pairs() == RIGHT[:2]
    assert [each.text for one in desk.units() for each in one.comments] == ["Look again"]
    desk.undo()
    assert [len(each.comments) for each in desk.units()] == [0, 1, 0]


def test_what_was_said_about_a_pair_goes_with_its_text(new_desk) -> None:
    desk = new_desk(("a", "က"), ("b", ""))
    desk.do(review.comment, 2, "Look again")
    desk.do(structure.merge_side, 1, "source")
    assert [[each.text for each in one.comments] for one in desk.units()] == [["Look again"]]


def test_only_the_column_that_shifts_has_to_be_short(new_desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONGEST", 5)
    desk = new_desk(("a", "က"), ("b", "ခ"), ("c", ""), *[("d", "ဃ")] * 4)
    desk.do(stretches.shift_column, 1, "target", "down")
    assert desk.pairs()[:4] == [("a", ""), ("b", "က"), ("c", "ခ"), ("d", "ဃ")]
    with pytest.raises(TooLong, match="Confirm a pair nearby"):
        desk.do(stretches.shift_column, 4, "target", "down")
