"""The door `read`: bytes to clean Unicode text, with a remark for everything that was changed."""

from dataclasses import dataclass

from workbench.saying import say
from workbench.text.decoding import decode
from workbench.text.documents import judged, unicode_of
from workbench.text.languages import Language
from workbench.text.normalization import in_normal_form, unify_line_ends, without_controls
from workbench.text.zawgyi import Verdict

SENTENCES = {
    "controls": say("Control characters, which no text may hold, have been taken out of this line."),
    "zawgyi": say("This line was Zawgyi and has been converted to Unicode."),
    "part_zawgyi": say("Part of this line was Zawgyi and has been converted to Unicode."),
    "order": say("Signs have been put into the order of Unicode's normal form (NFC)."),
}
"""What reading did to a line, by its code."""


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
    came = unify_line_ends(text).split("\n")
    lines = [without_controls(line) for line in came]
    normal = [in_normal_form(line) for line in lines]
    clean, remarks, zawgyi = [], [], []
    for number, (line, found) in enumerate(judged(normal), start=1):
        unicode = in_normal_form(unicode_of(line, found))
        if unicode != line:
            zawgyi.append(number)
        done = {
            "controls": lines[number - 1] != came[number - 1],
            "zawgyi": unicode != line and found.verdict is not Verdict.MIXED,
            "part_zawgyi": unicode != line and found.verdict is Verdict.MIXED,
            "order": unicode == line and line != lines[number - 1],
        }
        remarks += [Remark(number, code, SENTENCES[code]) for code, was_done in done.items() if was_done]
        clean.append(unicode)
    return Reading("\n".join(clean), encoding, tuple(remarks), tuple(zawgyi))
