"""What an act answers: the pair in its place, the page of pairs, or both texts of a conflict."""

from dataclasses import dataclass, replace

from flask import make_response, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug import Response

from workbench.bitext.acts import SIDES
from workbench.bitext.units import join
from workbench.errors import EditConflict, NotFound
from workbench.segment import Segment
from workbench.services import projects
from workbench.services.checking import findings_of, sources_touched
from workbench.storage import queries
from workbench.storage.queries import NumberedUnit
from workbench.storage.tables import Change, Unit
from workbench.web.current import reading
from workbench.web.desk import Place, had, standing, view
from workbench.web.difference import joined
from workbench.web.htmx import answer, wants_piece
from workbench.web.wording import gettext as _

_LONGEST_PLACE = 7


def in_place(
    session: Session, unit_id: int, said: str = "", change: Change | None = None, *, go_on: bool = False
) -> Response:
    """The pair, with what stands around it; a browser without JavaScript may go on to the next."""
    unit = _unit(session, unit_id)
    alike = _alike(session, unit, change)
    return answer(
        "desk/_changed.html",
        otherwise=_onward(session, unit) if go_on else _address(unit),
        said=said,
        each=_numbered(unit),
        alike=alike,
        document=unit.document,
        place=Place.asked(),
        findings=findings_of(session, [unit, *(each.unit for each in alike)]),
        **standing(session, unit.document_id),
    )


def _alike(session: Session, unit: Unit, change: Change | None) -> list[NumberedUnit]:
    """Other pairs that the browser has, with a source that the change touched: findings may differ."""
    touched = sources_touched([change]) if change else set()
    if not touched or not wants_piece():
        return []
    ids = [each for each in had() if each != unit.id]
    found = queries.with_sources(session, unit.document_id, touched, ids)
    numbers = queries.numbers_of(session, unit.document_id, [each.id for each in found])
    return [NumberedUnit(numbers[each.id], each) for each in found]


def moved(
    session: Session, change: Change, said: str, *, now: int | None, follow: bool = False
) -> Response:
    """The page of pairs; with `follow`, the page on which the pair in hand stands."""
    place, document_id = Place.asked(), change.document_id
    document = projects.get_document(session, document_id)
    wanted = replace(place, unit=now if follow else None)
    wants = view(session, document, wanted, frozenset(sources_touched([change]))) | {"now": now}
    address = url_for("desk.show", document_id=document_id, **place.way, page=wants["page"].number)
    anchor = f"#unit-{now}" if now else ""
    return answer(
        "desk/_moved.html", otherwise=address + anchor, said=said, instead_of="#pairs", **wants
    )


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two people wrote: as it now stands, as this person has it, and both joined."""

    name: str
    language: str
    theirs: str
    mine: str
    joined: str | None


def conflict(unit_id: int, error: EditConflict) -> Response:
    """Both texts with the difference; what this person wrote is still in its field."""
    with reading() as session:
        unit = _unit(session, unit_id)
        template = "desk/_conflict.html" if wants_piece() else "desk/conflict.html"
        body = render_template(
            template,
            each=_numbered(unit),
            clashes=_clashes(unit),
            sentence=str(error),
            document=unit.document,
            place=Place.asked(),
            **standing(session, unit.document_id),
        )
        response = make_response(body, 409)
        response.headers.update({"HX-Retarget": f"#unit-{unit_id}", "HX-Reswap": "outerHTML"})
        return response


def _clashes(unit: Unit) -> list[Clash]:
    """The fields of the form that hold another text than the pair."""
    found = []
    for name, text in request.form.items():
        side, _, place = name.partition("-")
        if side not in SIDES or not (place.isdecimal() and len(place) < _LONGEST_PLACE):
            continue
        mine, theirs = text.replace("\r\n", "\n"), _theirs(getattr(unit, side), int(place))
        if mine not in theirs:
            was = request.form.get(f"was-{name}")
            both = joined(was, theirs[0], mine) if was is not None else None
            language = getattr(unit.document, f"{side}_language")
            found.append(Clash(name, language, theirs[0], mine, both))
    return found


def _theirs(segments: tuple[Segment, ...], place: int) -> list[str]:
    """What now stands in a place, or all of the side if the place is gone; then the other sentences."""
    texts = [each.text for each in segments]
    here = texts[place] if place < len(texts) else join(segments)
    return [here, *texts]


def _unit(session: Session, unit_id: int) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(_("There is no pair %(number)s.", number=unit_id))
    return unit


def _numbered(unit: Unit) -> NumberedUnit:
    """The pair with the number that its form carried; it is shown and decides nothing."""
    return NumberedUnit(request.values.get("number", 0, type=int), unit)


def _onward(session: Session, unit: Unit) -> str:
    """The address of the next pair of the queue; among all pairs, of the next undecided one."""
    place = Place.asked()
    wanted = "unreviewed" if place.queue == "all" else place.queue
    following = queries.next_unit(session, unit.document_id, unit.id, queue=wanted, words=place.having)
    if following is None:
        return _address(unit)
    address = url_for("desk.show", document_id=unit.document_id, **place.way, unit=following)
    return f"{address}#unit-{following}"


def _address(unit: Unit) -> str:
    place = Place.asked()
    address = url_for("desk.show", document_id=unit.document_id, **place.way, page=place.page)
    return f"{address}#unit-{unit.id}"
