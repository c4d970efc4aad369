"""The dot plot: where pairs stand in both texts, before a cloud of the places that share rare words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, Flask, render_template, request
from werkzeug import Response

from workbench.services import projects
from workbench.services.plotting import cloud_of
from workbench.storage.news import last_change
from workbench.storage.overview import Slice, overview
from workbench.web.current import database, reading

pages = Blueprint("dotplot", __name__)


def install(app: Flask) -> None:
    """Serve this page."""
    app.register_blueprint(pages)


@dataclass(frozen=True, slots=True)
class Run:
    """Some pairs in a row, from one point of both texts to another, counted in sentences."""

    piece: Slice
    source: int
    target: int

    @property
    def source_end(self) -> int:
        """Where the run ends in the source."""
        return self.source + self.piece.sources

    @property
    def target_end(self) -> int:
        """Where the run ends in the target."""
        return self.target + self.piece.targets

    @property
    def last(self) -> int:
        """The number of the last pair."""
        return self.piece.first + self.piece.count - 1


@pages.get("/documents/<int:document_id>/dotplot")
def show(document_id: int) -> str:
    """The plot as a drawing whose pieces lead to the desk."""
    with reading() as session:
        document = projects.get_document(session, document_id)
        runs = list(runs_of(overview(session, document_id)))
        return render_template("desk/dotplot.html", document=document, runs=runs)


@pages.get("/documents/<int:document_id>/cloud.svg")
def cloud(document_id: int) -> Response:
    """The dots behind the plot; the browser keeps them until somebody changes the document."""
    with reading() as session:
        projects.get_document(session, document_id)
        newest = str(last_change(session, document_id))
    if request.if_none_match.contains(newest):
        return Response(status=304)
    found = cloud_of(database(), document_id)
    answer = Response(render_template("desk/cloud.svg", cloud=found), mimetype="image/svg+xml")
    answer.set_etag(newest)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def runs_of(slices: Sequence[Slice]) -> Iterator[Run]:
    """Each slice at its place in both texts."""
    source = target = 0
    for piece in slices:
        yield Run(piece, source, target)
        source, target = source + piece.sources, target + piece.targets
