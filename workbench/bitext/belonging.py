"""Which of several files belong together: those of one folder, one zip or one upload."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from workbench.bitext.arriving import Arriving, is_links
from workbench.bitext.formats import ZIPPED, kind
from workbench.errors import BadFile, WrongUse
from workbench.files import halves, open_file
from workbench.saying import say

_OTHER_SIDE = re.compile(
    r"(^|[._-])(en|eng|english|my|mya|burmese|src|trg|source|target)(?=[._-]|$)", re.I
)
"""What the names of two texts that belong together differ in, between dots, hyphens or at an end."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that make one document; `is_bitext` when they hold pairs, so that nothing is aligned."""

    files: tuple[Arriving, ...]
    is_bitext: bool = True


def groups(files: Sequence[Arriving]) -> list[Group]:
    """A group for each file of pairs, each ladder with its texts, each two texts that belong together.

    Two texts do when there are no others, or when their names are the same but for the language. Refuses
    with `WrongUse` a ladder or a text that is left alone among others.
    """
    for each in files:
        _refuse_cut(each)
    if len(files) == 2 and all(map(_is_one_sided, files)):
        return [Group(tuple(files), is_bitext=False)]
    links = [each for each in files if is_links(each)]
    whole = [each for each in files if each not in links and kind(each.stream(), each.name)]
    texts = [each for each in files if each not in links and each not in whole]
    found = [Group((each,)) for each in whole]
    for each in links:
        pair = texts if len(texts) == 2 else _alike(each, texts)
        if len(pair) != 2:
            raise WrongUse(
                say("%(name)s is an alignment of two texts, which have to come with it.", name=each.name)
            )
        found.append(Group((each, *pair)))
        texts = [text for text in texts if text not in pair]
    return [*found, *_pairs(texts)]


def _refuse_cut(file: Arriving) -> None:
    """Refuse with `BadFile` a zip without its end, which nobody can look into."""
    if file.start(4).startswith(ZIPPED) and not zipfile.is_zipfile(file.stream()):
        raise BadFile(
            say(
                "%(name)s is damaged or was cut short: its end is missing. Copy or download it again.",
                name=file.name,
            )
        )


def _is_one_sided(file: Arriving) -> bool:
    """Whether a file is a table of one language, which looks like a table of pairs."""
    if file.place or kind(file.stream(), file.name) not in ("xlsx", "csv", "tsv"):
        return False
    return not halves.is_bilingual(open_file(file.content, file.name).blocks)


def _pairs(texts: Sequence[Arriving]) -> list[Group]:
    """One or two texts are a document; of more, each two of one name."""
    if len(texts) < 3:
        return [Group(tuple(texts), is_bitext=False)] * bool(texts)
    named: defaultdict[str, list[Arriving]] = defaultdict(list)
    for each in texts:
        named[_stem(each)].append(each)
    alone = [each.name for pair in named.values() if len(pair) != 2 for each in pair]
    if alone:
        raise WrongUse(
            say(
                "It is not clear what belongs to %(names)s. Name two texts alike but for their "
                "language, as in letter.en.txt and letter.my.txt.",
                names=", ".join(alone[:5]),
            )
        )
    return [Group(tuple(pair), is_bitext=False) for pair in named.values()]


def _alike(links: Arriving, texts: Sequence[Arriving]) -> Sequence[Arriving]:
    return [each for each in texts if _stem(each) == _stem(links)]


def _stem(file: Arriving) -> str:
    """A file's name without its folders, its ending and its language.

    >>> _stem(Arriving("en/letter.2.txt", b"")), _stem(Arriving("letter.2.my.txt", b""))
    ('letter.2', 'letter.2')
    """
    path = PurePosixPath(file.name.replace("\\", "/"))
    bare = _OTHER_SIDE.sub("", path.name)
    return bare.rsplit(".", 1)[0] if bare == path.name or "." in bare else bare
