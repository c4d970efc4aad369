import io

import pytest
from sqlalchemy import select, text

from tests.builders import document, unit
from workbench.storage import Database
from workbench.storage.columns import pack
from workbench.storage.tables import Original

SIDES = {"file 1": bytes, "file 2": lambda content: pack(io.BytesIO(content))}
LONG = b"A river.\n" * 300_000


@pytest.mark.parametrize("content", [b"", b"<?xml?>", b"\0deflated\0 or not", LONG])
def test_bytes_come_back_as_they_were_and_many_take_less_room(
    database: Database, content: bytes
) -> None:
    with database.transaction() as session:
        of = document(session, unit("One.", "တစ်။")).id
        for side, kept in SIDES.items():
            filed = {"filename": "a", "sha256": "", "encoding": ""}
            session.add(Original(document_id=of, side=side, content=kept(content), **filed))
    with database.reading() as session:
        found = session.scalars(select(Original).where(Original.filename == "a")).all()
        assert [each.content for each in found] == [content, content]
        sizes = session.scalars(text("SELECT length(content) FROM original WHERE filename = 'a'")).all()
        assert max(sizes) < 100_000
