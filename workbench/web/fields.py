"""What the fields of a pair's form hold and the pair does not: saved whichever button was pressed.

A text, a comment, the reason why a finding may stand: none is lost because another button was pressed.
A line break typed into a text that is otherwise as it was splits the sentence there, so that one can
split anywhere without a script.
"""

from collections.abc import Iterator

from flask import request
from sqlalchemy.orm import Session

from workbench.bitext.acts import SIDES, Side
from workbench.errors import WrongUse
from workbench.services import checking, review, structure
from workbench.storage.tables import Change, Unit
from workbench.web.current import editor

REASON = "reason "
"""Each finding of a pair has a field of its own for why it may stand: this and the finding's key."""


def save_fields(session: Session, unit_id: int, but: str = "") -> tuple[Change | None, int | None]:
    """Save what was typed: the last change made, and the version to go on with.

    `but` is the act to come, which takes its own words from the form.
    """
    change, seen = _save_texts(session, unit_id)
    if but != "comment" and request.form.get("comment", "").strip():
        words = request.form["comment"]
        change = review.comment(session, unit_id, words, seen=seen, editor=editor())
        seen = session.get_one(Unit, unit_id).version
    for key, reason in _reasons() if but != "dismiss" else ():
        try:
            change = checking.dismiss(session, unit_id, key, reason, seen=seen, editor=editor())
        except WrongUse:
            continue  # the typing has mended what the reason was for
        seen = session.get_one(Unit, unit_id).version
    return change, seen


def _save_texts(session: Session, unit_id: int) -> tuple[Change | None, int | None]:
    change, seen = None, request.form.get("seen", type=int)
    for side, place, text, kept in _typed(session.get(Unit, unit_id)):
        if breaks := typed_breaks(text, kept):
            for offset in reversed(breaks):
                change = structure.split(
                    session, unit_id, side, place, offset, seen=seen, editor=editor()
                )
                seen = session.get_one(Unit, unit_id).version
            continue
        change = review.edit(session, unit_id, side, place, text, seen=seen, editor=editor())
        seen = session.get_one(Unit, unit_id).version
    return change, seen


def _typed(unit: Unit | None) -> Iterator[tuple[Side, int, str, str]]:
    """The fields that differ from the pair; the last first, since an emptied segment goes."""
    for side in SIDES if unit else ():
        segments = getattr(unit, side)
        for place in reversed(range(max(1, len(segments)))):
            text = request.form.get(f"{side}-{place}")
            kept = segments[place].text if segments else ""
            if text is not None and text.replace("\r\n", "\n") != kept:
                yield side, place, text, kept


def _reasons() -> list[tuple[str, str]]:
    """The findings' keys with what was written beside them."""
    fields = request.form.items()
    return [
        (name.removeprefix(REASON), words)
        for name, words in fields
        if name.startswith(REASON) and words.strip()
    ]


def typed_breaks(text: str, kept: str) -> list[int]:
    """Where line breaks stand in a text that is otherwise as it was kept; none when it differs.

    >>> typed_breaks("One.\\r\\nTwo.", "One. Two."), typed_breaks("One.\\nThree.", "One. Two.")
    ([5], [])
    """
    starts, end = [], 0
    for line in filter(None, map(str.strip, text.splitlines())):
        start = kept.find(line, end)
        if start < 0 or kept[end:start].strip():
            return []
        starts.append(start)
        end = start + len(line)
    return [] if kept[end:].strip() else starts[1:]
