"""What was brought in and waits to be looked at: the bytes, their blocks, and what a person chose.

A staged import is a job too: `state` says what is to be done, `attempt` and `lease` whose turn it is.
Whoever works on it renews the lease; a lease that ran out may be taken by anybody, after a restart too.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.segment import Block
from workbench.storage.columns import Json
from workbench.storage.tables import Base, OfTwoLanguages, Project, Side, words_of


class StagedState(StrEnum):
    """What happens to a staged import: read, ready to be looked at, being kept, kept, or failed."""

    READING = "reading"
    READY = "ready"
    KEEPING = "keeping"
    KEPT = "kept"
    FAILED = "failed"


def _packed(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    usual = {each.name: each.default for each in fields(Block)}
    named = ({name: getattr(each, name) for name in usual} for each in blocks)
    return [{name: each[name] for name in usual if each[name] != usual[name]} for each in named]


def _unpacked(kept: Sequence[dict[str, Any]]) -> tuple[Block, ...]:
    return tuple(Block(**{**each, "beside": tuple(each.get("beside", ()))}) for each in kept)


class Blocks(Json):
    """Blocks, without the fields that hold their usual value."""

    cache_ok = True
    pack, unpack = staticmethod(_packed), staticmethod(_unpacked)


class Staged(OfTwoLanguages, Base):
    """An import before it is kept.

    `source` and `target` are the blocks of two files; of one file with both languages all stand in
    `source`, in its order. `choices` says by block ("s12", "t3") what a person chose otherwise;
    `remarks` are [place, sentence] of each file, and `done` the steps that are behind it.
    """

    __tablename__ = "staged"

    editor: Mapped[str]
    state: Mapped[StagedState] = mapped_column(words_of(StagedState), default=StagedState.READING)
    done: Mapped[int] = mapped_column(default=0)
    attempt: Mapped[int] = mapped_column(default=0)
    lease: Mapped[datetime | None] = mapped_column(default=None)
    fault: Mapped[str] = mapped_column(default="")
    source: Mapped[tuple[Block, ...]] = mapped_column(Blocks, default=(), deferred=True)
    target: Mapped[tuple[Block, ...]] = mapped_column(Blocks, default=(), deferred=True)
    choices: Mapped[dict[str, Any]] = mapped_column(default=dict)
    remarks: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    project: Mapped[Project] = relationship()
    files: Mapped[list["StagedFile"]] = relationship(
        order_by="StagedFile.id", cascade="all, delete-orphan"
    )


class StagedFile(Side, Base):
    """One file of a staged import as it came in; `side` is source, target or both."""

    __tablename__ = "staged_file"

    staged_id: Mapped[int] = mapped_column(ForeignKey("staged.id"), index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
