import pytest

from workbench.bitext.searching import Search
from workbench.errors import EditConflict, NotFound, TooLong, WrongUse
from workbench.segment import CutException
from workbench.services import bulk, checking, review
from workbench.services.bulk import EVERYWHERE, Scope

ZAWGYI, UNICODE = "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွတြင္ ရွိသည္။", "မြန်မာနိုင်ငံသည် အရှေ့တောင်အာရှတွင် ရှိသည်။"


def previewed(desk, plan, scope: Scope = EVERYWHERE) -> bulk.Preview:
    with desk.database.reading() as session:
        found = bulk.preview(session, desk.document_id, plan, scope)
        session.expunge_all()
    return found


def applied(desk, plan, scope: Scope = EVERYWHERE, seen: str | None = None):
    token = seen or previewed(desk, plan, scope).token
    with desk.database.transaction() as session:
        return bulk.apply(session, desk.document_id, plan, scope, seen=token, editor="Aye")


@pytest.fixture
def sea(new_desk):
    """Four pairs of score 0.9: a sound one, one of other numbers, one in Zawgyi, one of a side."""
    desk = new_desk(
        ("The sea.", "ပင်လယ်။"), ("80 boats at sea.", "လှေ ၈ စင်း။"), ("Myanmar.", ZAWGYI), ("Sea", "")
    )
    checking.check_new(desk.database, desk.document_id)
    return desk


def test_confirming_above_a_score_takes_sound_pairs_alone_and_is_undone_as_one(sea) -> None:
    change = applied(sea, bulk.confirm_above(0.8))
    assert (change.kind, len(change.revisions)) == ("confirm_many", 1)
    assert sea.units()[0].status.value == "confirmed"
    sea.undo()
    assert sea.units()[0].status.value == "unreviewed"


def test_pairs_with_findings_are_confirmed_only_when_asked_for(sea) -> None:
    assert previewed(sea, bulk.confirm_above(0.8, even_with_findings=True)).total == 3
    assert previewed(sea, bulk.confirm_above(0.95, even_with_findings=True)).total == 0


def test_zawgyi_is_converted_and_a_confirmation_stays(sea) -> None:
    sea.do(review.confirm, 3)
    preview = previewed(sea, bulk.convert_zawgyi())
    assert [(each.number, each.value.target_text) for each in preview.changes] == [(3, UNICODE)]
    applied(sea, bulk.convert_zawgyi())
    assert (sea.pairs()[2][1], sea.units()[2].status.value) == (UNICODE, "confirmed")
    sea.undo()
    assert sea.pairs()[2][1] == ZAWGYI


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        (f"{ZAWGYI} {ZAWGYI} (ကျောင်းရှေ့တွင်)", f"{UNICODE} {UNICODE} (ကျောင်းရှေ့တွင်)"),
        (f"ဟိုတုန်းက “{ZAWGYI}” ဟု ရေးသည်။", f"ဟိုတုန်းက “{UNICODE}” ဟု ရေးသည်။"),
    ],
)
def test_what_is_unicode_in_a_mixed_pair_is_not_converted(new_desk, text: str, converted: str) -> None:
    desk = new_desk(("Myanmar.", text))
    applied(desk, bulk.convert_zawgyi())
    assert desk.pairs()[0][1] == converted


def test_a_finding_is_mended_everywhere(new_desk) -> None:
    wrong, right = "ကျောင်းသို့ ပုိ့ဆောင်ပေးခဲ့သည်။", "ကျောင်းသို့ ပို့ဆောင်ပေးခဲ့သည်။"
    desk = new_desk(("a", wrong), ("b", "ကောင်း"), ("c", f"{wrong}|{wrong}"))
    applied(desk, bulk.mend("my-004"))
    assert [target for _, target in desk.pairs()] == [right, "ကောင်း", f"{right}|{right}"]
    with pytest.raises(WrongUse, match="nothing to change"):
        applied(desk, bulk.mend("my-004"))


def test_words_are_replaced_on_one_side_and_undone_as_one_act(sea) -> None:
    plan = bulk.replace_text(Search("sea"), "ocean", "source")
    applied(sea, plan)
    assert [source for source, _ in sea.pairs()] == [
        "The ocean.",
        "80 boats at ocean.",
        "Myanmar.",
        "ocean",
    ]
    sea.undo()
    assert sea.pairs()[0][0] == "The sea."


def test_a_confirmed_pair_whose_words_are_replaced_is_unreviewed_again(sea) -> None:
    sea.do(review.confirm, 1)
    applied(sea, bulk.replace_text(Search("sea"), "ocean"))
    assert sea.units()[0].status.value == "unreviewed"


def test_a_segment_is_never_emptied_by_replacing(sea) -> None:
    applied(sea, bulk.replace_text(Search("sea"), "", "source"))
    assert [source for source, _ in sea.pairs()] == ["The .", "80 boats at .", "Myanmar.", "Sea"]


def test_a_scope_keeps_to_its_numbers_and_its_queue(sea) -> None:
    plan = bulk.replace_text(Search("sea"), "ocean")
    assert [each.number for each in previewed(sea, plan, Scope(first=2, last=3)).changes] == [2]
    assert [each.number for each in previewed(sea, plan, Scope(first=4)).changes] == [4]
    assert previewed(sea, plan, Scope(first=9)).total == 0
    assert [each.number for each in previewed(sea, plan, Scope("empty")).changes] == [4]


def test_what_was_previewed_is_what_is_done_or_nothing(sea) -> None:
    plan = bulk.replace_text(Search("sea"), "ocean")
    token = previewed(sea, plan).token
    sea.do(review.edit, 1, "source", 0, "The sea is near.", editor="Hla")
    with pytest.raises(EditConflict, match="look at the changes again"):
        applied(sea, plan, seen=token)
    assert sea.pairs()[1][0] == "80 boats at sea."


def test_too_many_changes_are_refused(sea, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.services.bulk.MOST", 1)
    with pytest.raises(TooLong, match="smaller range"):
        previewed(sea, bulk.replace_text(Search("sea"), "ocean"))


def test_a_document_that_is_not_there_is_not_found(sea) -> None:
    sea.document_id = 999
    with pytest.raises(NotFound):
        applied(sea, bulk.convert_zawgyi(), seen="x")


def test_unreviewed_pairs_are_cut_anew_as_one_act(new_desk) -> None:
    desk = new_desk(("The Off.|came. He left.", "က"), ("One. Two.", "ခ"), ("Same.", "ဂ"))
    desk.do(review.confirm, 2)
    plan = bulk.recut((CutException("Off."),))
    assert [each.number for each in previewed(desk, plan).changes] == [1]
    applied(desk, plan)
    assert desk.pairs()[:2] == [("The Off. came.|He left.", "က"), ("One. Two.", "ခ")]
    desk.undo()
    assert desk.pairs()[0] == ("The Off.|came. He left.", "က")
