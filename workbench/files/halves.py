"""One file, two languages: its blocks to two sides, with the pairs that its layout suggests.

Two columns of a table pair row by row; translations below the original, alternating paragraphs and
headlines pair in their turn. A file whose second half translates its first gives two sides and no pairs:
aligning finds them.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from workbench.segment import Block
from workbench.segment.language import language_of
from workbench.text import primary

_CELL = re.compile(r"^(?P<table>.*?)(?P<column>[A-Z]{1,3})(?P<row>\d+)$")
_MYANMAR = re.compile(r"[\u1000-\u109f\uaa60-\uaa7f]")
_LATIN = re.compile(r"[A-Za-z]")
_LEAST_SHARE = 0.12
_TURNS = 4
"""From so many changes of the language on, the two follow each other by turns."""
_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Halves:
    """The blocks of each side in order, and suggested pairs: places in `source` and in `target`."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    pairs: tuple[tuple[int, int], ...] = ()


def is_bilingual(blocks: Sequence[Block], source: str = "en", target: str = "my") -> bool:
    """Whether both languages have a good share of the text."""
    size: Counter[str] = Counter()
    for block in _cut(blocks):
        size[_tongue(block.text, source, target)] += len(block.text)
    total = size[source] + size[target]
    return total > 0 and min(size[source], size[target]) >= _LEAST_SHARE * total


def split(blocks: Sequence[Block], source: str = "en", target: str = "my") -> Halves:
    """The two sides of a file that carries both; each block stands on one of them, in order.

    >>> two = split([Block("paragraph", "One."), Block("paragraph", "တစ်။", language="my")])
    >>> two.source[0].text, two.target[0].text
    ('One.', 'တစ်။')
    """
    return by_language(told(blocks, source, target), source, target)


def told(blocks: Sequence[Block], source: str = "en", target: str = "my") -> list[Block]:
    """The blocks in the order of the file, each in the language of its side."""
    cut = list(_cut(blocks))
    sides = _sides(cut, _columns(cut, source, target), source, target)
    return [replace(block, language=side) for block, side in zip(cut, sides, strict=True)]


def by_language(blocks: Sequence[Block], source: str = "en", target: str = "my") -> Halves:
    """The two sides of blocks whose languages are decided, and the pairs their order suggests.

    A block in neither language stands on the source side.
    """
    across = primary(target)
    sided = [(target if primary(block.language) == across else source, block) for block in blocks]
    columns = _columns(blocks, source, target)
    return Halves(
        tuple(block for side, block in sided if side == source),
        tuple(block for side, block in sided if side == target),
        tuple(rising([*_rows(sided, columns, source, target), *_turns(sided, source, target)])),
    )


def _tongue(text: str, source: str, target: str) -> str:
    """Which of the two languages a text is in, by its letters; empty for neither."""
    found = language_of(text, "")
    return next((tag for tag in (source, target) if primary(tag) == found), "")


def _cut(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, one that holds a text and then its translation cut in two."""
    for block in blocks:
        at = _seam(block.text) if block.kind != "separator" else 0
        if at:
            head, tail = block.text[:at].rstrip(), block.text[at:].lstrip()
            yield replace(block, text=head)
            yield replace(block, text=tail, label=None)
        else:
            yield block


def _seam(text: str) -> int:
    """Where the one script ends and the other begins, if that happens once; 0 otherwise."""
    for one, other in ((_LATIN, _MYANMAR), (_MYANMAR, _LATIN)):
        first = other.search(text)
        if not first or not one.search(text[: first.start()]):
            continue
        head, tail = text[: first.start()], text[first.start() :]
        both_long = len(head.strip()) >= _SHORTEST and len(tail) >= _SHORTEST
        if both_long and not one.search(tail) and head.rstrip()[-1:] not in "([{“\"'":
            return first.start()
    return 0


def _sides(
    blocks: Sequence[Block], columns: dict[tuple[str, str], str], source: str, target: str
) -> Iterator[str]:
    """The side of each block: by its column, else by its letters, else that of the block before."""
    before = source
    for block in blocks:
        cell = _CELL.match(block.place or "") if block.kind == "table_cell" else None
        found = columns.get((cell["table"], cell["column"])) if cell else None
        before = found or _tongue(block.text, source, target) or before
        yield before


def _columns(blocks: Sequence[Block], source: str, target: str) -> dict[tuple[str, str], str]:
    """The language of each column, for tables that have one of each."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for block in blocks:
        cell = _CELL.match(block.place or "") if block.kind == "table_cell" else None
        if cell:
            seen[cell["table"]][cell["column"]][_tongue(block.text, source, target)] += len(block.text)
    found = {}
    for table, columns in seen.items():
        for tag in (source, target):
            best = max(columns, key=lambda column: columns[column][tag])
            if columns[best].most_common(1)[0][0] == tag:
                found[table, best] = tag
    tables = Counter(table for table, _ in found)
    return {key: tag for key, tag in found.items() if tables[key[0]] == 2}


Sided = Sequence[tuple[str, Block]]


def _numbered(sided: Sided) -> Iterator[tuple[str, int, Block]]:
    """Each block with its side and its place on that side."""
    places: Counter[str] = Counter()
    for side, block in sided:
        yield side, places[side], block
        places[side] += 1


def _rows(
    sided: Sided, columns: dict[tuple[str, str], str], source: str, target: str
) -> Iterator[tuple[int, int]]:
    """The cells of one row, in the two columns of the languages."""
    rows: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for side, place, block in _numbered(sided):
        cell = _CELL.match(block.place or "") if block.kind == "table_cell" else None
        if cell and (cell["table"], cell["column"]) in columns:
            rows[cell["table"], cell["row"]].setdefault(side, place)
    for row in rows.values():
        if source in row and target in row:
            yield row[source], row[target]


def _turns(sided: Sided, source: str, target: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that follow each other by turns: those of a run with those of the next."""
    told = [each for each in _numbered(sided) if each[2].kind not in ("table_cell", "boilerplate")]
    runs = [list(run) for _, run in groupby(told, key=lambda each: each[0])]
    if len(runs) < _TURNS:
        return
    for run, answer in list(pairwise(runs))[::2]:
        same = len(run) == len(answer)
        for (side, place, _), (_, other, _) in zip(run, answer, strict=False):
            yield (place, other) if side == source else (other, place)
            if not same:
                break


def rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs that rise on both sides, in order: none of them cross or share a place.

    >>> rising([(0, 9), (1, 1), (2, 2), (2, 3)])
    [(1, 1), (2, 2)]
    """
    ends: list[int] = []  # for each length, where the lowest chain so long ends, and its last pair
    lasts: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(set(pairs), key=lambda pair: (pair[0], -pair[1])):
        length = bisect_left(ends, pair[1])
        before[pair] = lasts[length - 1] if length else None
        ends[length : length + 1], lasts[length : length + 1] = [pair[1]], [pair]
    chain, at = [], lasts[-1] if lasts else None
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]
