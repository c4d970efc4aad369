"""What a segment offers to be compared by: numbers and Latin words, for now."""

import re

from workbench.segment import Segment
from workbench.text.numerals import numbers

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")


def shared_tokens(segment: Segment) -> list[str]:
    """Numbers (with the label, digits of either script alike) and Latin words in lower case."""
    text = f"{segment.label or ''} {segment.text}"
    return ["#" + each for each in numbers(text)] + [each.lower() for each in _LATIN.findall(text)]
