"""What a file says of all its units."""

from dataclasses import dataclass
from typing import Any

from workbench.bitext.selecting import Selection
from workbench.bitext.tmx import Options
from workbench.segment import CutException

_PLAIN, _ALL_UNITS = Options(), Selection()


@dataclass(frozen=True, slots=True)
class Heading:
    """The languages, the title, what aligned the units, the glossary, where not to cut.

    `memory` is for a format that takes whole documents: which of their units are its memory.
    """

    source_language: str = "en"
    target_language: str = "my"
    title: str = ""
    signature: str = ""
    options: Options = _PLAIN
    terms: tuple[tuple[str, str], ...] = ()
    memory: Selection = _ALL_UNITS
    exceptions: tuple[CutException, ...] = ()

    @property
    def languages(self) -> dict[str, Any]:
        """The two languages as the writers name them."""
        return {"source_language": self.source_language, "target_language": self.target_language}


UNTITLED = Heading()
"""English to Burmese, without a title."""
