"""Units as XLIFF 1.2 and 2.1, and XLIFF 1.x and 2.x back.

    write(units, out, *, source_language="en", target_language="my", version="1.2", title="") -> Report
    read(stream, report=None) -> Iterator[Unit]
    validate(stream) -> Report

In 1.2 a status is a `state` and `approved`, in 2.1 a `state`; ours exactly, the score and the props
stand beside it in a context-group or in the metadata module. Tags become empty placeholders.
"""

from workbench.bitext.xliff.reading import read
from workbench.bitext.xliff.validation import validate
from workbench.bitext.xliff.writing import VERSIONS, write

__all__ = ["VERSIONS", "read", "validate", "write"]
