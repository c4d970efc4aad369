"""Units as Parquet, in the columns of `jsonl`; needs the extra `parquet` (pyarrow).

write(units, out, *, source_language="en", target_language="my") -> Report
read(stream, report=None) -> Iterator[Unit]
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from workbench.bitext import jsonl
from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.errors import BadFile, WrongUse
from workbench.saying import say

_GROUP = 20_000
"""Units in one row group: what is in memory at a time."""


def _arrow() -> Any:
    """pyarrow, or a sentence on how to get it."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise WrongUse(say("Parquet needs pyarrow: pip install 'workbench[parquet]'.")) from error
    return pyarrow


def _schema(arrow: Any, languages: tuple[str, str]) -> Any:
    text = arrow.string()
    segment = {"text": text, "block": arrow.int64(), "kind": text, "label": text, "after": text}
    segments = arrow.list_(arrow.struct(segment))
    reason = {"code": text, "message": text, "speaks_for": arrow.bool_()}
    return arrow.schema(
        {
            "id": text,
            "translation": arrow.struct(dict.fromkeys(languages, text)),
            "status": text,
            "score": arrow.float64(),
            "notes": arrow.list_(text),
            "props": arrow.list_(arrow.struct({"name": text, "value": text})),
            "segments": arrow.struct({"source": segments, "target": segments}),
            "reasons": arrow.list_(arrow.struct(reason)),
        }
    )


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
) -> Report:
    """Write the units in row groups of twenty thousand."""
    report = Report()
    arrow = _arrow()
    languages = code(source_language), code(target_language)
    schema = _schema(arrow, languages)
    with arrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        waiting = iter(units)
        while group := list(islice(waiting, _GROUP)):
            rows = [jsonl.row(unit, languages) for unit in group]
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            report.units += len(group)
    return report


def read(stream: BinaryIO, report: Report | None = None) -> Iterator[Unit]:
    """The units of a Parquet file of ours or of two text columns; refuses with `BadFile` any other."""
    report = Report() if report is None else report
    arrow = _arrow()
    try:
        batches = arrow.parquet.ParquetFile(stream).iter_batches(_GROUP)
        for batch in batches:
            yield from jsonl.units(enumerate(batch.to_pylist(), 1), report)
    except (arrow.ArrowException, OSError, ValueError) as error:
        raise BadFile(
            say("This is not a Parquet file that can be read: %(error)s.", error=error)
        ) from error
