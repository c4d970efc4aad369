from hypothesis import given
from hypothesis import strategies as st

from tests.builders import bitext, document, unit
from workbench.align import Reason
from workbench.bitext.units import Status, Unit
from workbench.segment import Segment
from workbench.services.projects import create_project
from workbench.storage import Database
from workbench.storage.bitexts import load_units, save
from workbench.storage.columns import packed, unpacked

segments = st.builds(
    Segment, st.text(max_size=5), st.integers(0, 9), st.sampled_from(["paragraph", "bullet"]),
    st.none() | st.just("၁။"), st.sampled_from(["en", "my"]), st.sampled_from(["", " "]),
)  # fmt: skip


@given(st.lists(segments))
def test_packed_segments_come_back(given_segments: list[Segment]) -> None:
    assert unpacked(packed(given_segments)) == tuple(given_segments)


def test_a_saved_unit_comes_back_as_it_was(database: Database) -> None:
    segment = Segment("မြန်မာ", 2, "numbered_item", "၁။", "my", "")
    reason = Reason("numbers_differ", "numbers differ: 80 / ၈")
    kept = Unit(
        "tuid-1",
        (Segment("One."), Segment("Two.")),
        (segment,),
        0.25,
        (reason,),
        Status.REJECTED,
        ("why?",),
        (("x-domain", "law"),),
    )
    with database.transaction() as session:
        document_id = save(session, create_project(session, "P"), bitext(kept)).id
    with database.reading() as session:
        assert list(load_units(session, [document_id])) == [kept]


def test_many_units_keep_their_order(database: Database) -> None:
    many = [unit(f"source {n}", f"target {n}", uid=f"u{n}") for n in range(2_500)]
    with database.transaction() as session:
        document_id = document(session, *many).id
    with database.reading() as session:
        assert [each.uid for each in load_units(session, [document_id])] == [each.uid for each in many]


def test_a_tuid_that_is_taken_gets_a_fresh_one(database: Database) -> None:
    with database.transaction() as session:
        first = document(session, unit("a", "b", uid="same"), unit("c", "d", uid="same"))
        second = document(session, unit("a", "b", uid="same"), unit("e", "f", uid="new"))
        uids = [each.uid for each in load_units(session, [first.id, second.id])]
    assert len(set(uids)) == 4
    assert uids[3] == "new"


def test_a_title_of_any_length_is_kept_as_far_as_a_page_can_show_it(database: Database) -> None:
    with database.transaction() as session:
        project = create_project(session, "Long")
        assert save(session, project, bitext(title="x" * 5000)).title == "x" * 200
