"""Look before anything is saved: bring files in, see their blocks side by side, choose, keep or discard.

`stage` keeps the bytes; `services.staging_work.run` reads them and later keeps the document, in a thread
that may die and be taken over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.errors import NotFound, WrongUse
from workbench.files import halves
from workbench.files.facing import facing
from workbench.saying import say
from workbench.segment import KINDS, Block
from workbench.services.intake import Incoming
from workbench.storage.staged import Staged, StagedFile, StagedState
from workbench.storage.tables import Project, now
from workbench.text import primary

KEPT = timedelta(days=30)
"""How long what nobody looked at stays."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of the preview: its key in forms, itself as chosen, whether it is dropped or set aside."""

    key: str
    block: Block
    dropped: bool
    aside: bool


Row = tuple[Shown | None, Shown | None]


def stage(
    session: Session,
    project: Project,
    title: str,
    files: Sequence[Incoming],
    editor: str,
    languages: tuple[str, str] = ("en", "my"),
) -> Staged:
    """Keep the bytes of two files, or of one with both languages, until somebody has looked."""
    for old in session.scalars(select(Staged).where(Staged.created_at < now() - KEPT)):
        session.delete(old)
    staged = Staged(
        project_id=project.id,
        title=title,
        source_language=languages[0],
        target_language=languages[1],
        editor=editor,
        files=[
            StagedFile(side=each.side, filename=each.filename, content=each.content) for each in files
        ],
    )
    session.add(staged)
    session.flush()
    return staged


def get_staged(session: Session, staged_id: int) -> Staged:
    """The staged import of this number."""
    staged = session.get(Staged, staged_id)
    if staged is None:
        raise NotFound(
            say("This import is no longer here: it was saved, cancelled, or waited too long.")
        )
    return staged


def waiting(session: Session, project: Project) -> list[Staged]:
    """The imports of a project that nobody has kept or discarded, the newest first."""
    statement = select(Staged).where(Staged.project_id == project.id, Staged.state != StagedState.KEPT)
    return list(session.scalars(statement.order_by(Staged.id.desc())))


def choose(session: Session, staged_id: int, choices: Mapping[str, Mapping[str, Any]]) -> None:
    """Write down what a person chose for some blocks: kind, language, dropped; the rest stays."""
    staged = _ready(session, staged_id)
    blocks = _by_key(staged)
    kept = dict(staged.choices)
    for key, choice in choices.items():
        if key not in blocks:
            raise WrongUse(say("A block of this form is not in the import. Open the preview again."))
        if choice["kind"] not in KINDS:
            raise WrongUse(say("There is no kind of block called %(kind)s.", kind=repr(choice["kind"])))
        block = blocks[key]
        usual = {"kind": block.kind, "language": block.language, "dropped": False}
        kept[key] = {name: choice[name] for name in usual if choice[name] != usual[name]}
    staged.choices = {key: choice for key, choice in kept.items() if choice}


def start_keeping(session: Session, staged_id: int) -> None:
    """Say that the import is to be kept as it was chosen; refuses when it is not ready."""
    staged = _ready(session, staged_id)
    if not any(not each.dropped for row in rows(staged) for each in row if each):
        raise WrongUse(say("Every block is dropped; there is nothing to save."))
    ready = (Staged.id == staged_id) & (Staged.state == StagedState.READY)
    session.execute(update(Staged).where(ready).values(state=StagedState.KEEPING, done=0, lease=None))


def discard(session: Session, staged_id: int) -> None:
    """Forget an import and its bytes; whoever works on it finds it gone and stops."""
    staged = get_staged(session, staged_id)
    if staged.state is StagedState.KEPT:
        raise WrongUse(say("This import is saved already; you find the document in its project."))
    session.delete(staged)


def rows(staged: Staged) -> list[Row]:
    """The blocks of both sides next to each other, as chosen."""
    shown = [_shown(key, block, staged) for key, block in _by_key(staged).items()]
    if not is_one_file(staged):
        source, target = ([each for each in shown if each.key[0] == side] for side in "st")
        return list(_facing(source, target))
    return _beside(shown, staged)


def chosen(staged: Staged) -> halves.Halves:
    """The blocks to keep, with what was chosen, and the pairs that one file suggests."""
    blocks = [each for row in rows(staged) for each in row if each and not each.dropped]
    if is_one_file(staged):
        ordered = sorted(blocks, key=lambda each: int(each.key[1:]))
        return halves.by_language([each.block for each in ordered], *languages_of(staged))
    source, target = (tuple(each.block for each in blocks if each.key[0] == side) for side in "st")
    return halves.Halves(source, target)


def is_one_file(staged: Staged) -> bool:
    """Whether one file carries both languages."""
    return any(file.side == "both" for file in staged.files)


def languages_of(staged: Staged) -> tuple[str, str]:
    """The languages of both sides."""
    return staged.source_language, staged.target_language


def _ready(session: Session, staged_id: int) -> Staged:
    staged = get_staged(session, staged_id)
    if staged.state is not StagedState.READY:
        raise WrongUse(say("This import is not ready to be changed. Open the preview again."))
    return staged


def _by_key(staged: Staged) -> dict[str, Block]:
    return {
        f"{side}{number}": block
        for side, blocks in (("s", staged.source), ("t", staged.target))
        for number, block in enumerate(blocks)
    }


def _shown(key: str, block: Block, staged: Staged) -> Shown:
    choice = staged.choices.get(key, {})
    block = replace(
        block,
        kind=choice.get("kind", block.kind),
        language=choice.get("language", block.language),
    )
    own = languages_of(staged)
    side = own if is_one_file(staged) else (own["st".index(key[0])],)
    aside = block.kind == "boilerplate" or block.language not in side
    return Shown(key, block, bool(choice.get("dropped")), aside)


def _facing(source: Sequence[Shown], target: Sequence[Shown]) -> Iterator[Row]:
    """The blocks of two files, those of one kind and label next to each other, the others in turn."""
    ours, theirs = ([each for each in side if not each.aside] for side in (source, target))
    pairs = facing([each.block for each in ours], [each.block for each in theirs])
    i = j = 0
    for one, other in pairs:
        at, place = source.index(ours[one], i), target.index(theirs[other], j)
        yield from _in_turn(source[i:at], target[j:place])
        yield source[at], target[place]
        i, j = at + 1, place + 1
    yield from _in_turn(source[i:], target[j:])


def _in_turn(source: Sequence[Shown], target: Sequence[Shown]) -> Iterator[Row]:
    """The blocks of two files in order; what is set aside has a row of its own and shifts no other."""
    i = j = 0
    while i < len(source) or j < len(target):
        one, other = source[i : i + 1], target[j : j + 1]
        if one and one[0].aside:
            other = ()
        elif other and other[0].aside:
            one = ()
        yield (one[0] if one else None), (other[0] if other else None)
        i, j = i + len(one), j + len(other)


def _beside(shown: Sequence[Shown], staged: Staged) -> list[Row]:
    """The halves of one file next to each other, suggested pairs on one row."""
    across = primary(staged.target_language)
    ours = [each for each in shown if primary(each.block.language) != across]
    theirs = [each for each in shown if primary(each.block.language) == across]
    pairs = halves.by_language([each.block for each in shown], *languages_of(staged)).pairs
    found: list[Row] = []
    i = j = 0
    for one, other in (*pairs, (len(ours), len(theirs))):
        found += _facing(ours[i:one], theirs[j:other])
        found += zip(ours[one : one + 1], theirs[other : other + 1], strict=True)
        i, j = one + 1, other + 1
    return found
