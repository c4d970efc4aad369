"""Scores of pairs that an act has changed: whether their sides say the same as they now are."""

from collections.abc import Sequence

from sqlalchemy import select

from workbench.align import Bead, rescored
from workbench.bitext.acts import is_empty
from workbench.services.changes import Act
from workbench.storage.states import value_of
from workbench.storage.tables import Unit

MOST = 40
"""Pairs scored anew within one act, in some 50 ms; more would keep others waiting and stay without."""


def rescore(act: Act) -> None:
    """Give the pairs in a row whose texts an act changed the score and the reasons of what they are.

    The pair before and the pair after are evidence and stay as they are. A document that was never
    aligned has no scores, and gets none.
    """
    touched = act.touched()
    live = [each for each in touched if not each.withdrawn and not is_empty(value_of(each))]
    changed = [each for each in live if act.has_new_text(each)]
    if not act.document.signature or not changed or len(live) > MOST:
        return
    with act.session.no_autoflush:
        window = [*_beyond(act, touched[0], -1), *live, *_beyond(act, touched[-1], 1)]
    for unit, bead in zip(window, _scored(window), strict=True):
        if unit in changed:
            unit.score, unit.reasons = bead.score, bead.reasons


def _beyond(act: Act, unit: Unit, direction: int) -> Sequence[Unit]:
    """The pair with a text that stands before (-1) or after (1) a unit, if there is one."""
    rest = select(Unit).where(Unit.document_id == act.document.id, ~Unit.withdrawn)
    rest = rest.where(Unit.source_count + Unit.target_count > 0).limit(1)
    if direction < 0:
        return act.session.scalars(rest.where(Unit.rank < unit.rank).order_by(Unit.rank.desc())).all()
    return act.session.scalars(rest.where(Unit.rank > unit.rank).order_by(Unit.rank)).all()


def _scored(units: Sequence[Unit]) -> list[Bead]:
    source = [segment for unit in units for segment in unit.source]
    target = [segment for unit in units for segment in unit.target]
    beads, i, j = [], 0, 0
    for unit in units:
        ours, theirs = range(i, i + len(unit.source)), range(j, j + len(unit.target))
        beads.append(Bead(tuple(ours), tuple(theirs)))
        i, j = ours.stop, theirs.stop
    return rescored(beads, source, target)
