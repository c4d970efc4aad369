"""What opening a file gives."""

from dataclasses import dataclass

from workbench.saying import say
from workbench.segment import Block


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that opening a file changed, set aside or doubted: where, a stable code, a sentence.

    `place` is as in `Block.place` ("line 3", "page 2", "footer"), empty for the whole file.
    """

    place: str
    code: str
    message: str

    def __str__(self) -> str:
        if not self.place:
            return self.message
        return say("%(where)s: %(sentence)s", where=self.place, sentence=self.message)


def within(what: str, place: str | None) -> str:
    """A place in something.

    >>> within("letter.docx", "paragraph 3"), within("letter.docx", None)
    ('letter.docx, paragraph 3', 'letter.docx')
    """
    return say("%(what)s, %(where)s", what=what, where=place) if place else what


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's blocks in reading order.

    `format` is its kind by content ("docx", "txt"), `encoding` that of a text file's bytes, and
    `suspect` the share, from 0 to 1, of Burmese clusters that a PDF gave back damaged.
    """

    blocks: tuple[Block, ...]
    format: str
    remarks: tuple[Remark, ...] = ()
    encoding: str = ""
    suspect: float = 0.0
