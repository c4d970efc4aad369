from functools import partial

import pytest

from tests.builders import bitext
from workbench.bitext.units import Unit
from workbench.errors import TooLong, WrongUse
from workbench.segment import Segment
from workbench.services import blocks, intake, projects
from workbench.storage.queries import page_of_units


def unit(*source: tuple[str, int]) -> Unit:
    return Unit("", tuple(Segment(text, block=block) for text, block in source), (Segment("က"),))


@pytest.fixture
def page(new_desk):
    """Block 1 stands in pairs 1, 2 and 4, with an empty cell between; block 2 begins in pair 4."""
    desk = new_desk()
    units = unit(("a", 1)), unit(("b", 1), ("c", 1)), unit(), unit(("d", 1), ("e", 2)), unit(("f", 2))
    with desk.database.transaction() as session:
        project = projects.find_or_create_project(session, "Blocks")
        desk.document_id = intake.add_document(session, project, bitext(*units), (), "Aye").id
    return desk


def told(desk, what: str) -> list[str]:
    with desk.database.reading() as session:
        found = page_of_units(session, desk.document_id).units
        return [getattr(each, what) for one in found for each in one.unit.source]


@pytest.mark.parametrize(("number", "place"), [(1, 0), (2, 1), (4, 0)])
def test_a_block_changes_its_kind_as_a_whole_from_any_of_its_sentences(page, number, place) -> None:
    page.do(
        lambda *args, **more: blocks.change_block(*args, kind="heading", **more), number, "source", place
    )
    assert told(page, "kind") == ["heading"] * 4 + ["paragraph"] * 2
    page.undo()
    assert told(page, "kind") == ["paragraph"] * 6


def test_a_block_changes_its_language_and_keeps_its_kind(page) -> None:
    page.do(lambda *args, **more: blocks.change_block(*args, language="shn", **more), 5, "source", 0)
    assert told(page, "language") == ["en"] * 4 + ["shn"] * 2
    assert set(told(page, "kind")) == {"paragraph"}


@pytest.mark.parametrize("wrong", [{"kind": "poem"}, {"language": "<script>"}, {"language": ""}])
def test_what_is_no_kind_or_language_is_said(page, wrong) -> None:
    with pytest.raises(WrongUse):
        page.do(lambda *args, **more: blocks.change_block(*args, **wrong, **more), 1, "source", 0)


def test_a_block_without_end_is_not_changed(desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST", 2)
    with pytest.raises(TooLong, match="came without paragraphs"):
        desk.do(partial(blocks.change_block, kind="heading"), 1, "source", 0)
