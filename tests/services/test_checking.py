import pytest

from workbench.errors import WrongUse
from workbench.services import checking, review
from workbench.storage.queries import page_of_units


@pytest.fixture
def faulty(new_desk):
    """Four pairs: sound, other numbers, the same source twice with different targets."""
    return new_desk(
        ("It is 5.", "၅ ဖြစ်သည်။"), ("80 people.", "လူ ၈ ဦး။"), ("Yes.", "ဟုတ်။"), ("yes.", "အင်း။")
    )


def codes(desk) -> list[list[str]]:
    with desk.database.reading() as session:
        units = [each.unit for each in page_of_units(session, desk.document_id).units]
        found = checking.findings_of(session, units)
    return [[each.finding.code for each in found[unit.id] if not each.dismissal] for unit in units]


def queue(desk) -> list[int]:
    with desk.database.reading() as session:
        page = page_of_units(session, desk.document_id, queue="findings")
    return [each.number for each in page.units]


def test_each_pair_tells_its_findings_and_what_it_says_elsewhere(faulty) -> None:
    assert codes(faulty) == [[], ["numbers_differ"], ["inconsistent"], ["inconsistent"]]


def test_new_units_are_checked_once_and_then_stand_in_the_queue(faulty) -> None:
    assert queue(faulty) == []
    assert checking.check_new(faulty.database, faulty.document_id) == 4
    assert checking.check_new(faulty.database, faulty.document_id) == 0
    assert queue(faulty) == [2]


def test_checking_leaves_open_forms_valid(faulty) -> None:
    seen = faulty.units()[1].version
    checking.check_new(faulty.database, faulty.document_id)
    assert faulty.units()[1].version == seen


def test_an_edit_takes_a_finding_away_and_undo_brings_it_back(faulty) -> None:
    checking.check_new(faulty.database, faulty.document_id)
    faulty.do(review.edit, 2, "target", 0, "လူ ၈၀။")
    assert queue(faulty) == []
    faulty.undo()
    assert queue(faulty) == [2]


def test_a_dismissal_stays_with_its_reason_until_the_matter_is_another(faulty) -> None:
    faulty.do(checking.dismiss, 2, "numbers_differ:80 / 8", "counted otherwise", editor="Hla")
    assert (queue(faulty), codes(faulty)[1]) == ([], [])
    (kept,) = faulty.units()[1].dismissed
    assert (kept.reason, kept.editor) == ("counted otherwise", "Hla")
    faulty.do(review.edit, 2, "source", 0, "80 persons.")
    assert codes(faulty)[1] == []
    faulty.do(review.edit, 2, "target", 0, "လူ ၉ ဦး။")
    assert codes(faulty)[1] == ["numbers_differ"]


def test_a_dismissed_finding_can_be_brought_back_and_both_can_be_undone(faulty) -> None:
    faulty.do(checking.dismiss, 2, "numbers_differ:80 / 8", "")
    faulty.do(checking.bring_back, 2, "numbers_differ:80 / 8")
    assert queue(faulty) == [2]
    faulty.undo()
    assert queue(faulty) == []
    faulty.undo()
    assert faulty.units()[1].dismissed == ()


def test_only_what_is_there_can_be_dismissed(faulty) -> None:
    with pytest.raises(WrongUse, match="not there"):
        faulty.do(checking.dismiss, 1, "numbers_differ:1 / 2", "")
