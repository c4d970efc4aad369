"""Two people at once, each in a thread and a session of their own."""

import threading
from collections.abc import Callable

from workbench.errors import EditConflict
from workbench.services import review, structure
from workbench.storage.tables import Change


def at_once(*jobs: Callable[[], Change]) -> list[Change | EditConflict]:
    """Do all jobs at the same moment; what each gave, or how it was refused."""
    start, results = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number: int, job: Callable[[], Change]) -> None:
        start.wait(30)
        try:
            results[number] = job()
        except EditConflict as conflict:
            results[number] = conflict

    threads = [threading.Thread(target=run, args=each) for each in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def writer(desk, unit, text: str) -> Callable[[], Change]:
    def write() -> Change:
        with desk.database.transaction() as session:
            return review.edit(session, unit.id, "target", 0, text, seen=unit.version, editor=text)

    return write


def test_of_two_who_save_the_same_pair_one_is_told_and_loses_nothing(desk) -> None:
    for _ in range(5):
        found = desk.units()[0]
        results = at_once(
            writer(desk, found, f"{found.version} mine"), writer(desk, found, f"{found.version} theirs")
        )
        (conflict,) = [each for each in results if isinstance(each, EditConflict)]
        (change,) = [each for each in results if not isinstance(each, EditConflict)]
        assert desk.pairs()[0] == ("a", change.editor)
        assert {change.editor, conflict.wanted} == {f"{found.version} mine", f"{found.version} theirs"}


def test_people_in_different_pairs_do_not_disturb_each_other(new_desk) -> None:
    desk = new_desk(*[("a", "က")] * 6)
    at_once(*(writer(desk, each, str(number)) for number, each in enumerate(desk.units())))
    assert [target for _, target in desk.pairs()] == ["0", "1", "2", "3", "4", "5"]


def test_two_who_insert_at_the_same_place_get_two_pairs(desk) -> None:
    first, second, _ = desk.units()

    def inserter(unit) -> Callable[[], Change]:
        def insert() -> Change:
            with desk.database.transaction() as session:
                return structure.insert(session, unit.id, seen=unit.version, editor="Aye")

        return insert

    results = at_once(inserter(first), inserter(first), inserter(second))
    assert not [each for each in results if isinstance(each, EditConflict)]
    assert len(desk.pairs()) == 6


def test_a_merge_and_an_edit_of_the_same_pair_never_lose_a_text(desk) -> None:
    first, second, _ = desk.units()

    def merge() -> Change:
        with desk.database.transaction() as session:
            return structure.merge(session, first.id, seen=first.version, editor="Aye")

    results = at_once(merge, writer(desk, second, "new"))
    conflicts = [each for each in results if isinstance(each, EditConflict)]
    merged = desk.pairs()[0]
    assert merged == (("a|b1|b2", "က|new") if not conflicts else ("a|b1|b2", "က|ခ"))
