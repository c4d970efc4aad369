"""How fast the desk answers with a document of 50,000 units: `python -m bench.desk`.

Each request goes through the whole application, pages and all, on a SQLite file; times are milliseconds:
median and 95th percentile, pairs and pages chosen all over the document.
"""

import random
import tempfile
from collections.abc import Callable
from functools import partial

from flask.testing import FlaskClient

from bench.store import ROUNDS, UNITS, bitext, measure
from workbench.config import Settings
from workbench.services import intake, projects
from workbench.services.checking import check_new
from workbench.storage import open_database, queries, upgrade
from workbench.storage.tables import Unit
from workbench.web.app import create_app

_HTMX = {"HX-Request": "true"}


def main() -> None:
    """Measure opening, acting and undoing, as a browser with htmx asks for them."""
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment({"WORKBENCH_DATA": folder})
        database = open_database(settings)
        upgrade(database)
        with database.transaction() as session:
            project = projects.create_project(session, "Bench")
            long = intake.add_document(session, project, bitext(UNITS, rng), (), "bench").id
            short = intake.add_document(session, project, bitext(500, rng), (), "bench").id
        check_new(database, long)
        database.settle()
        client = create_app(settings).test_client()

        def act(name: str) -> Callable[[], object]:
            """The next act, ready to be sent: what the browser has is found before the clock starts."""
            with database.reading() as session:
                unit = session.get_one(Unit, rng.randrange(1, UNITS - 1))
                page = queries.page_around(session, long, unit.id)
                have = " ".join(f"{each.unit.id}.{each.unit.version}" for each in page.units)
                form = {"seen": unit.version, "side": "target", "page": page.number, "have": have}
            return partial(client.post, f"/units/{unit.id}/{name}", data=form, headers=_HTMX)

        def acts(name: str) -> Callable[[], object]:
            ready = iter([act(name) for _ in range(ROUNDS)])
            return lambda: next(ready)()

        measure("open a desk of 500", lambda: client.get(f"/documents/{short}"))
        measure("open a desk of 50,000", lambda: _page(client, long, rng))
        measure("confirm", acts("confirm"))
        measure("merge", acts("merge"))
        measure("shift down", acts("shift_down"))
        measure(
            "what stands beside a pair", lambda: client.get(f"/units/{rng.randrange(1, UNITS)}/beside")
        )
        measure("map of the document", lambda: client.get(f"/documents/{long}/map"))
        database.close()


def _page(client: FlaskClient, document_id: int, rng: random.Random) -> None:
    client.get(f"/documents/{document_id}?page={rng.randrange(1, 1000)}")


if __name__ == "__main__":
    main()
