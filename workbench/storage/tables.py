"""The tables as mapped classes, without behaviour.

A unit is never deleted and never renumbered: a merge withdraws the second unit, and `rank` is a text
that sorts between its neighbours', so a new unit moves no other. That is why undo can always put
everything back by updating rows, and why a tuid never changes.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Double,
    Enum,
    ForeignKey,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from workbench.align import Reason
from workbench.bitext.units import Status
from workbench.segment import Segment
from workbench.segment.exceptions import ExceptionKind
from workbench.storage.columns import (
    Bytes,
    Comment,
    Comments,
    Dismissal,
    Dismissals,
    Moment,
    Reasons,
    Segments,
    Text_C,
)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def words_of(kind: type[StrEnum]) -> Enum:
    """An enumeration kept as its words, so that a new word needs no migration."""
    return Enum(
        kind, native_enum=False, length=20, values_callable=lambda words: [each.value for each in words]
    )


class Base(DeclarativeBase):
    """The tables; constraints are named, so that migrations can find them on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text(), datetime: Moment(), dict[str, Any]: JSON(none_as_null=True)}


class Project(Base):
    """Documents that belong together."""

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    documents: Mapped[list["Document"]] = relationship(back_populates="project", order_by="Document.id")


class OfTwoLanguages:
    """What a document has and what is staged to become one."""

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    title: Mapped[str]
    source_language: Mapped[str]
    target_language: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Side:
    """A file as it came in: of which side, its name, and the encoding that reading found."""

    id: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[str]
    filename: Mapped[str]
    encoding: Mapped[str] = mapped_column(default="")


class Document(OfTwoLanguages, Base):
    """A bitext at rest: its languages, what aligned it, what reading had to say."""

    __tablename__ = "document"

    signature: Mapped[str] = mapped_column(default="")
    remarks: Mapped[list[str]] = mapped_column(JSON, default=list)
    project: Mapped[Project] = relationship(back_populates="documents")
    originals: Mapped[list["Original"]] = relationship(back_populates="document", order_by="Original.id")


class Original(Side, Base):
    """The bytes of one side as they came in, whatever reading made of them."""

    __tablename__ = "original"
    __table_args__ = (UniqueConstraint("document_id", "side"),)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(Bytes, deferred=True)
    document: Mapped[Document] = relationship(back_populates="originals")


_LIVE = ("document_id", "withdrawn")
_MARKS = ("source_count", "target_count", "bookmarked", "excluded", "comment_count", "finding_level")
"""With these in the index of the reading order, every queue is counted without opening a unit."""


class Unit(Base):
    """A bead with its two texts, a status and a history.

    `source_text`, `target_text` and the counts follow from the segments and stand in columns of their
    own for searching and filtering; `storage.states` is the one place that writes them. `version` counts
    the saves: a form carries it as `seen`, services compare it, and nobody ever assigns it. `props` are
    what a file said of the unit beyond our own fields; they go out again as they came. `finding_level`
    is the gravest finding that is not dismissed (0 none, 1 info, 2 warning, 3 error; None: not checked
    yet). `source_key` is the same for sources that say the same. `crosses_id` is the unit whose other
    side belongs to this one, out of order. The folded texts and the sketch are what `storage.search`
    goes by.
    """

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("document_id", "rank"),
        Index("ix_unit_reading", *_LIVE, "rank", "status", *_MARKS, "id"),
        Index("ix_unit_doubt", *_LIVE, "score", "rank", "status", "id"),
        Index("ix_unit_status", *_LIVE, "status"),
        Index("ix_unit_source_key", "document_id", "source_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    rank: Mapped[str] = mapped_column(Text_C)
    status: Mapped[Status] = mapped_column(words_of(Status), default=Status.UNREVIEWED)
    score: Mapped[float | None] = mapped_column(Double)
    reasons: Mapped[tuple[Reason, ...]] = mapped_column(Reasons, default=())
    source: Mapped[tuple[Segment, ...]] = mapped_column(Segments, default=())
    target: Mapped[tuple[Segment, ...]] = mapped_column(Segments, default=())
    source_text: Mapped[str] = mapped_column(default="")
    target_text: Mapped[str] = mapped_column(default="")
    source_count: Mapped[int] = mapped_column(default=0)
    target_count: Mapped[int] = mapped_column(default=0)
    comments: Mapped[tuple[Comment, ...]] = mapped_column(Comments, default=())
    comment_count: Mapped[int] = mapped_column(default=0)
    props: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    dismissed: Mapped[tuple[Dismissal, ...]] = mapped_column(Dismissals, default=())
    finding_level: Mapped[int | None]
    source_key: Mapped[str] = mapped_column(default="")
    crosses_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    source_folded: Mapped[str] = mapped_column(default="", deferred=True)
    target_folded: Mapped[str] = mapped_column(default="", deferred=True)
    sketch: Mapped[str] = mapped_column(default="", deferred=True)
    bookmarked: Mapped[bool] = mapped_column(default=False)
    excluded: Mapped[bool] = mapped_column(default=False)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column()
    document: Mapped[Document] = relationship()

    __mapper_args__ = {"version_id_col": version}


class Term(Base):
    """A term of a project's glossary in both languages.

    A deleted term is withdrawn, so that it can be brought back. It is found by its folded texts.
    """

    __tablename__ = "term"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    source_language: Mapped[str]
    target_language: Mapped[str]
    source: Mapped[str]
    target: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    source_folded: Mapped[str]
    target_folded: Mapped[str]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column()
    project: Mapped[Project] = relationship()

    __mapper_args__ = {"version_id_col": version}


class CutException(Base):
    """A text of one language that the sentence rules leave whole in a project's documents.

    A deleted one is withdrawn, so that it can be brought back.
    """

    __tablename__ = "cut_exception"
    __table_args__ = (UniqueConstraint("project_id", "language", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    language: Mapped[str]
    text: Mapped[str]
    kind: Mapped[ExceptionKind] = mapped_column(Text())
    withdrawn: Mapped[bool] = mapped_column(default=False)


class ChangeState(StrEnum):
    """Where a change stands: done, undone (redo can bring it back), or dropped by a later act."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class Acted:
    """What was done, by whom, when, and where it stands."""

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    editor: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[ChangeState] = mapped_column(words_of(ChangeState), default=ChangeState.DONE)


class Change(Acted, Base):
    """One act of a person. An undo or redo is a change too, and `undoes_id` names the act it turned.

    Only acts have a state that moves; undo and redo stay `done` and are never undone themselves. An
    import has no revisions: it brought in all units of its document with an id `upto` this one.
    """

    __tablename__ = "change"
    __table_args__ = (Index(None, "document_id", "state", "id"),)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"), index=True)
    upto: Mapped[int | None]
    revisions: Mapped[list["Revision"]] = relationship(back_populates="change", order_by="Revision.id")
    undoes: Mapped["Change | None"] = relationship(remote_side="Change.id")


class Revision(Base):
    """What a change did to one unit: its state before (None for a new unit) and after."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any]]
    change: Mapped[Change] = relationship(back_populates="revisions")
    unit: Mapped[Unit] = relationship()


class ProjectChange(Acted, Base):
    """One act of a person on the terms and exceptions of a project; otherwise like `Change`.

    `revisions` are [table, id, before, after] of each row, before being None for a new one.
    """

    __tablename__ = "project_change"
    __table_args__ = (Index(None, "project_id", "state", "id"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("project_change.id"))
    revisions: Mapped[list[list[Any]]] = mapped_column(JSON, default=list)
    undoes: Mapped["ProjectChange | None"] = relationship(remote_side="ProjectChange.id")
