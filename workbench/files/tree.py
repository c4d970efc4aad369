"""pandoc's tree to drafts: every block of it, in order, with what it is, its label, level and place."""

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.files.drafts import Draft
from workbench.saying import say

Node = dict[str, Any]

_METADATA = ("title", "subtitle", "author", "date", "abstract")
_ASIDE = "boilerplate"
_WRAPPED = {"Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"}
_QUOTES = {"DoubleQuote": "“{}”", "SingleQuote": "‘{}’"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DELIMITERS = {"OneParen": "{})", "TwoParens": "({})"}


class Walk:
    """One walk through a document; `drafts` is what it found so far."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._notes: list[list[Node]] = []
        self._beside: list[str] = []
        self._tables = self._footnotes = self._paragraphs = 0
        self._cell = self._kind = ""
        self._level = 0
        self._label: str | None = None

    def document(self, tree: Node, metadata: bool) -> list[Draft]:
        """The drafts of a whole document; `metadata` when its title stands there and not in the text."""
        for name in _METADATA if metadata else ():
            if name in tree["meta"]:
                self._metadata(tree["meta"][name], "heading" if "title" in name else "")
        self._blocks(tree["blocks"])
        return self.drafts

    def _metadata(self, value: Node, kind: str) -> None:
        content = value["c"]
        if value["t"] == "MetaInlines":
            self._paragraph(content, kind)
        elif value["t"] == "MetaBlocks":
            self._blocks(content)
        elif value["t"] == "MetaList":
            for each in content:
                self._metadata(each, kind)

    def _blocks(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            handle = getattr(self, f"_on_{node['t'].lower()}", None)
            if handle:
                handle(node.get("c"))

    # --- each kind of block -------------------------------------------------------------------------

    def _on_para(self, inlines: list[Node]) -> None:
        self._paragraph(inlines, "")

    _on_plain = _on_para

    def _on_header(self, content: list[Any]) -> None:
        level, _, inlines = content
        self._paragraph(inlines, "heading", level)

    def _on_lineblock(self, rows: list[list[Node]]) -> None:
        self._add("\n".join(self._text(row) for row in rows), "")

    def _on_codeblock(self, content: list[Any]) -> None:
        for line in content[1].splitlines():
            self._add(line, "paragraph")

    def _on_horizontalrule(self, _: None) -> None:
        self.drafts.append(Draft("", "separator", place=self._place()))

    def _on_blockquote(self, blocks: list[Node]) -> None:
        self._blocks(blocks)

    def _on_div(self, content: list[Any]) -> None:
        (_, classes, _), blocks = content
        before, self._kind = self._kind, _ASIDE if _ASIDE in classes else self._kind
        self._blocks(blocks)
        self._kind = before

    def _on_figure(self, content: list[Any]) -> None:
        _, (_, caption), blocks = content
        self._blocks(blocks)
        self._as("caption", caption)

    def _on_definitionlist(self, entries: list[Any]) -> None:
        for term, definitions in entries:
            self._paragraph(term, "")
            for each in definitions:
                self._blocks(each)

    def _on_bulletlist(self, items: list[list[Node]]) -> None:
        self._list((("•", item) for item in items), "bullet")

    def _on_orderedlist(self, content: list[Any]) -> None:
        (start, style, delimiter), items = content
        labels = (numbered(start + at, style["t"], delimiter["t"]) for at in range(len(items)))
        self._list(zip(labels, items, strict=True), "numbered_item")

    def _list(self, items: Iterator[tuple[str, list[Node]]] | Any, kind: str) -> None:
        self._level += 1
        for mark, item in items:
            first = len(self.drafts)
            self._blocks(item)
            own = next((d for d in self.drafts[first:] if d.level == self._level and not d.kind), None)
            if own and not own.label:
                own.label, own.kind = mark, kind
        self._level -= 1

    def _on_table(self, content: list[Any]) -> None:
        _, (_, caption), columns, head, bodies, foot = content
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        self._as("caption", caption)
        outer, number = self._cell, self._tables = self._cell, self._tables + 1
        for at, (_, cells) in enumerate(rows, start=1):
            for column, cell in enumerate(cells):
                if len(columns) > 1 or len(rows) > 1:  # a single cell is only a frame
                    self._cell = f"table {number}!{letters(column)}{at}"
                self._blocks(cell[4])
        self._cell = outer

    def _as(self, kind: str, blocks: list[Node]) -> None:
        before, self._kind = self._kind, self._kind or kind
        self._blocks(blocks)
        self._kind = before

    # --- text ---------------------------------------------------------------------------------------

    def _paragraph(self, inlines: list[Node], kind: str, level: int = 0) -> None:
        self._add(self._text(inlines), kind, level)
        notes, self._notes = self._notes, []
        for blocks in notes:
            self._note(blocks)

    def _note(self, blocks: list[Node]) -> None:
        self._footnotes += 1
        first = len(self.drafts)
        self._as("footnote", blocks)
        for draft in self.drafts[first:]:
            draft.place = f"note {self._footnotes}"
        if len(self.drafts) > first:
            self.drafts[first].label = f"[{self._footnotes}]"

    def _add(self, text: str, kind: str, level: int = 0) -> None:
        beside, self._beside = tuple(self._beside), []
        if not text.strip():
            return
        self._paragraphs += 1
        kind = self._kind or kind or ("table_cell" if self._cell and not self._level else "")
        self.drafts.append(
            Draft(text, kind, level=level or self._level, place=self._place(), beside=beside)
        )

    def _place(self) -> str:
        return self._cell or say("paragraph %(number)s", number=max(1, self._paragraphs))

    def _text(self, inlines: Sequence[Node]) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, node: Node) -> str:
        kind, content = node["t"], node.get("c")
        if content is None:
            return "\n" if kind == "LineBreak" else " "
        if kind == "Str":
            return str(content)
        if kind in _WRAPPED:
            return self._text(content)
        if kind == "Quoted":
            return _QUOTES[content[0]["t"]].format(self._text(content[1]))
        if kind in ("Code", "Math"):
            return str(content[1])
        if kind == "Note":
            self._notes.append(content)
            return ""
        return self._linked(kind, content)

    def _linked(self, kind: str, content: Any) -> str:
        """A link or picture keeps its address beside the text, a picture its description too."""
        if kind == "Link":
            self._beside.append(content[2][0])
        elif kind == "Image":
            self._beside.append(self._text(content[1]) or content[2][0][:200])
            return ""
        return self._text(content[1]) if kind in ("Span", "Cite", "Link") else ""


def numbered(number: int, style: str, delimiter: str) -> str:
    """The label of a list item.

    >>> numbered(3, "LowerAlpha", "TwoParens"), numbered(4, "UpperRoman", "Period")
    ('(c)', 'IV.')
    """
    shown = str(number)
    if style.endswith("Alpha") and number > 0:
        shown = letters(number - 1).lower()
    elif style.endswith("Roman") and 0 < number < 40:
        shown = roman(number)
    return _DELIMITERS.get(delimiter, "{}.").format(shown.upper() if "Upper" in style else shown)


def roman(number: int) -> str:
    """A small number in Roman letters, for labels of lists."""
    for value, sign in _ROMAN:
        if number >= value:
            return sign + roman(number - value)
    return ""


def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    more, last = divmod(column, 26)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)
