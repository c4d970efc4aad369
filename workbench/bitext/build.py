"""The door `build`: two files that say the same become a bitext. The whole journey on one page."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from workbench.align import Ladder, Lexicon
from workbench.bitext.sides import align_sides, content, in_languages
from workbench.bitext.units import Bitext, Unit
from workbench.errors import WorkbenchError, WrongUse
from workbench.files import Opened, halves, open_file
from workbench.files.opened import within
from workbench.saying import say
from workbench.segment import Block, CutException, Segment
from workbench.text import language


def build(
    source: bytes,
    target: bytes,
    *,
    title: str,
    source_language: str = "en",
    target_language: str = "my",
    names: tuple[str, str] = ("", ""),
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
    exceptions: Sequence[CutException] = (),
) -> Bitext:
    """The bitext of two files of any format: opened, cut into segments, aligned, with all remarks.

    `names` are those of the files, by which formats are told that look alike; aligning leans on `terms`,
    a glossary, and on `lexicon`; cutting spares `exceptions`. Refuses with `UnreadableText`, `BadFile`
    or `TooLong`, and says whose side.
    """
    tags = source_language, target_language
    ours, theirs = _open(source, names[0], tags), _open(target, names[1], tags[::-1])
    return of_blocks(
        ours.blocks,
        theirs.blocks,
        title=title,
        languages=tags,
        remarks=(*_remarks(ours, source_language), *_remarks(theirs, target_language)),
        encodings=(ours.encoding, theirs.encoding),
        terms=terms,
        lexicon=lexicon,
        exceptions=exceptions,
    )


def build_one(
    content: bytes,
    name: str,
    *,
    title: str,
    source_language: str = "en",
    target_language: str = "my",
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
    exceptions: Sequence[CutException] = (),
) -> Bitext:
    """The bitext of one file that carries both languages; refuses one that does not."""
    opened = open_file(content, name)
    if not halves.is_bilingual(opened.blocks, source_language, target_language):
        raise WrongUse(
            say(
                "There is hardly any %(language)s or hardly any %(other)s in this file. Give "
                "its translation as a second file.",
                language=language(source_language).name,
                other=language(target_language).name,
            )
        )
    two = halves.split(opened.blocks, source_language, target_language)
    return of_blocks(
        two.source,
        two.target,
        title=title,
        languages=(source_language, target_language),
        pairs=two.pairs,
        remarks=tuple(map(str, opened.remarks)),
        encodings=(opened.encoding, opened.encoding),
        terms=terms,
        lexicon=lexicon,
        exceptions=exceptions,
    )


def of_blocks(
    source: Sequence[Block],
    target: Sequence[Block],
    *,
    title: str,
    languages: tuple[str, str] = ("en", "my"),
    pairs: Sequence[tuple[int, int]] = (),
    remarks: Sequence[str] = (),
    encodings: tuple[str, str] = ("", ""),
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
    exceptions: Sequence[CutException] = (),
) -> Bitext:
    """The bitext of two lists of blocks; `pairs` are places in them that belong together."""
    segments = content(source, exceptions), content(target, exceptions)
    ladder = align_sides(*segments, languages, pairs, terms, lexicon)
    units = units_of(ladder, *segments)
    said = (*remarks, *(each.message for each in ladder.remarks))
    return Bitext(title, *languages, units, ladder.signature, said, encodings)


def _open(content: bytes, name: str, tags: tuple[str, str]) -> Opened:
    """A side's file in its language; a fault says whose side it is."""
    try:
        opened = open_file(content, name, language=tags[0])
    except WorkbenchError as error:
        sentence = say("%(where)s: %(sentence)s", where=language(tags[0]).name, sentence=error)
        raise type(error)(sentence) from error
    return replace(opened, blocks=in_languages(opened.blocks, *tags))


def units_of(ladder: Ladder, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Unit, ...]:
    """The beads of a ladder as units, each with a tuid of its own.

    >>> from workbench.align import Bead
    >>> ladder = Ladder((Bead((0,), (0, 1), 0.9),), "")
    >>> units_of(ladder, [Segment("One. Two.")], [Segment("တစ်။"), Segment("နှစ်။")])[0].target_text
    'တစ်။ နှစ်။'
    """
    return tuple(
        Unit(
            str(uuid4()),
            tuple(source[i] for i in bead.source),
            tuple(target[j] for j in bead.target),
            bead.score,
            bead.reasons,
        )
        for bead in ladder.beads
    )


def _remarks(opened: Opened, tag: str) -> list[str]:
    """What opening a side's file had to say, each with its language and place."""
    name = language(tag).name
    return [str(replace(each, place=within(name, each.place))) for each in opened.remarks]
