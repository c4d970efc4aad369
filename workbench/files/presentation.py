"""What pandoc would lose of a presentation: the speaker's notes and the words of diagrams."""

import re
from collections.abc import Sequence
from zipfile import ZipFile

from lxml import etree

from workbench.files import archives
from workbench.files.drafts import Draft
from workbench.files.packages import Around, parse, texts
from workbench.saying import say

_NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml")
_SLIDE = re.compile(rb"slides/slide(\d+)\.xml")
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def prepared(content: bytes) -> Around:
    """The notes of all slides and what diagrams say, to stand behind the text."""
    around = Around()
    with archives.opened(content) as archive:
        names = sorted(archive.namelist())
        notes = [draft for name in names for draft in _notes(archive, name, names)]
        if notes:
            around.after += notes
            around.remark(
                "speaker_notes",
                say("The notes of the speaker stand behind the text: %(number)s.", number=len(notes)),
            )
        add_diagrams(archive, names, around)
    return around


def _notes(archive: ZipFile, name: str, names: Sequence[str]) -> list[Draft]:
    found = _NOTES.fullmatch(name)
    if not found:
        return []
    links = name.replace("notesSlides/", "notesSlides/_rels/") + ".rels"
    slide = _SLIDE.search(archive.read(links)) if links in names else None
    number = slide[1].decode() if slide else found[1]
    shapes = parse(archive.read(name)).iter(f"{_P}sp")
    return [
        Draft(text, place=f"notes of slide {number}")
        for shape in shapes
        if _is_body(shape)
        for text in texts(shape, f"{_A}p", f"{_A}t")
    ]


def _is_body(shape: etree._Element) -> bool:
    """Whether a shape holds the notes themselves, not the number of the page."""
    place = next(shape.iter(f"{_P}ph"), None)
    return place is not None and place.get("type") == "body"


def add_diagrams(archive: ZipFile, names: Sequence[str], around: Around) -> None:
    """The words of the diagrams of an office document, each as a block behind the text."""
    data = [name for name in names if "/diagrams/data" in name and name.endswith(".xml")]
    found = [text for name in data for text in texts(parse(archive.read(name)), f"{_A}p", f"{_A}t")]
    if found:
        around.after += [Draft(text, place="diagram") for text in found]
        around.remark(
            "diagrams", say("Diagrams: %(number)s, their words behind the text.", number=len(data))
        )
