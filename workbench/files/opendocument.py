"""What pandoc would lose of an OpenDocument text: boxes, headers and footers, and a word on the rest."""

from workbench.files import archives
from workbench.files.packages import Around, free_boxes, parse, remove, texts, with_part
from workbench.saying import say

_MAIN = "content.xml"
_EDGES = "styles.xml"
_NAME = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"
_BOX = _NAME.format("drawing", "text-box")
_FRAME = _NAME.format("drawing", "frame")
_PARAGRAPH = _NAME.format("text", "p")
_CHANGE = _NAME.format("text", "changed-region")
_COMMENT = _NAME.format("office", "annotation")


def prepared(content: bytes) -> tuple[bytes, Around]:
    """The document with its text boxes behind their paragraphs, and what stands on its page edges."""
    around = Around()
    with archives.opened(content) as archive:
        names = archive.namelist()
        if _MAIN not in names:
            return content, around
        body = parse(archive.read(_MAIN))
        if changes := sum(1 for _ in body.iter(_CHANGE)):
            around.remark(
                "tracked_changes",
                say("Tracked changes: %(number)s, accepted as if the author had.", number=changes),
            )
        if comments := list(body.iter(_COMMENT)):
            around.remark("comments", say("The comments in the margin were left out."))
            for each in comments:
                remove(each)
        if _EDGES in names:
            styles = parse(archive.read(_EDGES))
            for edge in ("header", "footer"):
                for each in styles.iter(_NAME.format("style", edge)):
                    around.add_edge(edge, texts(each, _PARAGRAPH))
        boxes = free_boxes(body, _BOX, frozenset({_FRAME}), _PARAGRAPH)
        if boxes:
            around.remark(
                "text_boxes",
                say("Text boxes: %(number)s, each behind the paragraph that held it.", number=boxes),
            )
        if boxes or comments:
            content = with_part(archive, _MAIN, body)
    return content, around
