import io
import zipfile
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import segments, unit
from workbench.bitext import jsonl, xlsx
from workbench.bitext.arriving import Arriving, arrive
from workbench.bitext.formats import FORMATS
from workbench.bitext.heading import Heading
from workbench.bitext.selecting import Selection
from workbench.bitext.units import Bitext, Status, Unit
from workbench.errors import NothingToExport, WrongUse
from workbench.segment import Segment
from workbench.services import (
    checking,
    crossings,
    exceptions,
    exchange,
    export,
    glossary,
    intake,
    projects,
    review,
    undo,
)
from workbench.services.exchange import Sheet
from workbench.services.export import Choices
from workbench.storage import Database
from workbench.storage.bitexts import load_units
from workbench.storage.tables import Document
from workbench.storage.tables import Unit as Row
from workbench.text import Level

UNITS = [
    unit("One.", "တစ်။", "1", 0.9),
    unit("Two.", "နှစ်။", "2", 0.5),
    replace(unit("Three.", "သုံး။", "3", None), notes=("why?",)),
]


def brought(session: Session, form: str = "tmx", **how: bool) -> Document:
    out = io.BytesIO()
    FORMATS[form].write(UNITS, out, Heading(title="Memory"))
    files = [Arriving(f"memory.{form}", out.getvalue())]
    project = projects.find_or_create_project(session, "Health")
    return exchange.bring_in(session, project, arrive(files, title="Memory"), files, "Aye", **how)


def pairs(session: Session, document: Document) -> list[tuple[str, str]]:
    found = load_units(session, [document.id])
    return [(each.source_text, each.target_text) for each in found]


def sheet(session: Session, document: Document) -> list[Unit]:
    """The reviewer's workbook of a document as it comes back unedited."""
    out = io.BytesIO()
    xlsx.write(load_units(session, [document.id]), out)
    return list(xlsx.read(out))


def test_an_import_is_one_act_that_undo_takes_back_and_redo_brings_again(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        assert pairs(session, document) == [("One.", "တစ်။"), ("Two.", "နှစ်။"), ("Three.", "သုံး။")]
        act = undo.undoable(session, document.id)
        assert act is not None and (act.kind, act.editor) == ("import", "Aye")
        undo.undo(session, document.id, seen=act.id, editor="Aye")
        assert pairs(session, document) == []
        undo.redo(session, document.id, seen=act.id, editor="Aye")
        assert len(pairs(session, document)) == 3


def test_the_same_file_twice_is_recognised_unless_it_was_undone_or_is_wanted(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        with pytest.raises(WrongUse, match=r"memory\.tmx came in already, as the document 'Memory'"):
            brought(session)
        brought(session, again=True)
        assert len(session.scalars(select(Document)).all()) == 2
        for each in session.scalars(select(Document)).all():
            act = undo.undoable(session, each.id)
            assert act is not None
            undo.undo(session, each.id, seen=act.id, editor="Aye")
        assert brought(session).id != document.id


def test_the_bytes_that_came_in_are_kept(database: Database) -> None:
    with database.transaction() as session:
        original = brought(session).originals[0]
        assert original.content.startswith(b"<?xml") and original.filename == "memory.tmx"


def test_a_reviewers_sheet_comes_back_by_id_as_one_act(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        one, two, three = sheet(session, document)
        edited = [
            replace(one, status=Status.CONFIRMED),
            replace(two, target=segments("နှစ်ခု။", language="my")),
            replace(three, notes=("why?", "Because.")),
        ]
        found = exchange.compare(session, document.project, Sheet(edited)).differences
        assert [(each.uid, each.field, each.after) for each in found] == [
            ("1", "status", "confirmed"), ("2", "target", "နှစ်ခု။"), ("3", "notes", "why?\nBecause."),
        ]  # fmt: skip
        (change,) = exchange.apply_sheet(session, document.project, Sheet(edited), "Hla")
        now = [revision.unit for revision in change.revisions]
        assert [each.status for each in now][:2] == [Status.CONFIRMED, Status.UNREVIEWED]
        assert pairs(session, document)[1] == ("Two.", "နှစ်ခု။")
        assert [(each.text, each.editor) for each in now[2].comments] == [
            ("why?", ""),
            ("Because.", "Hla"),
        ]
        undo.undo(session, document.id, seen=change.id, editor="Hla")
        assert pairs(session, document)[1] == ("Two.", "နှစ်။")


def test_a_sheet_without_edits_changes_nothing(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        same = sheet(session, document)
        assert exchange.compare(session, document.project, Sheet(same)).differences == ()
        (change,) = exchange.apply_sheet(session, document.project, Sheet(same), "Hla")
        assert change.id is None


def made(session: Session, *units: Unit) -> Document:
    project = projects.find_or_create_project(session, "Health")
    return intake.add_document(session, project, Bitext("T", "en", "my", units), (), "Aye")


def row(session: Session, uid: str) -> Row:
    return session.scalars(select(Row).where(Row.uid == uid)).one()


def test_a_pair_of_several_sentences_keeps_them_when_its_sheet_comes_back(database: Database) -> None:
    with database.transaction() as session:
        document = made(session, Unit("1", segments("One.", "Two."), segments("တစ်။", language="my")))
        (edited,) = sheet(session, document)
        edited = replace(edited, source=segments("One. Two sheep."))
        (change,) = exchange.apply_sheet(session, document.project, Sheet([edited]), "Hla")
        assert [each.text for each in row(session, "1").source] == ["One.", "Two sheep."]
        undo.undo(session, document.id, seen=change.id, editor="Hla")
        assert [each.text for each in row(session, "1").source] == ["One.", "Two."]


def test_a_new_text_takes_the_confirmation_unless_the_sheet_gives_it_anew(database: Database) -> None:
    with database.transaction() as session:
        pair = unit("One.", "တစ်။", "1")
        document = made(session, replace(pair, status=Status.CONFIRMED), replace(pair, uid="2"))
        new = segments("တစ်ခု။", language="my")
        edited = [
            replace(each, target=new, status=Status.CONFIRMED) for each in sheet(session, document)
        ]
        found = exchange.compare(session, document.project, Sheet(edited)).differences
        assert [(each.uid, each.after) for each in found if each.field == "status"] == [
            ("1", "unreviewed"), ("2", "confirmed"),
        ]  # fmt: skip
        exchange.apply_sheet(session, document.project, Sheet(edited), "Hla")
        assert [row(session, uid).status.value for uid in "12"] == ["unreviewed", "confirmed"]


def test_a_sheet_says_nothing_of_a_column_that_it_lacks(database: Database) -> None:
    with database.transaction() as session:
        pair = replace(unit("One.", "တစ်။", "1"), status=Status.CONFIRMED, notes=("why?",))
        document = made(session, pair)
        table = "en\tmy\tid\nOne.\tတစ်။\t1\n".encode()
        arrival = arrive([Arriving("sheet.tsv", table)], title="T")
        said = Sheet.of(arrival.bitext, arrival.report)
        assert exchange.compare(session, document.project, said).differences == ()


def test_a_crossing_comes_back_as_the_two_pairs_it_joins(database: Database) -> None:
    with database.transaction() as session:
        one = Unit("1", segments("One."), ())
        document = made(session, one, Unit("2", (), segments("တစ်။", language="my")))
        first = row(session, "1")
        crossings.cross(session, first.id, row(session, "2").id, seen=first.version, editor="Aye")
        same = sheet(session, document)
        assert exchange.compare(session, document.project, Sheet(same)).differences == ()
        edited = [replace(same[0], target=segments("တစ်ခု။", language="my"))]
        (found,) = exchange.compare(session, document.project, Sheet(edited)).differences
        assert (found.uid, found.field, found.after) == ("2", "target", "တစ်ခု။")
        exchange.apply_sheet(session, document.project, Sheet(edited), "Hla")
        assert pairs(session, document) == [("One.", "တစ်ခု။")]


def test_a_sheet_of_another_project_is_refused(database: Database) -> None:
    with database.transaction() as session:
        project = brought(session).project
        with pytest.raises(WrongUse, match="No row has the id"):
            exchange.compare(session, project, Sheet([unit("One.", "တစ်။", "elsewhere")]))


@pytest.mark.parametrize("form", [form for form, each in FORMATS.items() if each.read])
def test_a_project_goes_out_in_every_format_and_comes_back(database: Database, form: str) -> None:
    with database.transaction() as session:
        document = brought(session)
        out = io.BytesIO()
        report = export.write(session, [document], out, form, Choices(Selection()))
        arrival = arrive([Arriving(f"out.{form}", out.getvalue())], title="T")
        assert report.units == len(arrival.bitext.units) == 3


def test_only_what_was_selected_goes_out(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        out = io.BytesIO()
        export.write(session, [document], out, "jsonl", Choices(Selection(min_score=0.8)))
        assert [each.uid for each in jsonl.read(out)] == ["1", "3"]


def given(session: Session, document: Document, form: str = "jsonl", **choices: object) -> list[Unit]:
    """What goes out by these choices, all pairs unless they say otherwise."""
    out = io.BytesIO()
    chosen = Choices(**{"selection": Selection(), **choices})  # type: ignore[arg-type]
    export.write(session, [document], out, form, chosen)
    return arrive([Arriving(f"out.{form}", out.getvalue())], title="T").bitext.units  # type: ignore[return-value]


def test_pairs_with_findings_stay_behind_where_clean_ones_are_asked_for(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        first = session.scalars(select(Row).where(Row.uid == "1")).one()
        review.edit(session, first.id, "target", 0, "တစ် ၂၅။", seen=first.version, editor="Aye")
        document_id = document.id
    checking.check_new(database, document_id)
    with database.transaction() as session:
        document = projects.get_document(session, document_id)
        assert [each.uid for each in given(session, document, clean=Level.ERROR)] == ["1", "2", "3"]
        assert "1" not in [each.uid for each in given(session, document, clean=Level.WARNING)]
        (first, *_) = given(session, document, "tmx", findings=True)
        assert ("x-finding", "numbers_differ") in first.props
        (first, *_) = given(session, document, "tmx", findings=True)
        assert len(first.props) == len(set(first.props))


def test_a_pair_that_nobody_has_checked_yet_is_not_called_clean(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        with pytest.raises(NothingToExport, match="No pair is as you chose"):
            given(session, document, clean=Level.ERROR)


def test_a_project_goes_out_turned_round_for_those_who_translate_the_other_way(
    database: Database,
) -> None:
    with database.transaction() as session:
        document = brought(session)
        found = given(session, document, "tmx", languages=("my", "en"))
        assert (found[0].source_text, found[0].target_text) == ("တစ်။", "One.")
        with pytest.raises(NothingToExport):
            given(session, document, languages=("en", "shn"))


def test_the_text_of_a_side_has_its_paragraphs_document_by_document(database: Database) -> None:
    with database.transaction() as session:
        paragraph = (Segment("One.", 0), Segment("Two.", 0), Segment("Three.", 1))
        units = [
            Unit(f"{name}{n}", (each,), segments("တစ်။", language="my"))
            for name in "ab" for n, each in enumerate(paragraph)
        ]  # fmt: skip
        documents = [made(session, *units[:3]), made(session, *units[3:]), brought(session)]
        out = io.BytesIO()
        report = export.write(session, documents, out, "source.txt", Choices(Selection()))
        assert report.units == 9
        assert out.getvalue().decode() == ("One. Two.\n\nThree.\n\n" * 2 + "One.\n\nTwo.\n\nThree.\n")


def test_documents_in_several_languages_want_a_choice(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        other = intake.add_document(
            session, document.project, Bitext("O", "en", "shn", (unit("One.", "x"),)), (), "Aye"
        )
        out = io.BytesIO()
        with pytest.raises(WrongUse, match="choose one pair of them: en:my, en:shn"):
            export.write(session, [document, other], out, "tsv", Choices(Selection()))
        chosen = Choices(Selection(), languages=("en", "shn"))
        assert export.write(session, [document, other], out, "tsv", chosen).units == 1


@pytest.mark.parametrize(("names", "kept"), [
    ((), (0.9, Status.UNREVIEWED)), (("score",), (None, Status.UNREVIEWED)),
])  # fmt: skip
def test_what_is_left_unsaid_does_not_go_out(
    database: Database, names: tuple[str, ...], kept: object
) -> None:
    with database.transaction() as session:
        document = brought(session)
        first, _, third = given(session, document, "tsv", without=frozenset((*names, "notes")))
        assert (first.score, first.status) == kept and third.notes == ()


def test_blocks_and_status_of_a_tmx_can_be_left_unsaid(database: Database) -> None:
    with database.transaction() as session:
        document = brought(session)
        out = io.BytesIO()
        chosen = Choices(Selection(), without=frozenset({"status", "blocks"}))
        export.write(session, [document], out, "tmx", chosen)
        assert b"x-status" not in out.getvalue() and b"x-score" in out.getvalue()


def test_the_omegat_project_has_the_whole_document_and_confirmed_translations(
    database: Database,
) -> None:
    with database.transaction() as session:
        document = brought(session, "jsonl")
        first = session.scalars(select(Row).where(Row.document_id == document.id, Row.uid == "1")).one()
        review.confirm(session, first.id, seen=first.version, editor="Aye")
        glossary.add_term(session, document.project, "river", "မြစ်")
        exceptions.add_exception(session, document.project, "Adm. Off.", "en", "abbreviation")
        out = io.BytesIO()
        report = export.write(session, [document], out, "omegat.zip")
    with zipfile.ZipFile(out) as archive:
        text = archive.read("source/document.txt").decode()
        assert report.units == 1 and "One." in text and "Two." in text
        assert archive.read("glossary/glossary.txt").decode() == "river\tမြစ်\n"
        assert "Adm\\.\\s+Off\\." in archive.read("omegat/segmentation.srx").decode()
