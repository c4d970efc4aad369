"""The memory finds what is like a unit, the concordance where words stand, and both follow every act."""

import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.builders import document, unit
from tests.services.conftest import Desk
from workbench.errors import NothingToExport, WrongUse
from workbench.services import memory, projects, review, structure
from workbench.storage import Database, search, upgrade
from workbench.storage.tables import Unit

PAIRS = [
    ("We urge ASEAN to act on 80 towns.", "မြို့ ၈၀ အတွက် ဆောင်ရွက်ရန် အာဆီယံကို တိုက်တွန်းပါသည်။"),
    ("We urge ASEAN to act on 90 towns.", "မြို့ ၉၀ အတွက် ဆောင်ရွက်ရန် အာဆီယံကို တိုက်တွန်းပါသည်။"),
    ("The people want peace.", "လူထုသည် ငြိမ်းချမ်းရေးကို လိုလားသည်။"),
    ("100% of_it \\ done", "ႏိုင္ငံေတာ္သည္ ၿငိမ္းခ်မ္းေရးကို လိုလားသည္။"),
]

Ask = Callable[..., list[int]]


@pytest.fixture
def pairs(new_desk: Callable[..., Desk]) -> Desk:
    return new_desk(*PAIRS)


@pytest.fixture
def ask(pairs: Desk) -> Ask:
    """The numbers of the pairs in which words stand."""

    def numbers(words: str, where: memory.Where = "both", project: str = "Samples") -> list[int]:
        with pairs.database.reading() as session:
            found = memory.concordance(
                session, projects.get_project(session, project), words, where=where
            )
            return [each.number for each in found.hits]

    return numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("asean", [1, 2]),
        ("ASEAN to", [1, 2]),
        ("အာဆီယံ", [1, 2]),
        ("၉၀ towns", [2]),
        ("မြို့ 80", [1]),
        ("ၿငိမ္းခ်မ္းေရး", [3, 4]),  # Zawgyi asked, Unicode and Zawgyi found
        ("ငြိမ်းချမ်းရေး", [3, 4]),
        ("80", [1]),  # fewer than three characters
        ("၉", [2]),
        ("လူ", [3]),
        ("။", [1, 2, 3, 4]),
        ("e.", [3]),  # at the very end
        ("%", [4]),
        ("f_i", [4]),
        ("o_i", []),
        ("\\", [4]),
        ('"', []),
        ('urge" OR "people', []),
        ("zzz", []),
        ("zq", []),
        ("", []),
        (" ", []),
        ("\x00", []),
    ],
)
def test_words_are_found_however_they_are_written(ask: Ask, words: str, numbers: list[int]) -> None:
    assert ask(words) == numbers


def test_one_side_alone_can_be_asked(ask: Ask) -> None:
    assert ask("80", "source") == [1] == ask("၈၀", "target")
    assert ask("people", "target") == [] == ask("လူထု", "source")


def test_hits_say_where_the_words_stand(pairs: Desk) -> None:
    with pairs.database.reading() as session:
        project = projects.get_project(session, "Samples")
        (hit,) = memory.concordance(session, project, "မြို့ 80").hits
        assert [hit.unit.target_text[slice(*span)] for span in hit.target] == ["မြို့ ၈၀"]
        assert hit.source == ()


def test_hits_come_in_pages(pairs: Desk) -> None:
    with pairs.database.reading() as session:
        project = projects.get_project(session, "Samples")
        first = memory.concordance(session, project, "။", size=3)
        assert [each.number for each in first.hits] == [1, 2, 3] and first.total == 4
        rest = memory.concordance(session, project, "။", size=3, after=first.after or 0)
        assert [each.number for each in rest.hits] == [4] and rest.after is None


def test_other_projects_are_not_searched(pairs: Desk, ask: Ask) -> None:
    with pairs.database.transaction() as session:
        document(session, unit("ASEAN again", "အာဆီယံ"), project="Other")
    assert ask("asean") == [1, 2] and ask("asean", project="other") == [1]


def test_too_long_a_search_is_refused(ask: Ask) -> None:
    with pytest.raises(WrongUse, match="200 characters"):
        ask("x" * 201)


def test_hits_go_out_as_a_table(pairs: Desk) -> None:
    out = io.BytesIO()
    with pairs.database.reading() as session:
        project = projects.get_project(session, "Samples")
        assert memory.write_hits(session, project, "asean", out) == 2
        with pytest.raises(NothingToExport):
            memory.write_hits(session, project, "zzz", io.BytesIO())
    rows = [row.split("\t") for row in out.getvalue().decode("utf-8-sig").splitlines()]
    assert rows[0] == ["document", "pair", "status", "source", "target"]
    assert rows[2] == ["Statement", "2", "unreviewed", *PAIRS[1]]


def test_confirmed_units_like_this_one_are_matches(pairs: Desk) -> None:
    def found() -> list[tuple[int, int]]:
        with pairs.database.reading() as session:
            asked = session.get_one(Unit, pairs.units()[0].id)
            return [(each.number, each.percent) for each in memory.matches(session, asked)]

    assert found() == []
    pairs.do(review.confirm, 2)
    pairs.do(review.confirm, 3)
    ((number, percent),) = found()
    assert number == 2 and 90 < percent < 100
    pairs.undo()
    pairs.undo()
    assert found() == []


def test_the_same_pair_in_many_documents_is_one_match(pairs: Desk) -> None:
    for _ in range(3):
        with pairs.database.transaction() as session:
            document(session, unit(*PAIRS[0]), unit("Other words here.", "က"))
    with pairs.database.transaction() as session:
        session.execute(text("UPDATE unit SET status = 'confirmed'"))
    with pairs.database.reading() as session:
        found = memory.matches(session, session.get_one(Unit, pairs.units()[0].id))
    assert [each.percent for each in found] == [100, 97]


def in_step(database: Database) -> bool:
    """Whether every unit's keys follow from its texts and the index holds just them."""
    with database.transaction() as session:
        if session.get_bind().dialect.name == "sqlite":
            for table in ("search_folded", "search_sketch"):
                session.execute(
                    text(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
                )
        else:
            indexed = session.execute(text(
                "SELECT count(*) FROM unit LEFT JOIN search_text AS s ON s.unit_id = unit.id WHERE "
                "(s.source_folded, s.target_folded, array_to_string(s.sketch, ' '), s.withdrawn) IS "
                "DISTINCT FROM (unit.source_folded, unit.target_folded, unit.sketch, unit.withdrawn)"
            ))  # fmt: skip
            assert indexed.scalar() == 0
        return all(
            search.keys(each.source_text, each.target_text)
            == {name: getattr(each, name) for name in ("source_folded", "target_folded", "sketch")}
            for each in session.query(Unit)
        )


ACTS = st.lists(
    st.sampled_from(["edit", "merge", "split", "shift", "insert", "undo", "redo"]),
    min_size=3,
    max_size=8,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS, st.integers(1, 3))
def test_the_index_follows_every_act(
    new_desk: Callable[..., Desk], acts: list[str], number: int
) -> None:
    desk = new_desk(*PAIRS[:3])
    for act in acts:
        try:
            at = min(number, len(desk.units()))
            if act == "edit":
                desk.do(review.edit, at, "target", 0, "အသစ် ၁၂")
            elif act == "merge":
                desk.do(structure.merge, at)
            elif act == "split":
                desk.do(structure.split, at, "source", 0, 3)
            elif act == "shift":
                desk.do(structure.shift, at, "target", "down")
            elif act == "insert":
                desk.do(structure.insert, at)
            else:
                getattr(desk, act)()
        except WrongUse:
            continue
    assert in_step(desk.database)


def test_a_database_that_knows_no_burmese_letters_finds_them(postgres: str) -> None:
    plain = Database(postgres)
    with plain.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE plain LC_CTYPE 'C' LC_COLLATE 'C' TEMPLATE template0"))
    plain.close()
    database = Database(postgres.removesuffix("/postgres") + "/plain")
    upgrade(database)
    desk = Desk(database, *PAIRS)
    desk.do(review.confirm, 2)
    with database.reading() as session:
        project = projects.get_project(session, "Samples")
        assert [each.number for each in memory.concordance(session, project, "အာဆီယံ").hits] == [1, 2]
        assert len(memory.matches(session, session.get_one(Unit, desk.units()[0].id))) == 1
    database.close()


def test_a_text_of_a_million_characters_is_found_by_its_beginning(
    new_desk: Callable[..., Desk],
) -> None:
    desk = new_desk(("peace " + "word " * 200_000 + "end", "က"))
    with desk.database.reading() as session:
        project = projects.get_project(session, "Samples")
        assert memory.concordance(session, project, "peace").total == 1
        assert memory.concordance(session, project, "end").total == 0


def test_a_unit_without_a_source_has_no_matches(new_desk: Callable[..., Desk]) -> None:
    desk = new_desk(("", "က"), ("", "ခ"), ("!", "ဂ"))
    for number in (1, 2, 3):
        desk.do(review.confirm, number)
    with desk.database.reading() as session:
        for each in desk.units():
            assert memory.matches(session, session.get_one(Unit, each.id)) == []
