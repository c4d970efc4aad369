"""Confirmed pairs of a project teach the aligner; those that are not confirmed do not."""

from sqlalchemy import select

from workbench.services import review
from workbench.services.learning import project_lexicon
from workbench.storage.tables import Project

PAIRS = [
    ("The zorbles wander at night.", "ဇောဘယ်များသည် ညအခါ လှည့်လည်ကြသည်။"),
    ("We feed every zorble twice.", "ဇောဘယ်တိုင်းကို နှစ်ကြိမ် ကျွေးပါသည်။"),
    ("The quibble is old.", "ကွစ်ဘယ်သည် ဟောင်းနွမ်းသည်။"),
]


def test_only_confirmed_pairs_teach(new_desk) -> None:
    desk = new_desk(*PAIRS)
    with desk.database.reading() as session:
        assert project_lexicon(session, session.scalars(select(Project)).one()) is None
    desk.do(review.confirm, 1)
    desk.do(review.confirm, 2)
    with desk.database.reading() as session:
        lexicon = project_lexicon(session, session.scalars(select(Project)).one())
    assert lexicon is not None
    assert "zorbl" in lexicon.source.number and "quibbl" not in lexicon.source.number
