"""Subtitles: SubRip and WebVTT; each cue is a block, its place the time when it appears."""

import re
from collections.abc import Iterator

import srt

from workbench.errors import BadFile
from workbench.files.drafts import Draft, blocks_of
from workbench.files.opened import Opened
from workbench.saying import say
from workbench.text.decoding import decode

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|<\d+:[\d:.]+>|\{\\[^{}]{0,80}\}")
_TIMES = re.compile(r"^((?:\d+:)?\d\d:\d\d[.,]\d{3})[ \t]+-->", re.M)


def open_srt(content: bytes, language: str) -> Opened:
    """The cues of a SubRip file."""
    text, encoding = _lines(content)
    cues = [(srt.timedelta_to_srt_timestamp(cue.start), cue.content) for cue in _cues(text)]
    return _opened(cues, "srt", encoding, language)


def _cues(text: str) -> Iterator[srt.Subtitle]:
    try:
        yield from srt.parse(text, ignore_errors=True)
    except (ValueError, OverflowError) as error:
        raise BadFile(say("These subtitles cannot be read: a time in them is none.")) from error


def open_vtt(content: bytes, language: str) -> Opened:
    """The cues of a WebVTT file, without its notes and styles."""
    text, encoding = _lines(content)
    cues = []
    for part in re.split(r"\n{2,}", text):
        if time := _TIMES.search(part):
            _, _, words = part[time.end() :].partition("\n")
            cues.append((time[1], words))
    return _opened(cues, "vtt", encoding, language)


def _lines(content: bytes) -> tuple[str, str]:
    text, encoding = decode(content)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _opened(cues: list[tuple[str, str]], kind: str, encoding: str, language: str) -> Opened:
    drafts = [
        Draft(
            " ".join(_MARKUP.sub("", words).split()),
            place=time,
            beside=tuple(_MARKUP.findall(words)),
        )
        for time, words in cues
    ]
    blocks, remarks = blocks_of(drafts, language)
    return Opened(blocks, kind, remarks, encoding)
