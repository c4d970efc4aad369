"""Read and decide: edit a segment, say what one thinks of a pair, mark it."""

from sqlalchemy.orm import Session

from workbench.bitext import acts
from workbench.bitext.acts import Side, written
from workbench.bitext.units import Status
from workbench.errors import WrongUse
from workbench.saying import say
from workbench.services.changes import Act, open_unit
from workbench.services.rescoring import rescore
from workbench.storage.columns import Comment
from workbench.storage.states import sides_in, value_of
from workbench.storage.tables import Change, Revision, now


def edit(
    session: Session, unit_id: int, side: Side, place: int, text: str, *, seen: int | None, editor: str
) -> Change:
    """Save what the editor wrote into one segment."""
    unit = open_unit(session, unit_id, seen, wanted=text)
    act = Act(session, unit.document, "edit", editor)
    document = unit.document
    language = document.source_language if side == "source" else document.target_language
    act.put(unit, acts.edited(value_of(unit), side, place, text, language))
    rescore(act)
    return act.record()


def restore(
    session: Session, unit_id: int, revision_id: int, *, seen: int | None, editor: str
) -> Change:
    """Bring back both texts as a revision of this pair found them, cut as they were then."""
    unit = open_unit(session, unit_id, seen)
    revision = session.get(Revision, revision_id)
    if revision is None or revision.unit_id != unit_id or revision.before is None:
        raise WrongUse(say("This pair has no such earlier text."))
    act = Act(session, unit.document, "restore", editor)
    act.put(unit, acts.rewritten(value_of(unit), *sides_in(revision.before)))
    rescore(act)
    return act.record()


def confirm(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """This pair is right."""
    return _decide(session, unit_id, Status.CONFIRMED, "confirm", seen, editor)


def reject(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """This pair is wrong and shall not be used."""
    return _decide(session, unit_id, Status.REJECTED, "reject", seen, editor)


def needs_review(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """Somebody else should look at this pair."""
    return _decide(session, unit_id, Status.NEEDS_REVIEW, "needs_review", seen, editor)


def reopen(session: Session, unit_id: int, *, seen: int | None, editor: str) -> Change:
    """This pair is undecided again."""
    return _decide(session, unit_id, Status.UNREVIEWED, "reopen", seen, editor)


def bookmark(session: Session, unit_id: int, on: bool, *, seen: int | None, editor: str) -> Change:
    """Put a bookmark on a pair, or take it off."""
    unit = open_unit(session, unit_id, seen)
    act = Act(session, unit.document, "bookmark" if on else "unbookmark", editor)
    act.touch(unit).bookmarked = on
    return act.record()


def exclude(session: Session, unit_id: int, on: bool, *, seen: int | None, editor: str) -> Change:
    """Leave a pair out of every export, or take it in again."""
    unit = open_unit(session, unit_id, seen)
    act = Act(session, unit.document, "exclude" if on else "include", editor)
    act.touch(unit).excluded = on
    return act.record()


def comment(session: Session, unit_id: int, text: str, *, seen: int | None, editor: str) -> Change:
    """Say something about a pair; it stands at the end of the pair's thread."""
    unit = open_unit(session, unit_id, seen, wanted=text)
    said = Comment(written(text), editor, now().isoformat())
    if not said.text:
        raise WrongUse(say("The comment is empty; write something first."))
    act = Act(session, unit.document, "comment", editor)
    act.comment(unit, (*unit.comments, said))
    return act.record()


def remove_comment(
    session: Session, unit_id: int, place: int, *, seen: int | None, editor: str
) -> Change:
    """Take one comment, counted from 0, out of a pair's thread; undo brings it back."""
    unit = open_unit(session, unit_id, seen)
    if not 0 <= place < len(unit.comments):
        raise WrongUse(say("There is no such comment any more."))
    act = Act(session, unit.document, "remove_comment", editor)
    act.comment(unit, unit.comments[:place] + unit.comments[place + 1 :])
    return act.record()


def _decide(
    session: Session, unit_id: int, status: Status, kind: str, seen: int | None, editor: str
) -> Change:
    unit = open_unit(session, unit_id, seen)
    act = Act(session, unit.document, kind, editor)
    act.touch(unit).status = status
    return act.record()
