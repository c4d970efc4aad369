from tests.builders import document, unit
from workbench.services import review
from workbench.storage import Database
from workbench.storage.overview import overview
from workbench.storage.queries import page_of_units


def test_slices_cover_the_document_in_order_and_count_what_is_in_them(database: Database) -> None:
    with database.transaction() as session:
        units = [unit(f"s{n}", f"တ{n}", score=n / 250) for n in range(249)]
        found = document(session, *units, unit("s", ""))
        slices = overview(session, found.id)
    assert len(slices) == 100
    assert [each.first for each in slices][:3] == [1, 4, 6]
    assert sum(each.count for each in slices) == 250
    assert [each.gaps for each in slices] == [0] * 99 + [1]
    assert slices[0].lowest_score == 0


def test_a_decided_pair_raises_no_doubt(database: Database) -> None:
    with database.transaction() as session:
        found = document(session, unit("a", "က", score=0.1), unit("b", "ခ", score=0.9))
        first = page_of_units(session, found.id).units[0].unit
        review.confirm(session, first.id, seen=first.version, editor="Aye")
        assert [(each.confirmed, each.lowest_score) for each in overview(session, found.id)] == [
            (1, None),
            (0, 0.9),
        ]


def test_an_empty_document_has_no_slices(database: Database) -> None:
    with database.transaction() as session:
        assert overview(session, document(session).id) == []
