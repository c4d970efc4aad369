"""Column types: values of the lower floors as they lie in a column.

A unit's segments lie in the unit's row as JSON: every act touches whole units, and undo puts whole units
back. Fields that hold their usual value are left out, which halves the size of a long document.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from sqlalchemy import JSON, DateTime, Dialect, LargeBinary, Text, TypeDecorator

from workbench.align import Reason
from workbench.segment import Segment, make_segment

Text_C = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts byte by byte on every database, as ranks must."""


def packed(segments: Sequence[Segment]) -> list[dict[str, Any]]:
    """Segments as JSON, without the fields that hold their usual value.

    >>> packed([Segment("One.", block=2)])
    [{'text': 'One.', 'block': 2}]
    """
    return [_packed_one(each) for each in segments]


_USUAL: dict[str, Any] = {each.name: each.default for each in fields(Segment)}


def _packed_one(segment: Segment) -> dict[str, Any]:
    named = ((name, getattr(segment, name), usual) for name, usual in _USUAL.items())
    return {name: value for name, value, usual in named if value != usual}


def unpacked(segments: Sequence[dict[str, Any]]) -> tuple[Segment, ...]:
    """The segments that `packed` wrote."""
    return tuple(make_segment(*(_USUAL | each).values()) for each in segments)


def packed_reasons(reasons: Sequence[Reason]) -> list[list[Any]]:
    """Reasons as JSON: code, message, whether it speaks for the bead."""
    return [[each.code, each.message, each.speaks_for] for each in reasons]


def unpacked_reasons(reasons: Sequence[Sequence[Any]]) -> tuple[Reason, ...]:
    """The reasons that `packed_reasons` wrote."""
    return tuple(Reason(*each) for each in reasons)


class Json(TypeDecorator[Any]):
    """Values in a JSON column: `pack` makes them JSON, `unpack` makes them again of what it wrote."""

    impl = JSON
    cache_ok = True
    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The value as the database keeps it."""
        return self.pack(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value as Python knows it."""
        return self.unpack(value or ())


class Segments(Json):
    """One side of a unit: a tuple of segments."""

    cache_ok = True
    pack, unpack = staticmethod(packed), staticmethod(unpacked)


class Reasons(Json):
    """Why a unit has its score: a tuple of reasons."""

    cache_ok = True
    pack, unpack = staticmethod(packed_reasons), staticmethod(unpacked_reasons)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a pair: words, a name (empty when a file brought it), when (ISO 8601)."""

    text: str
    editor: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that somebody has looked at and let stand: its key, why, a name, when (ISO 8601)."""

    key: str
    reason: str = ""
    editor: str = ""
    at: str = ""


def rows(values: Sequence[Comment | Dismissal]) -> list[list[str]]:
    """Small values as JSON, each as a list of its fields."""
    return [list(astuple(each)) for each in values]


class Comments(Json):
    """The thread of a unit."""

    cache_ok = True
    pack, unpack = staticmethod(rows), staticmethod(lambda kept: tuple(Comment(*each) for each in kept))


class Dismissals(Json):
    """The findings of a unit that are dismissed."""

    cache_ok = True
    pack, unpack = (
        staticmethod(rows),
        staticmethod(lambda kept: tuple(Dismissal(*each) for each in kept)),
    )


class _Packed(bytes):
    """Bytes that are deflated already."""


_PACKED = b"\0deflated\0"
_PLAIN_BYTES = 1 << 20
_PIECE = 1 << 20


def pack(stream: BinaryIO) -> bytes:
    """The bytes of a stream for a `Bytes` column; of a large one only the deflated are ever held."""
    first = stream.read(_PLAIN_BYTES + 1)
    if len(first) <= _PLAIN_BYTES and not first.startswith(_PACKED):
        return first
    deflate = zlib.compressobj(level=1)
    parts = [_PACKED, deflate.compress(first)]
    while piece := stream.read(_PIECE):
        parts.append(deflate.compress(piece))
    return _Packed(b"".join([*parts, deflate.flush()]))


class Bytes(TypeDecorator[bytes]):
    """Bytes of a file, deflated where they are many."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """The value as the database keeps it."""
        if value is None or isinstance(value, _Packed):
            return value
        return pack(BytesIO(value))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """The value as Python knows it."""
        packed = value is not None and value.startswith(_PACKED)
        return zlib.decompress(value[len(_PACKED) :]) if value and packed else value


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The value as the database keeps it."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The value as Python knows it."""
        if value is None:
            return None
        moment: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
