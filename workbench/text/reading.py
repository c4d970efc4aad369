"""The door `read`: bytes to clean Unicode text, with a remark for everything that was changed."""

from dataclasses import dataclass

from workbench.text.decoding import decode
from workbench.text.documents import detect_lines, unicode_of
from workbench.text.languages import Language
from workbench.text.normalization import SENTENCES, tidy, unify_line_ends
from workbench.text.zawgyi import Verdict

_SAID = {
    False: "This line was Zawgyi and has been converted to Unicode.",
    True: "Part of this line was Zawgyi and has been converted to Unicode.",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that reading changed or doubted: its line (from 1), a stable code, a sentence."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Clean Unicode text, the encoding it came in, what was done, and the lines that were Zawgyi."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()
    zawgyi_lines: tuple[int, ...] = ()


def read(raw: bytes, language: Language) -> Reading:
    """The text of a file: decoded, its Zawgyi lines converted, in NFC, with \\n at line ends.

    Refuses with `UnreadableText`, which names the byte.

    >>> from workbench.text import MYANMAR
    >>> read("ျမန္မာစာ".encode(), MYANMAR)
    Reading(text='မြန်မာစာ', encoding='utf-8', remarks=(Remark(line=1, code='zawgyi', \
message='This line was Zawgyi and has been converted to Unicode.'),), zawgyi_lines=(1,))
    """
    text, encoding = decode(raw)
    lines = unify_line_ends(text).split("\n")
    remarks, zawgyi = [], []
    for number, (line, found) in enumerate(zip(lines, detect_lines(lines), strict=True), start=1):
        clean = unicode_of(line, found)
        if clean != line:
            zawgyi.append(number)
            remarks.append(Remark(number, "zawgyi", _SAID[found.verdict is Verdict.MIXED]))
        lines[number - 1], repairs = tidy(clean)
        remarks += [Remark(number, code, SENTENCES[code]) for code in repairs]
    return Reading("\n".join(lines), encoding, tuple(remarks), tuple(zawgyi))
