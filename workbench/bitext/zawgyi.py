"""Zawgyi in units: never written out, and offered for conversion when it comes in."""

from dataclasses import replace

from workbench.bitext.units import Unit
from workbench.segment import Segment
from workbench.text import detect, unicode_of


def looks_zawgyi(text: str) -> bool:
    """Whether Zawgyi stands in a text, as the whole of it or in a part.

    >>> looks_zawgyi("ဟုတ္ကဲ့"), looks_zawgyi("သူက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။"), looks_zawgyi("ဟုတ်ကဲ့")
    (True, True, False)
    """
    return not text.isascii() and detect(text).has_zawgyi


def to_unicode(unit: Unit) -> Unit:
    """The unit with what is Zawgyi in its segments converted; the very same unit where there is none."""
    source, target = _converted(unit.source), _converted(unit.target)
    if source is unit.source and target is unit.target:
        return unit
    return replace(unit, source=source, target=target)


def _converted(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    texts = [each.text if each.text.isascii() else unicode_of(each.text) for each in segments]
    if all(text == each.text for text, each in zip(texts, segments, strict=True)):
        return segments
    return tuple(replace(each, text=text) for text, each in zip(texts, segments, strict=True))
