"""Give units out, confirmed ones by default."""

from collections.abc import Iterator, Sequence
from typing import Literal

from sqlalchemy.orm import Session

from workbench.bitext.units import Status, Unit
from workbench.storage.bitexts import load_units


def confirmed_units(
    session: Session, document_ids: Sequence[int], status: Literal["confirmed", "all"] = "confirmed"
) -> Iterator[Unit]:
    """The units to export, in reading order and in constant memory: confirmed ones, or all.

    Never those that are withdrawn, excluded or empty on a side.
    """
    return load_units(session, document_ids, Status.CONFIRMED if status == "confirmed" else None)
