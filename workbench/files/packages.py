"""Zip packages of XML, as Word and LibreOffice write them: read a part, free text boxes, write back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from workbench.errors import BadFile
from workbench.files.drafts import Draft
from workbench.files.opened import Remark
from workbench.saying import say

_PICTURES = ("word/media/", "Pictures/", "Thumbnails/")
_EDGES = {"header": say("a header"), "footer": say("a footer")}

TOO_DEEP = say(
    "Lists or tables in this document stand inside one another too many times to "
    "be read. Take them apart in the programme that made it, or save it as plain "
    "text."
)
_DEEPEST = 256


@dataclass(slots=True)
class Around:
    """What stands around the body of a document, and what there was to say about it."""

    before: list[Draft] = field(default_factory=list)
    after: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, code: str, sentence: str, place: str = "") -> None:
        """Add a remark."""
        self.remarks.append(Remark(place, code, sentence))

    def add_edge(self, edge: str, texts: Iterable[str]) -> None:
        """Set a page's header or footer aside; what said the same before comes once."""
        drafts = self.before if edge == "header" else self.after
        seen = {draft.text for draft in drafts}
        fresh = [text for text in dict.fromkeys(texts) if text not in seen]
        drafts += [Draft(text, "boilerplate", place=edge) for text in fresh]
        if fresh:
            self.remark(
                edge,
                say(
                    "The document has %(what)s (%(text)s); it was set aside.",
                    what=_EDGES[edge],
                    text=repr(fresh[0][:60]),
                ),
                edge,
            )


def parse(content: bytes) -> etree._Element:
    """The root of an XML file, read without entities, network or DTD; refuses with `BadFile`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise BadFile(TOO_DEEP) from error
        raise BadFile(
            say("The file is damaged: its XML cannot be read (%(error)s).", error=error.msg)
        ) from error


def refuse_depth(root: etree._Element) -> None:
    """Refuse a tree so deep that its readers would fall over it."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise BadFile(TOO_DEEP)


def free_boxes(body: etree._Element, box: str, holders: frozenset[str], paragraph: str) -> int:
    """Put what stands in each text box behind the paragraph that holds it; how many boxes there were.

    A reader would drop the box, or all of the paragraph around it.
    """
    boxes = list(body.iter(box))
    for each in reversed(boxes):  # from the inside out, when one holds another
        holder = next((up for up in each.iterancestors() if up.tag in holders), None)
        around = next((up for up in each.iterancestors() if up.tag == paragraph), None)
        if around is None or holder is None:
            continue
        parent = around.getparent()
        place = parent.index(around) + 1
        parent[place:place] = list(each)
        if not any(other is not each and len(other) for other in holder.iter(box)):
            remove(holder)
    return len(boxes)


def remove(element: etree._Element) -> None:
    """Take an element out and leave the text behind it where it stands."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def texts(root: etree._Element, paragraph: str, text: str = "") -> Iterator[str]:
    """The texts of the paragraphs under an element: of all in them, or only of elements named `text`."""
    for each in root.iter(paragraph):
        pieces = each.itertext() if not text else (piece.text or "" for piece in each.iter(text))
        if line := " ".join("".join(pieces).split()):
            yield line


def with_part(archive: ZipFile, name: str, root: etree._Element) -> bytes:
    """The package with another part of this name, and without its pictures."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            if entry.filename == name:
                copy.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
            elif not entry.filename.startswith(_PICTURES):
                copy.writestr(entry.filename, archive.read(entry))
    return out.getvalue()
