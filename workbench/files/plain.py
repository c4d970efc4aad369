"""Plain text: decoded and made Unicode by `workbench.text`, its blocks found by `workbench.segment`."""

from workbench.files.opened import Opened, Remark
from workbench.saying import say
from workbench.segment import blocks
from workbench.text import MYANMAR, Reading, read
from workbench.text import language as named

AUTO = "auto"


def read_text(content: bytes, language: str) -> Reading:
    """Clean Unicode of a text file in this language, or in any when it is "auto"."""
    return read(content, MYANMAR if language == AUTO else named(language))


def told(reading: Reading) -> tuple[Remark, ...]:
    """What reading had to say, each with its line as place."""
    return tuple(
        Remark(say("line %(number)s", number=each.line), each.code, each.message)
        for each in reading.remarks
    )


def open_plain(content: bytes, language: str) -> Opened:
    """The blocks of a text file."""
    reading = read_text(content, language)
    return Opened(tuple(blocks(reading.text, language)), "txt", told(reading), reading.encoding)
