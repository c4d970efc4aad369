"""A staged import on both databases: read once, kept once, whoever else tries at the same time."""

import threading
from datetime import timedelta

from sqlalchemy import select, update

from workbench.segment import Block
from workbench.services import staging, staging_work
from workbench.services.intake import Incoming
from workbench.services.projects import find_or_create_project
from workbench.storage import Database
from workbench.storage.staged import Staged, StagedFile, StagedState
from workbench.storage.tables import Document, Original, Unit, now

ENGLISH = "One day.\n\nTwo weeks.\n\nShare this\n"
BURMESE = "တစ်နေ့။\n\nနှစ်ပတ်။\n"


def staged(database: Database) -> int:
    files = [
        Incoming("source", "en.txt", ENGLISH.encode()),
        Incoming("target", "my.txt", BURMESE.encode("utf-16")),
    ]
    with database.transaction() as session:
        project = find_or_create_project(session, "Days")
        return staging.stage(session, project, "Days", files, "Aye").id


def state(database: Database, number: int) -> StagedState:
    with database.reading() as session:
        return staging.get_staged(session, number).state


def test_what_is_read_is_kept_with_its_bytes_as_it_was_chosen(database: Database) -> None:
    number = staged(database)
    staging_work.run(database, number)
    with database.transaction() as session:
        dropped = {"kind": "paragraph", "language": "en", "dropped": True}
        staging.choose(session, number, {"s2": dropped})
        staging.start_keeping(session, number)
    staging_work.run(database, number)
    assert state(database, number) is StagedState.KEPT
    with database.reading() as session:
        units = session.scalars(select(Unit).order_by(Unit.rank))
        assert [(each.source_text, each.target_text) for each in units] == [
            ("One day.", "တစ်နေ့။"),
            ("Two weeks.", "နှစ်ပတ်။"),
        ]
        originals = session.scalars(select(Original).order_by(Original.id)).all()
        assert [(each.filename, each.encoding) for each in originals] == [
            ("en.txt", "utf-8"),
            ("my.txt", "utf-16-le"),
        ]
        assert originals[1].content == BURMESE.encode("utf-16")
        assert session.scalars(select(StagedFile)).all() == []


def test_what_is_set_aside_shifts_nothing_in_the_preview() -> None:
    source = (Block("boilerplate", "Menu"), Block("paragraph", "One."), Block("paragraph", "Two."))
    target = (Block("paragraph", "တစ်။", language="my"), Block("paragraph", "နှစ်။", language="my"))
    import_ = Staged(
        source_language="en", target_language="my", source=source, target=target, choices={}
    )
    texts = [[each.block.text if each else "" for each in row] for row in staging.rows(import_)]
    assert texts == [["Menu", ""], ["One.", "တစ်။"], ["Two.", "နှစ်။"]]


def test_many_workers_keep_one_document(database: Database) -> None:
    number = staged(database)
    staging_work.run(database, number)
    with database.transaction() as session:
        staging.start_keeping(session, number)
    workers = [threading.Thread(target=staging_work.run, args=(database, number)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with database.reading() as session:
        assert len(session.scalars(select(Document)).all()) == 1


def test_a_lease_that_ran_out_is_taken_over_and_the_first_worker_writes_nothing(
    database: Database,
) -> None:
    number = staged(database)
    first = staging_work._claim(database, number)
    assert first is not None
    staging_work.run(database, number)
    assert state(database, number) is StagedState.READING, "the lease still holds"
    with database.transaction() as session:
        session.execute(update(Staged).values(lease=now() - timedelta(seconds=1)))
    staging_work.run(database, number)
    assert state(database, number) is StagedState.READY
    staging_work._Job(database, number, first).fail("too late")
    assert state(database, number) is StagedState.READY


def test_what_nobody_looked_at_goes_after_a_month(database: Database) -> None:
    staged(database)
    with database.transaction() as session:
        session.execute(update(Staged).values(created_at=now() - timedelta(days=31), title="Old"))
    staged(database)
    with database.reading() as session:
        assert session.scalars(select(Staged.title)).all() == ["Days"]
