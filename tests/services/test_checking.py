import pytest

from workbench.errors import WrongUse
from workbench.services import checking, glossary, memory, projects, review
from workbench.storage.queries import page_of_units
from workbench.storage.tables import Unit


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


def test_what_an_interrupted_import_left_is_checked_without_naming_it(faulty) -> None:
    assert checking.check_new(faulty.database) == 4
    assert checking.check_new(faulty.database, faulty.document_id) == 0


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


def test_a_term_that_is_missing_is_a_finding_that_can_be_dismissed(faulty) -> None:
    with faulty.database.transaction() as session:
        project = projects.get_document(session, faulty.document_id).project
        glossary.add_term(session, project, "people", "ပြည်သူ")
    assert codes(faulty)[1] == ["numbers_differ", "term_missing"]
    with faulty.database.reading() as session:
        found = checking.findings_of(session, [session.get_one(Unit, faulty.units()[1].id)])
        (key,) = [
            each.finding.key
            for each in found[faulty.units()[1].id]
            if each.finding.code == "term_missing"
        ]
    faulty.do(checking.dismiss, 2, key, "they are guests")
    assert codes(faulty)[1] == ["numbers_differ"]


def test_a_long_document_is_searchable_once_it_is_checked(
    new_desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.storage.bitexts.LONG", 1)
    desk = new_desk(("The river rises.", "မြစ်ရေ တက်သည်။"), ("The river falls.", "မြစ်ရေ ကျသည်။"))

    def hits() -> int:
        with desk.database.reading() as session:
            project = projects.get_document(session, desk.document_id).project
            return memory.concordance(session, project, "river").total

    assert hits() == 0
    checking.check_new(desk.database, desk.document_id)
    assert hits() == 2


def test_missing_terms_are_counted_among_the_findings(new_desk) -> None:
    desk = new_desk(("Many people came.", "လူ များ လာသည်။"), ("They left.", "ထွက်သည်။"))
    assert queue(desk) == []
    with desk.database.transaction() as session:
        project = projects.get_document(session, desk.document_id).project
        term = glossary.add_term(session, project, "people", "ပြည်သူ")
    assert checking.check_terms(desk.database, term.project_id) == 1
    assert queue(desk) == [1]
    version = desk.units()[0].version
    desk.do(review.edit, 2, "source", 0, "The people left.")
    assert queue(desk) == [1, 2]
    desk.undo()
    assert queue(desk) == [1]
    with desk.database.transaction() as session:
        glossary.delete_term(session, term.id, seen=term.version)
    checking.check_terms(desk.database, term.project_id)
    assert queue(desk) == []
    assert desk.units()[0].version == version
