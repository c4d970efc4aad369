"""What was brought in and waits to be looked at: the bytes, their blocks, and what a person chose.

A staged import is a job too: `state` says what is to be done, `attempt` and `lease` whose turn it is.
Whoever works on it renews the lease; a lease that ran out may be taken by anybody, after a restart too.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, LargeBinary, TypeDecorator
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.segment import Block
from workbench.storage.tables import Base, Project, _words, now


class StagedState(StrEnum):
    """What happens to a staged import: read, ready to be looked at, being kept, kept, or failed."""

    READING = "reading"
    READY = "ready"
    KEEPING = "keeping"
    KEPT = "kept"
    FAILED = "failed"


class Blocks(TypeDecorator[tuple[Block, ...]]):
    """Blocks in a JSON column, without the fields that hold their usual value."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Sequence[Block] | None, dialect: Dialect) -> Any:
        """The value as the database keeps it."""
        return [_packed(block) for block in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Block, ...]:
        """The value as Python knows it."""
        return tuple(Block(**{**each, "beside": tuple(each.get("beside", ()))}) for each in value or ())


def _packed(block: Block) -> dict[str, Any]:
    named = ((each.name, getattr(block, each.name), each.default) for each in fields(Block))
    return {name: value for name, value, usual in named if value != usual}


class Staged(Base):
    """An import before it is kept.

    `source` and `target` are the blocks of two files; of one file with both languages all stand in
    `source`, in its order. `choices` says by block ("s12", "t3") what a person chose otherwise;
    `remarks` are [place, sentence] of each file, and `done` the steps that are behind it.
    """

    __tablename__ = "staged"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    title: Mapped[str]
    source_language: Mapped[str]
    target_language: Mapped[str]
    editor: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[StagedState] = mapped_column(_words(StagedState), default=StagedState.READING)
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


class StagedFile(Base):
    """One file of a staged import as it came in; `side` is source, target or both."""

    __tablename__ = "staged_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    staged_id: Mapped[int] = mapped_column(ForeignKey("staged.id"), index=True)
    side: Mapped[str]
    filename: Mapped[str]
    encoding: Mapped[str] = mapped_column(default="")
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
