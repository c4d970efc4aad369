from tests.builders import document, unit
from workbench.services import structure
from workbench.storage import Database
from workbench.storage.queries import page_of_units
from workbench.storage.ranks import next_ranks


def test_ranks_sort_byte_by_byte() -> None:
    ranks = next_ranks(None, 5_000)
    assert ranks == sorted(ranks, key=str.encode)
    assert len(set(ranks)) == 5_000


def test_a_hundred_units_put_in_at_one_place_stand_in_order_and_move_no_other(
    database: Database,
) -> None:
    with database.transaction() as session:
        document_id = document(session, unit("first", "x"), unit("last", "y")).id
        first, last = (each.unit for each in page_of_units(session, document_id).units)
        rank = last.rank
        added = [
            structure.insert(session, first.id, seen=first.version, editor="Aye").revisions[0].unit.id
            for _ in range(100)
        ]
        page = page_of_units(session, document_id, size=200)
    assert [each.unit.id for each in page.units] == [first.id, *reversed(added), last.id]
    assert last.rank == rank
