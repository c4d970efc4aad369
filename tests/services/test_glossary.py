"""A project's glossary: added to, changed, deleted and brought back, taken in and given out."""

import io

import pytest
from sqlalchemy.orm import Session

from tests.builders import document, unit
from workbench.errors import EditConflict, NothingToExport, TooLong, WrongUse
from workbench.services import aligning, glossary, glossary_files, projects
from workbench.storage import Database
from workbench.storage.tables import Project, Unit


def project(session: Session) -> Project:
    return projects.find_or_create_project(session, "Samples")


def listed(database: Database, words: str = "") -> list[tuple[str, str]]:
    with database.reading() as session:
        page = glossary.page_of_terms(session, projects.get_project(session, "Samples"), words=words)
        return [(each.source, each.target) for each in page.terms]


def test_terms_are_listed_by_letter_and_found_by_words(database: Database) -> None:
    with database.transaction() as session:
        for source, target in (("peace", "ငြိမ်းချမ်းရေး"), ("ASEAN", "အာဆီယံ")):
            glossary.add_term(session, project(session), source, target)
    assert listed(database) == [("ASEAN", "အာဆီယံ"), ("peace", "ငြိမ်းချမ်းရေး")]
    assert listed(database, "ၿငိမ္း") == [("peace", "ငြိမ်းချမ်းရေး")]
    assert listed(database, "asean") == [("ASEAN", "အာဆီယံ")] and listed(database, "%") == []


def test_a_term_is_changed_deleted_and_brought_back(database: Database) -> None:
    with database.transaction() as session:
        term = glossary.add_term(session, project(session), " peace ", "ငြိမ်း")
    with database.transaction() as session:
        glossary.edit_term(session, term.id, "peace", "ငြိမ်းချမ်းရေး", "noun", seen=1)
    with pytest.raises(EditConflict), database.transaction() as session:
        glossary.delete_term(session, term.id, seen=1)
    with database.transaction() as session:
        glossary.delete_term(session, term.id, seen=2)
    assert listed(database) == []
    with database.transaction() as session:
        glossary.restore_term(session, term.id)
    assert listed(database) == [("peace", "ငြိမ်းချမ်းရေး")]


@pytest.mark.parametrize(
    ("source", "target"), [("peace", ""), ("", "က"), ("\u200b", "က"), ("x" * 301, "က"), ("a\x00", "က")]
)
def test_what_is_no_term_is_refused(database: Database, source: str, target: str) -> None:
    with pytest.raises(WrongUse), database.transaction() as session:
        glossary.add_term(session, project(session), source, target)


def test_the_same_term_is_kept_once(database: Database) -> None:
    file = io.BytesIO("en,my\nPeace,ငြိမ်း\npeace,ငြိမ်း\naid,ကူ\n".encode())
    with database.transaction() as session:
        glossary.add_term(session, project(session), "peace", "ငြိမ်း")
        with pytest.raises(WrongUse, match="already"):
            glossary.add_term(session, project(session), "PEACE", "ငြိမ်း")
        terms, _report = glossary_files.read_terms(file, "terms.csv", ("en", "my"))
        assert glossary.add_terms(session, project(session), terms) == 1
    assert listed(database) == [("aid", "ကူ"), ("peace", "ငြိမ်း")]


@pytest.mark.parametrize("form", ["csv", "tbx", "tab"])
def test_a_glossary_goes_out_and_comes_in(database: Database, form: str) -> None:
    out = io.BytesIO()
    with database.transaction() as session:
        with pytest.raises(NothingToExport):
            glossary_files.write(session, project(session), out, form)
        glossary.add_term(session, project(session), "peace", "ငြိမ်း", "noun")
        assert glossary_files.write(session, project(session), out, form) == 1
        (term,), _report = glossary_files.read_terms(
            io.BytesIO(out.getvalue()), f"x.{form}", ("en", "my")
        )
    assert (term.source, term.target, term.note) == ("peace", "ငြိမ်း", "noun")


def test_a_units_terms_are_found_whichever_language_is_the_source(database: Database) -> None:
    with database.transaction() as session:
        made = document(session, unit("Peace for ASEAN.", "ငြိမ်း။"))
        glossary.add_term(session, project(session), "peace", "ငြိမ်း")
        glossary.add_term(session, project(session), "ASEAN", "အာဆီယံ")
        one = session.query(Unit).filter_by(document_id=made.id).one()
        assert [(each.term.source, each.missing) for each in glossary.terms_of(session, one)] == [
            ("peace", False),
            ("ASEAN", True),
        ]
        assert [each.code for each in glossary.findings_of(session, [one])[one.id]].count(
            "term_missing"
        ) == 1
        assert glossary.terms_for_aligning(session, project(session), "my", "en") == [
            ("အာဆီယံ", "ASEAN"),
            ("ငြိမ်း", "peace"),
        ]


def test_aligning_again_leans_on_the_glossary(database: Database) -> None:
    def score(name: str, *terms: tuple[str, str]) -> float:
        """How sure aligning again is of the pair about the fund, in a project with these terms."""
        texts = ("It is green.|The Moon Fund paid.|It is blue.", "အစိမ်းရောင် ဖြစ်သည်။|လရန်ပုံငွေက ပေးသည်။")
        with database.transaction() as session:
            made = document(session, unit(*texts), project=name)
            for each in terms:
                glossary.add_term(session, projects.get_project(session, name), *each)
            first = session.query(Unit).filter_by(document_id=made.id).one()
        change = aligning.realign(database, first.id, seen=first.version, editor="Aye")
        units = [each.unit for each in change.revisions]
        return next(each.score or 0.0 for each in units if "Moon Fund" in each.source_text)

    assert score("With", ("Moon Fund", "လရန်ပုံငွေ")) > score("Without")


def test_a_file_of_too_many_terms_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_files, "LARGEST", 3)
    lines = "".join(f"term{n}\tစကား{n}\n" for n in range(4))
    with pytest.raises(TooLong, match="3 terms"):
        glossary_files.read_terms(io.BytesIO(lines.encode()), "terms.txt", ("en", "my"))
