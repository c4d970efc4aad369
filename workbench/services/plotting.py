"""Where two texts of a document agree, whatever pairs they stand in now."""

from dataclasses import dataclass

from sqlalchemy import select

from workbench.align import Dot, cloud
from workbench.storage import Database
from workbench.storage.tables import Unit


@dataclass(frozen=True, slots=True)
class Cloud:
    """The dots of a plot, and how many segments each side has."""

    dots: list[Dot]
    sources: int
    targets: int


def cloud_of(database: Database, document_id: int) -> Cloud:
    """The dots of a document; nothing is held open while they are looked for."""
    with database.reading() as session:
        rows = session.execute(
            select(Unit.source, Unit.target)
            .where(Unit.document_id == document_id, ~Unit.withdrawn)
            .order_by(Unit.rank)
        ).all()
    source, target = ([each for row in rows for each in row[side]] for side in (0, 1))
    return Cloud(cloud(source, target), len(source), len(target))
