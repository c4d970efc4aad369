"""The dot plot draws each stretch of pairs at its place in both texts."""

from tests.web.conftest import DeskPage
from workbench.storage.overview import Slice
from workbench.web.dotplot import Run, runs_of


def test_each_piece_leads_to_its_pairs(desk: DeskPage) -> None:
    page = desk.client.get(f"/documents/{desk.id}/dotplot").text
    for number in (1, 2, 3):
        assert f'href="/documents/{desk.id}?go={number}"' in page
    assert 'x1="0" y1="0" x2="250" y2="500"' in page  # one sentence of four beside one of two
    assert 'x1="750" y1="1000" x2="1000" y2="1000"' in page  # the last one has no Burmese


def test_runs_follow_each_other_in_both_texts() -> None:
    pieces = [Slice(1, 50, 0, 0, 0, 1.0, 48, 0), Slice(51, 50, 0, 0, 0, 1.0, 50, 61)]
    assert [(each.source_end, each.target_end, each.last) for each in runs_of(pieces)] == [
        (48, 0, 50),
        (98, 61, 100),
    ]
    assert list(runs_of([])) == []
    assert list(runs_of(pieces))[1] == Run(pieces[1], 48, 0)


def test_the_cloud_is_drawn_anew_only_when_somebody_changed_the_document(desk: DeskPage) -> None:
    address = f"/documents/{desk.id}/cloud.svg"
    drawn = desk.client.get(address)
    assert drawn.mimetype == "image/svg+xml"
    assert "<svg" in drawn.text
    known = {"If-None-Match": drawn.headers["ETag"]}
    assert desk.client.get(address, headers=known).status_code == 304
    desk.do("merge", 1)
    assert desk.client.get(address, headers=known).status_code == 200
    assert desk.client.get("/documents/99/cloud.svg").status_code == 404
