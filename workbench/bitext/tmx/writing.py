"""Units to TMX 1.4 that every tool takes.

One `<tu>` a line and `<body>` on its own line (Perl's XML::TMX reads nothing otherwise); the source
`<tuv>` first (translate-toolkit swaps the sides otherwise); never a character that XML forbids (OmegaT
drops the whole file, with exit code 0); never an empty target (OmegaT inserts it); never Zawgyi (OmegaT
takes any `my` for Burmese and inserts it).
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from typing import BinaryIO

from workbench.bitext.codes import code
from workbench.bitext.report import Report
from workbench.bitext.tmx.fields import prop
from workbench.bitext.tmx.lining import Liner
from workbench.bitext.tmx.options import Options
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute

DEFAULT = Options()
_BATCH = 256
"""Units made into lines at a time."""


def write(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    signature: str = "",
    options: Options = DEFAULT,
) -> Report:
    """Write the units as one TMX 1.4 file in UTF-8 and tell what was changed and left out.

    Units with an empty side (unless `options.empty`) and units in Zawgyi are left out. `signature` is
    the aligner's and stands in the header.
    """
    report = Report()
    source, target = attribute(code(source_language)), attribute(code(target_language))
    liner = Liner(source, target, options, report)
    out.write(_head(source, signature).encode())
    for before, several, after in _batches(units):
        out.write(liner.lines(several, before, after).encode())
    out.write(b"</body>\n</tmx>\n")
    return report


@cache
def tool_version() -> str:
    """The workbench's version, for the header."""
    try:
        return version("workbench")
    except PackageNotFoundError:
        return "0"


def _head(source: str, signature: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="workbench" creationtoolversion="{tool_version()}" segtype="sentence" '
        f'o-tmf="workbench" adminlang="en" srclang="{source}" datatype="plaintext">'
        f"{prop('x-aligner', signature) if signature else ''}</header>\n<body>\n"
    )


def _batches(units: Iterable[Unit]) -> Iterator[tuple[Unit | None, list[Unit], Unit | None]]:
    """Some units at a time, with the one before and the one after them."""
    coming = iter(units)
    before, several = None, list(islice(coming, _BATCH))
    while several:
        following = list(islice(coming, _BATCH))
        yield before, several, following[0] if following else None
        before, several = several[-1], following
