"""What stands beside a pair, and the concordance, with JavaScript and without."""

import pytest
from flask.testing import FlaskClient

from tests.builders import document, unit
from tests.web.conftest import DeskPage


@pytest.fixture
def known(desk: DeskPage) -> DeskPage:
    """The desk, and another document of its project with pairs like those on it."""
    with desk.store.transaction() as session:
        document(
            session,
            unit("We urge the council to act today.", "ယနေ့ ဆောင်ရွက်ရန် တိုက်တွန်းသည်။"),
            unit("We urge the council to act now.", "ယခု ဆောင်ရွက်ရန် တိုက်တွန်းသည်။ <b>"),
            title="Letter & more",
        )
    letter = DeskPage.__new__(DeskPage)
    letter.__dict__ |= desk.__dict__ | {"id": desk.id + 1}
    return letter


def beside(desk: DeskPage, number: int) -> str:
    return desk.client.get(f"/units/{desk.units()[number - 1].id}/beside", headers=desk.headers).text


def test_a_confirmed_pair_like_this_one_is_shown_with_the_difference(known: DeskPage) -> None:
    assert "No confirmed pair is like this one." in beside(known, 1)
    known.do("confirm", 2)
    panel = beside(known, 1)
    assert "<del>now</del><ins>today</ins>" in panel and "<del>ခု</del><ins>နေ့</ins>" in panel
    assert "% alike" in panel and "Letter &amp; more, pair 2</a>" in panel
    assert "&lt;" in panel and "<b>" not in panel


def test_terms_of_the_pair_stand_beside_it(known: DeskPage) -> None:
    for source, target in (("council", "ကောင်စီ"), ("urge", "တိုက်တွန်း")):
        known.client.post("/projects/samples/glossary", data={"source": source, "target": target})
    panel = beside(known, 1)
    assert '<span lang="my">တိုက်တွန်း</span>' in panel and panel.count(">missing<") == 1
    page = known.client.get(f"/documents/{known.id}").text
    assert "The target lacks the term “ကောင်စီ” for “council”." in page
    assert '<mark class="term" title="urge = တိုက်တွန်း">urge</mark>' in page


def test_a_missing_term_can_be_let_stand(known: DeskPage) -> None:
    known.client.post("/projects/samples/glossary", data={"source": "council", "target": "ကောင်စီ"})
    known.do("dismiss", 1, key="term_missing:council")
    assert 'let-stand">The target lacks' in known.client.get(f"/documents/{known.id}").text


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        (
            {"words": "COUNCIL"},
            ["2 pairs", '<mark class="hit">council</mark>', "Letter &amp; more, pair 1"],
        ),
        ({"words": "ယခု", "where": "source"}, ["These words stand nowhere"]),
        ({"words": "ယခု", "where": "target"}, ["One pair", '<mark class="hit">ယခု</mark>']),
        ({"words": "<script>"}, ["&lt;script&gt;", "nowhere"]),
        ({"words": "", "where": "nonsense", "after": "x", "unit": "99"}, ["Find in both languages"]),
        ({"words": "\0"}, ["nowhere"]),
    ],
)
def test_the_concordance_shows_where_words_stand(
    known: DeskPage, asked: dict[str, str], answers: list[str]
) -> None:
    page = known.client.get("/projects/samples/concordance", query_string=asked)
    assert page.status_code == 200 and all(each in page.text for each in answers)


def test_a_search_from_the_desk_leads_back(known: DeskPage) -> None:
    one = known.units()[0].id
    page = known.client.get(f"/projects/samples/concordance?words=act&unit={one}").text
    assert f'href="/documents/{known.id}?unit={one}#unit-{one}">Back to the pair' in page


def test_hits_are_a_download(known: DeskPage) -> None:
    answer = known.client.get("/projects/samples/concordance.tsv?words=council")
    assert answer.headers["Content-Disposition"] == "attachment; filename=concordance.tsv"
    assert answer.get_data().decode("utf-8-sig").count("Letter & more") == 2
    assert known.client.get("/projects/samples/concordance.tsv?words=zzz").status_code == 409


@pytest.mark.parametrize("address", ["concordance", "concordance.tsv", "glossary", "glossary.csv"])
def test_what_is_not_there_says_so(client: FlaskClient, address: str) -> None:
    assert client.get(f"/projects/none/{address}").status_code == 404
