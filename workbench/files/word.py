"""What pandoc would lose of a Word document: text boxes, headers and footers, and a word on the rest."""

from lxml import etree

from workbench.files import archives
from workbench.files.packages import Around, free_boxes, parse, remove, texts, with_part
from workbench.files.presentation import add_diagrams
from workbench.saying import say

_MAIN, _COMMENTS = "word/document.xml", "word/comments.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HOLDERS = frozenset({f"{_W}drawing", f"{_W}pict", f"{_W}object"})
_CHANGES = [f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]


def prepared(content: bytes) -> tuple[bytes, Around]:
    """The document with its text boxes behind their paragraphs, and what stands on its page edges."""
    around = Around()
    with archives.opened(content) as archive:
        names = sorted(archive.namelist())
        if _MAIN not in names:
            return content, around
        body = parse(archive.read(_MAIN))
        _remark(body, around)
        if _COMMENTS in names and parse(archive.read(_COMMENTS)).find(f"{_W}comment") is not None:
            around.remark("comments", say("The comments in the margin were left out."))
        for name in names:
            for edge in ("header", "footer"):
                if name.startswith(f"word/{edge}") and name.endswith(".xml"):
                    around.add_edge(edge, texts(parse(archive.read(name)), f"{_W}p", f"{_W}t"))
        add_diagrams(archive, names, around)
        for spare in list(body.iter(_FALLBACK)):  # the same once more, for old readers
            remove(spare)
        if boxes := free_boxes(body, f"{_W}txbxContent", _HOLDERS, f"{_W}p"):
            around.remark(
                "text_boxes",
                say("Text boxes: %(number)s, each behind the paragraph that held it.", number=boxes),
            )
            content = with_part(archive, _MAIN, body)
    return content, around


def _remark(body: etree._Element, around: Around) -> None:
    if changes := sum(1 for _ in body.iter(*_CHANGES)):
        around.remark(
            "tracked_changes",
            say("Tracked changes: %(number)s, accepted as if the author had.", number=changes),
        )
