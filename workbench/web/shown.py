"""How the desk shows things: words for acts, queues and statuses, scores as colours."""

from datetime import datetime

from babel.dates import format_datetime
from flask import Flask

from workbench.storage.overview import Slice
from workbench.storage.tables import Change, Unit
from workbench.text import Level, detect, language
from workbench.web.current import named
from workbench.web.wording import digits, kept, tongue
from workbench.web.wording import gettext as _

GOOD_SCORE = 0.85
"""From here a bead is right nine times in ten on the news texts that aligning was measured with."""
DOUBTFUL_SCORE = 0.5
"""Below here a bead is more often wrong than right."""


def install(app: Flask) -> None:
    """Give the templates these words and filters."""
    app.jinja_env.filters.update(
        score_kind=score_kind,
        percent=percent,
        moment=moment,
        slice_kind=slice_kind,
        level_kind=level_kind,
        language=language_name,
        named=named,
    )
    app.jinja_env.globals.update(act_words=act_words, queue_words=queue_words, status_words=status_words)
    app.jinja_env.tests["zawgyi"] = is_zawgyi


def score_kind(score: float) -> str:
    """The colour of a score: good, doubt or bad."""
    return "good" if score >= GOOD_SCORE else "doubt" if score >= DOUBTFUL_SCORE else "bad"


def percent(part: int, whole: int) -> str:
    """A share as an SVG length: `37.5%`."""
    return f"{100 * part / whole if whole else 0:.2f}%"


def level_kind(level: Level) -> str:
    """The colour of a finding."""
    return {Level.ERROR: "bad", Level.WARNING: "doubt"}.get(level, "")


def slice_kind(piece: Slice) -> str:
    """The colour of a slice of the map: what most wants a look in it."""
    score = 1.0 if piece.lowest_score is None else piece.lowest_score
    if piece.gaps or score < DOUBTFUL_SCORE:
        return "bad"
    if piece.needs_review or score < GOOD_SCORE:
        return "doubt"
    return "good" if piece.confirmed == piece.count else "plain"


def moment(at: datetime | str) -> str:
    """A moment as this computer's clock shows it."""
    when = datetime.fromisoformat(at) if isinstance(at, str) else at
    return digits(format_datetime(when.astimezone(), "d MMMM y, HH:mm", locale=tongue()))


def language_name(tag: str) -> str:
    """The language of a tag, in the reader's words."""
    found = language(tag)
    return _our_languages().get(found.tag, found.name)


@kept
def _our_languages() -> dict[str, str]:
    return {
        "en": _("English"),
        "my": _("Burmese"),
        "shn": _("Shan"),
        "mnw": _("Mon"),
        "ksw": _("S'gaw Karen"),
        "kac": _("Kachin"),
    }


def is_zawgyi(unit: Unit) -> bool:
    """Whether Zawgyi is left in a sentence of a pair."""
    return any(detect(each.text).has_zawgyi for each in (*unit.source, *unit.target))


@kept
def queue_words() -> dict[str, str]:
    """The queues by name, in the order of the desk."""
    return {
        "doubtful": _("Doubtful first"),
        "all": _("All"),
        "unconfirmed": _("Unconfirmed"),
        "not_one_to_one": _("Not one to one"),
        "findings": _("Findings"),
        "commented": _("Comments"),
        "bookmarked": _("Bookmarked"),
        "unreviewed": _("Unreviewed"),
        "needs_review": _("Needs review"),
        "confirmed": _("Confirmed"),
        "rejected": _("Rejected"),
        "empty": _("One side empty"),
        "excluded": _("Left out"),
    }


@kept
def status_words() -> dict[str, str]:
    """The statuses of a pair."""
    return {
        "unreviewed": _("unreviewed"),
        "confirmed": _("confirmed"),
        "needs_review": _("needs review"),
        "rejected": _("rejected"),
    }


@kept
def act_words() -> dict[str, str]:
    """What each kind of change did, as history and notices tell it."""
    return {
        "add": _("Added"),
        "edit": _("Text edited"),
        "confirm": _("Confirmed"),
        "reject": _("Rejected"),
        "needs_review": _("Marked for review"),
        "reopen": _("Opened again"),
        "bookmark": _("Bookmarked"),
        "unbookmark": _("Bookmark taken off"),
        "exclude": _("Left out of export"),
        "include": _("Taken into export"),
        "restore": _("Earlier text brought back"),
        "merge": _("Merged with the next pair"),
        "merge_side": _("One side merged with the next pair"),
        "split": _("Sentence split"),
        "join": _("Sentences joined"),
        "recut": _("Cut anew by the rules"),
        "recut_many": _("Many pairs cut anew"),
        "cut": _("Cut into two pairs"),
        "shift": _("Sentence shifted"),
        "shift_column": _("Column shifted"),
        "realign": _("Aligned again"),
        "pin": _("Two sentences pinned together"),
        "cross": _("Marked as crossing"),
        "uncross": _("Crossing taken off"),
        "change_block": _("Kind of block changed"),
        "insert": _("Empty pair inserted"),
        "delete": _("Empty pair deleted"),
        "comment": _("Commented"),
        "remove_comment": _("Comment taken away"),
        "dismiss": _("Finding left to stand"),
        "bring_back": _("Finding brought back"),
        "confirm_many": _("Many pairs confirmed"),
        "convert_many": _("Zawgyi converted"),
        "mend_many": _("Many findings mended"),
        "replace": _("Words replaced"),
        "undo": _("Taken back"),
        "redo": _("Done again"),
    }


def said(change: Change | None, number: int = 0) -> str:
    """What just happened, in a few words; for undo and redo, to which act."""
    if change is None or change.id is None:
        return _("Nothing was changed.")
    words = act_words()
    told = words.get(change.kind, change.kind)
    if change.undoes is not None:
        return _(
            "%(act)s: %(turned)s.", act=told, turned=words.get(change.undoes.kind, change.undoes.kind)
        )
    if number:
        return _("Pair %(number)s: %(act)s.", number=digits(number), act=told)
    return _("%(act)s.", act=told)
