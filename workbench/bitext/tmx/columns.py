"""The usual units of a stretch, made together; those that need a closer look are left open."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from workbench.bitext import taking
from workbench.bitext.tmx.fields import PLAIN_ROWS, cut, told
from workbench.bitext.tmx.layout import Columns
from workbench.bitext.units import STATUSES, Status, Unit, make_unit
from workbench.bitext.vetting import doubtful
from workbench.segment import Segment, make_segment

_OTHER_ENTITY = re.compile("&(?!(?:amp|lt|gt|quot);)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))
_Said = TypeVar("_Said")
Order = Callable[[str, str], tuple[str, str, bool] | None]
"""From the two languages of a unit as the file has them: their codes, and whether they change places."""


def made(columns: Columns, numbers: Iterable[int], order: Order) -> list[Unit | None]:
    """The units; None where a text, entity, status, score, language or `x-segment` is odd.

    `numbers` are the places of the units in the file: those without a tuid are called by them.
    """
    count, odd = len(columns.uids), set[int]()
    if not count:
        return []
    named = [uid for uid in columns.uids if uid]
    if len(named) < count:
        named = [uid or f"tu-{number}" for uid, number in zip(columns.uids, numbers, strict=True)]
    texts = _sound([*named, *columns.source_texts, *columns.target_texts], odd)
    uids, firsts, seconds = texts[:count], texts[count : 2 * count], texts[2 * count :]
    if (pair := _pair(columns, order, odd)) is None:
        return [None] * count
    first, second, turned = pair
    sides = [
        _sides(firsts, columns.source_props, first, odd),
        _sides(seconds, columns.target_props, second, odd),
    ]
    if turned:
        sides.reverse()
    statuses = _said(columns.statuses, STATUSES.get, Status.UNREVIEWED, odd)
    scores = _said(columns.scores, taking.score, None, odd)
    units: list[Unit | None] = [
        make_unit(uid, source, target, score, (), status, (), ())
        for uid, source, target, score, status in zip(uids, *sides, scores, statuses, strict=True)
    ]
    for place in odd:
        units[place % count] = None
    return units


def _sound(texts: Sequence[str], odd: set[int]) -> Sequence[str]:
    """The texts with XML's own entities as signs; odd is what is empty or needs a closer look."""
    joined = "\n".join(texts)
    if ">" in joined:  # which XML forbids after two brackets
        odd.update(place for place, text in enumerate(texts) if "]]>" in text)
    if joined.count("&amp;") < joined.count("&"):
        odd.update(place for place, text in enumerate(texts) if _OTHER_ENTITY.search(text))
        texts = [_unescaped(text) for text in texts]
    elif "&" in joined:  # hardly ever anything but the sign itself
        parts = joined.replace("&amp;", "&").split("\n")
        texts = parts if len(parts) == len(texts) else [_unescaped(text) for text in texts]
    if not all(texts):
        odd.update(place for place, text in enumerate(texts) if not text)
    odd.update(doubtful(texts))
    return texts


def _unescaped(text: str) -> str:
    """The text of what `escape` wrote."""
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _pair(columns: Columns, order: Order, odd: set[int]) -> tuple[str, str, bool] | None:
    """The languages that most units have, in their order; odd are those that have others."""
    pairs = Counter(zip(columns.source_languages, columns.target_languages, strict=True))
    (usual, count), *_ = pairs.most_common(1)
    if count < len(columns.uids):
        both = zip(columns.source_languages, columns.target_languages, strict=True)
        odd.update(place for place, each in enumerate(both) if each != usual)
    return order(*usual) if all(map(str.isprintable, usual)) else None


def _sides(
    texts: Sequence[str], props: Sequence[str], language: str, odd: set[int]
) -> list[tuple[Segment, ...]]:
    """One side of each unit."""
    rows = list(_said(props, told, PLAIN_ROWS, odd))
    first = [each[0] for each in rows]
    sides: list[tuple[Segment, ...]] = [
        (make_segment(text, block, kind, label, language, " ", False),)
        for text, (_, block, kind, label) in zip(texts, first, strict=True)
    ]
    for place, each in enumerate(rows):
        if len(each) > 1:
            sides[place] = cut(texts[place], each, language)
    return sides


def _said(
    words: Sequence[str | None], tell: Callable[[str], _Said | None], usual: _Said, odd: set[int]
) -> Iterator[_Said]:
    """What each word says, `usual` where there is none; odd are those of which nothing can be told."""
    known = {each: usual if each is None else tell(each) for each in set(words)}
    if strange := {each for each in known if each is not None and known[each] is None}:
        known.update(dict.fromkeys(strange, usual))
        odd.update(place for place, each in enumerate(words) if each in strange)
    return map(known.__getitem__, words)  # type: ignore[arg-type]
