from tests.web.conftest import DeskPage
from workbench.storage.news import last_change


def newest(desk: DeskPage) -> int:
    with desk.store.reading() as session:
        return last_change(session, desk.id)


def test_no_news_is_an_empty_answer(desk: DeskPage) -> None:
    answer = desk.client.get(f"/documents/{desk.id}/news?since={newest(desk)}")
    assert (answer.status_code, answer.text) == (204, "")


def test_news_is_the_pair_that_changed_and_no_other(desk: DeskPage) -> None:
    before = newest(desk)
    desk.do("confirm", 2)
    units = desk.units()
    news = desk.client.get(f"/documents/{desk.id}/news?since={before}").text
    assert f'id="unit-{units[1].id}"' in news
    assert f'id="unit-{units[0].id}"' not in news
    assert f"since={newest(desk)}&amp;" in news


def test_pairs_that_moved_come_as_their_page_but_not_to_busy_hands(desk: DeskPage) -> None:
    before = newest(desk)
    desk.do("merge", 1)
    address = f"/documents/{desk.id}/news?since={before}"
    assert desk.client.get(f"{address}&busy=1").status_code == 204
    news = desk.client.get(address).text
    assert news.count("<article") == 2
    assert news.count("hx-swap-oob") == 5  # pairs, progress, turns, listening, notice


def test_a_stream_tells_when_something_happened(desk: DeskPage) -> None:
    answer = desk.client.get(f"/documents/{desk.id}/events")
    assert answer.mimetype == "text/event-stream"
    stream = iter(answer.response)
    next(stream)
    desk.do("confirm", 1)
    assert next(stream) == f"data: {newest(desk)}\n\n".encode()
    answer.close()


def test_there_is_no_stream_of_a_document_that_is_not_there(desk: DeskPage) -> None:
    assert desk.client.get("/documents/999/events").status_code == 404
