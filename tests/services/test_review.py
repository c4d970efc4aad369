from tests.builders import document, unit
from workbench.services import review, structure, undo
from workbench.storage import Database
from workbench.storage.queries import page_of_units, progress


def test_smoke(database: Database) -> None:
    with database.transaction() as s:
        d = document(s, unit("a", "b"), unit("c", "d"))
        units = [n.unit for n in page_of_units(s, d.id).units]
        c = structure.merge(s, units[0].id, seen=1, editor="x")
    with database.transaction() as s:
        c = undo.undo(s, d.id, seen=c.id, editor="x")
    with database.transaction() as s:
        c = undo.redo(s, d.id, seen=undo.redoable(s, d.id).id, editor="x")
        print(progress(s, d.id))
        review.confirm(s, units[0].id, seen=4, editor="b")
