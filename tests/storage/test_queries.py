import pytest
from sqlalchemy import event

from tests.builders import document, unit
from workbench.errors import NotFound, WrongUse
from workbench.services import review, structure
from workbench.storage import Database
from workbench.storage.queries import (
    QUEUES,
    NumberedUnit,
    Page,
    counts,
    next_unit,
    page_around,
    page_of_units,
    progress,
    with_sources,
)


@pytest.fixture
def document_id(database: Database) -> int:
    """Seven pairs: 5 has two source segments, 6 has no target; scores fall from 0.9 to 0.3."""
    texts = [("a", "b")] * 4 + [("a|b", "c"), ("a", ""), ("a", "b")]
    units = [unit(*each, score=round(0.9 - 0.1 * n, 1)) for n, each in enumerate(texts)]
    with database.transaction() as session:
        return document(session, *units).id


def numbers(page: Page) -> list[int]:
    return [each.number for each in page.units]


def decide(database: Database, document_id: int, number: int, act) -> None:
    with database.transaction() as session:
        found: NumberedUnit = page_of_units(session, document_id).units[number - 1]
        act(session, found.unit.id, seen=found.unit.version, editor="Aye")


def test_pages_hold_all_units_once_and_in_order(database: Database, document_id: int) -> None:
    with database.reading() as session:
        pages = [page_of_units(session, document_id, number=n, size=3) for n in (1, 2, 3)]
    assert [numbers(page) for page in pages] == [[1, 2, 3], [4, 5, 6], [7]]
    assert {(page.pages, page.total) for page in pages} == {(3, 7)}


@pytest.mark.parametrize(("asked", "got"), [(0, 1), (-3, 1), (99, 3)])
def test_a_page_that_is_not_there_gives_the_nearest(
    database: Database, document_id: int, asked: int, got: int
) -> None:
    with database.reading() as session:
        assert page_of_units(session, document_id, number=asked, size=3).number == got


def test_each_queue_counts_as_many_pairs_as_its_pages_hold(database: Database, document_id: int) -> None:
    decide(database, document_id, 7, review.confirm)
    decide(database, document_id, 2, structure.merge)
    with database.reading() as session:
        told = counts(session, document_id)
        assert told == {
            queue: page_of_units(session, document_id, queue=queue).total for queue in QUEUES
        }
    assert (told["all"], told["confirmed"], told["empty"]) == (6, 1, 1)


def test_units_are_found_by_their_sources(database: Database, document_id: int) -> None:
    with database.reading() as session:
        units = [each.unit for each in page_of_units(session, document_id).units]
        found = with_sources(
            session, document_id, {units[0].source_key}, [each.id for each in units[3:]]
        )
        assert [each.id for each in found] == [units[3].id, units[5].id, units[6].id]
        assert with_sources(session, document_id, set(), [units[0].id]) == []


def test_doubtful_pairs_come_worst_first_and_only_the_undecided(
    database: Database, document_id: int
) -> None:
    decide(database, document_id, 7, review.confirm)
    with database.reading() as session:
        assert numbers(page_of_units(session, document_id, queue="doubtful")) == [6, 5, 4, 3, 2, 1]


def test_each_queue_holds_its_units(database: Database, document_id: int) -> None:
    decide(database, document_id, 1, review.confirm)
    decide(database, document_id, 2, review.reject)
    decide(database, document_id, 3, review.needs_review)
    decide(database, document_id, 4, lambda *args, **more: review.bookmark(*args, on=True, **more))
    decide(database, document_id, 5, lambda *args, **more: review.exclude(*args, on=True, **more))
    decide(database, document_id, 7, lambda *args, **more: review.comment(*args, text="why?", **more))
    with database.reading() as session:
        found = {queue: numbers(page_of_units(session, document_id, queue=queue)) for queue in QUEUES}
    assert found == {
        "all": [1, 2, 3, 4, 5, 6, 7], "doubtful": [7, 6, 5, 4, 3], "unreviewed": [4, 5, 6, 7],
        "unconfirmed": [2, 3, 4, 5, 6, 7],
        "confirmed": [1], "rejected": [2], "needs_review": [3], "bookmarked": [4], "excluded": [5],
        "not_one_to_one": [5, 6], "empty": [6], "commented": [7], "findings": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("queue", "pages"), [("all", [1, 1, 2, 2, 3, 3, 4]), ("doubtful", [4, 3, 3, 2, 2, 1, 1])]
)
def test_the_page_around_a_unit_holds_it(
    database: Database, document_id: int, queue: str, pages: list[int]
) -> None:
    with database.reading() as session:
        ids = [each.unit.id for each in page_of_units(session, document_id).units]
        found = [page_around(session, document_id, each, queue=queue, size=2) for each in ids]
    assert [page.number for page in found] == pages
    assert all(
        each in [one.unit.id for one in page.units] for each, page in zip(ids, found, strict=True)
    )


def test_numbers_leave_withdrawn_units_out(database: Database, document_id: int) -> None:
    decide(database, document_id, 2, structure.merge)
    with database.reading() as session:
        assert numbers(page_of_units(session, document_id)) == [1, 2, 3, 4, 5, 6]


def test_progress_counts_what_is_there(database: Database, document_id: int) -> None:
    decide(database, document_id, 1, review.confirm)
    decide(database, document_id, 2, structure.merge)
    with database.reading() as session:
        found = progress(session, document_id)
    assert (found.confirmed, found.unreviewed, found.total, found.percent) == (1, 5, 6, 16)


def test_a_page_asks_the_database_only_a_few_times(database: Database, document_id: int) -> None:
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    with database.reading() as session:
        page_of_units(session, document_id)
    assert len([each for each in asked if each.startswith("SELECT")]) == 3


def test_what_is_not_there_is_said(database: Database, document_id: int) -> None:
    with database.transaction() as session:
        other = document(session, unit("x", "y")).id
        stranger = page_of_units(session, other).units[0].unit.id
        with pytest.raises(NotFound):
            page_around(session, document_id, stranger)
        with pytest.raises(WrongUse, match="no queue"):
            page_of_units(session, document_id, queue="nonsense")


def test_words_are_found_in_a_queue_in_any_spelling(database: Database) -> None:
    with database.transaction() as session:
        made = document(
            session, unit("The 80 boats", "လှေ"), unit("a", "လူ ၈၀"), unit("b", "၈"), unit("c%", "x")
        )
        found = {
            words: numbers(page_of_units(session, made.id, words=words))
            for words in ("80", "၈၀", "BOATS", "%", "nowhere", " ")
        }
        first = page_of_units(session, made.id).units[0].unit.id
        assert numbers(page_around(session, made.id, first, words="80", size=1)) == [1]
    assert found == {
        "80": [1, 2],
        "၈၀": [1, 2],
        "BOATS": [1],
        "%": [4],
        "nowhere": [],
        " ": [1, 2, 3, 4],
    }


def test_the_next_of_a_kind_is_found_both_ways(database: Database, document_id: int) -> None:
    with database.reading() as session:
        ids = [each.unit.id for each in page_of_units(session, document_id).units]

        def go(number: int, **more) -> int | None:
            found = next_unit(session, document_id, ids[number - 1], **more)
            return ids.index(found) + 1 if found else None

        assert [go(1), go(7), go(1, backwards=True)] == [2, None, None]
        assert [go(1, queue="not_one_to_one"), go(5, queue="not_one_to_one")] == [5, 6]
        assert [go(7, queue="empty", backwards=True), go(6, queue="empty")] == [6, None]
