"""Units by key, on both databases."""

import pytest

from tests.builders import document, unit
from workbench.bitext.units import Status
from workbench.errors import NotFound, WrongUse
from workbench.storage import Database
from workbench.storage.listing import units_after
from workbench.storage.tables import Unit


def test_stretches_follow_each_other_and_withdrawn_units_still_mark_a_place(database: Database) -> None:
    with database.transaction() as session:
        made = document(session, *(unit(f"{n}.", "က။", score=n / 10) for n in range(6))).id
        ids = [each.id for each in units_after(session, made)]
        middle = session.get_one(Unit, ids[2])
        middle.withdrawn = True
        session.get_one(Unit, ids[4]).status = Status.CONFIRMED
        session.get_one(Unit, ids[5]).score = None
    with database.reading() as session:
        assert [each.id for each in units_after(session, made, ids[0], limit=2)] == [ids[1], ids[3]]
        assert [each.id for each in units_after(session, made, ids[2])] == ids[3:]
        assert [each.id for each in units_after(session, made, status=Status.CONFIRMED)] == [ids[4]]
        assert [each.id for each in units_after(session, made, min_score=0.4)] == ids[4:]
        with pytest.raises(NotFound):
            units_after(session, made + 1, ids[0])
    with pytest.raises(WrongUse), database.reading() as session:
        units_after(session, made, 10**30)
