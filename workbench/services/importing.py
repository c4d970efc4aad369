"""Bring files into a project, whatever they hold: two texts to align, one with both, or pairs already.

The command line and the API come in by this door: `look` makes bitexts and saves nothing, `keep` saves
all of them or none.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Literal

from sqlalchemy.orm import Session

from workbench.bitext.arriving import Arrival, Arriving, Wishes, arrive, pair, unpacked
from workbench.bitext.belonging import Group, groups
from workbench.bitext.build import build, build_one
from workbench.bitext.formats import FORMATS
from workbench.bitext.report import Report
from workbench.bitext.units import Bitext
from workbench.errors import TooLong, WrongUse
from workbench.files.sniffing import NAMES
from workbench.saying import say
from workbench.services import exchange, intake
from workbench.services.intake import Incoming
from workbench.services.learning import Known
from workbench.storage.bitexts import in_silence
from workbench.storage.tables import Document, Project

ALIGNED = "aligned"
"""Stands for the format of what held no pairs yet."""
_NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Ready:
    """A bitext that may come in, the files it is from, and how they were read."""

    files: Sequence[Arriving]
    bitext: Bitext
    format: str
    report: Report


def look(
    files: Sequence[Arriving],
    *,
    known: Callable[[], Known],
    title: str = "",
    wishes: Wishes = _NO_WISHES,
    lines: bool = False,
) -> list[Ready]:
    """What these files would bring in; `lines` says that two files belong together line by line.

    `known` gives what the project knows, and is asked only for texts to align.
    Refuses with `WrongUse` files that make no bitext, and as the readers do.
    """
    found = groups(unpacked(files))
    if not found:
        raise WrongUse(
            say(
                "Give two texts that say the same, first the English, then the Burmese; or one file "
                "with both languages; or files of pairs: %(formats)s.",
                formats=", ".join(each.title for each in FORMATS.values() if each.read),
            )
        )
    titled = title if len(found) == 1 else ""
    return [_ready(each, titled, known, wishes, lines=lines) for each in found]


def _ready(
    group: Group, title: str, known: Callable[[], Known], wishes: Wishes, *, lines: bool
) -> Ready:
    if group.is_bitext:
        return _arrived(group.files, title, wishes)
    if any(each.place for each in group.files):
        raise TooLong(
            say("%(name)s is too large for a text; cut it into parts.", name=group.files[0].name)
        )
    if lines:
        return _paired(group.files, title, wishes)
    return _aligned(group.files, title, known())


def keep(
    session: Session,
    project: Project,
    ready: Sequence[Ready],
    editor: str,
    *,
    again: bool = False,
    tell: Callable[[int], None] = in_silence,
) -> list[Document]:
    """Each bitext as a document of the project; refuses with `WrongUse` pairs that came in already.

    `tell` hears how many pairs are written so far; if it raises, none is. `checking.check_new` is due
    for each document once they are saved.
    """
    before = accumulate((len(each.bitext.units) for each in ready), initial=0)
    return [
        _kept(session, project, each, editor, again, partial(_tell_more, tell, done))
        for each, done in zip(ready, before, strict=False)
    ]


def _tell_more(tell: Callable[[int], None], before: int, count: int) -> None:
    tell(before + count)


def title_of(path: str) -> str:
    """A title out of a file's name, without its endings; its folder's name when only `en` is left.

    A name without a folder says nothing of where the workbench runs.

    >>> title_of("letters/open_letter.en.txt"), title_of("op-ed/en.txt"), title_of("en.txt")
    ('open letter', 'op-ed', 'Untitled')
    """
    endings = "|".join(("en", "my", "ladder", *FORMATS, *NAMES))
    stem = re.sub(rf"(^|\.)(({endings})(\.|$))+$", "", Path(path).name, flags=re.IGNORECASE)
    return (stem or Path(path).parent.name).replace("_", " ").strip() or "Untitled"


def _kept(
    session: Session,
    project: Project,
    ready: Ready,
    editor: str,
    again: bool,
    tell: Callable[[int], None],
) -> Document:
    if ready.format != ALIGNED:
        arrival = Arrival(ready.bitext, ready.format, ready.report)
        return exchange.bring_in(session, project, arrival, ready.files, editor, again=again, tell=tell)
    if not again:
        exchange.refuse_again(ready.files[0].name, _same_texts(session, project, ready.files))
    sides: tuple[Literal["source", "target", "both"], ...] = ("source", "target")
    incoming = [
        Incoming(side, Path(each.name).name, each.content)
        for side, each in zip(sides if len(ready.files) > 1 else ("both",), ready.files, strict=True)
    ]
    return intake.add_document(session, project, ready.bitext, incoming, editor)


def _same_texts(session: Session, project: Project, files: Sequence[Arriving]) -> Document | None:
    """The document that was made of all these texts; one of them alone may have another translation."""
    found = [exchange.find_earlier(session, project, [each.sha256()]) for each in files]
    return found[0] if len({each and each.id for each in found}) == 1 else None


def _stem(file: Arriving) -> str:
    """The file's name without its ending."""
    return title_of(Path(file.name).stem)


def _arrived(files: Sequence[Arriving], title: str, wishes: Wishes) -> Ready:
    found = arrive(files, title=title or _stem(files[0]), wishes=wishes)
    return Ready(files, found.bitext, found.format, found.report)


def _paired(files: Sequence[Arriving], title: str, wishes: Wishes) -> Ready:
    if len(files) != 2:
        raise WrongUse(say("Line by line takes two files: the source's lines, then the target's."))
    found = pair(files[0], files[1], title=title or _stem(files[0]), wishes=wishes)
    return Ready(files, found.bitext, found.format, found.report)


def _aligned(files: Sequence[Arriving], title: str, known: Known) -> Ready:
    """Two texts that say the same, or one that carries both languages."""
    title = title or title_of(files[0].name)
    if len(files) == 1:
        bitext = build_one(files[0].content, files[0].name, title=title, **known)
    else:
        source, target = files
        names = source.name, target.name
        bitext = build(source.content, target.content, title=title, names=names, **known)
    return Ready(files, bitext, ALIGNED, Report(units=len(bitext.units)))
