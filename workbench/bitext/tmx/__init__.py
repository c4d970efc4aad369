"""TMX 1.4 out, TMX 1.1 to 1.4b in.

    write(units, out, *, source_language="en", target_language="my", signature="", options=Options())
        -> Report            units to a binary stream; counts, what was left out and why
    read(stream, report=None, *, source=None, target=None) -> Iterator[Unit]
                             a binary stream to units; what was wrong goes into the report
    validate(stream) -> Report
                             what the DTD, the specification and real tools would trip over

All stream: a million units need no more memory than one.
"""

from workbench.bitext.tmx.options import Options
from workbench.bitext.tmx.reading import read
from workbench.bitext.tmx.validation import dtd, validate
from workbench.bitext.tmx.writing import tool_version, write

__all__ = ["Options", "dtd", "read", "tool_version", "validate", "write"]
