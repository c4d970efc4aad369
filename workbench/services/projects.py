"""Projects and their documents: list, find, make."""

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from workbench.bitext.acts import typed
from workbench.bitext.units import Status
from workbench.errors import NotFound, WrongUse
from workbench.saying import say
from workbench.storage.tables import Document, Project, Unit

NAME_LENGTH = 200
"""How many characters a project's name may have."""


@dataclass(frozen=True, slots=True)
class ProjectCount:
    """A project with how much is in it and how much of that is confirmed."""

    project: Project
    documents: int
    units: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """A document with its units and how many of them are confirmed."""

    document: Document
    units: int
    confirmed: int


_LIVE = ~Unit.withdrawn


def _units() -> ColumnElement[int]:
    return func.count(Unit.id)


def _confirmed() -> ColumnElement[int]:
    return func.coalesce(func.sum(case((Unit.status == Status.CONFIRMED, 1), else_=0)), 0)


def list_projects(session: Session) -> list[ProjectCount]:
    """All projects by name, with counts."""
    statement = (
        select(Project, func.count(Document.id.distinct()), _units(), _confirmed())
        .outerjoin(Document, Document.project_id == Project.id)
        .outerjoin(Unit, (Unit.document_id == Document.id) & _LIVE)
        .group_by(Project.id)
        .order_by(func.lower(Project.name))
    )
    return [ProjectCount(*row) for row in session.execute(statement)]


def list_documents(session: Session, project: Project) -> list[DocumentCount]:
    """The documents of a project, the newest first, with counts."""
    statement = (
        select(Document, _units(), _confirmed())
        .outerjoin(Unit, (Unit.document_id == Document.id) & _LIVE)
        .where(Document.project_id == project.id)
        .group_by(Document.id)
        .order_by(Document.id.desc())
    )
    return [DocumentCount(*row) for row in session.execute(statement)]


def get_project(session: Session, slug: str) -> Project:
    """The project of this slug, or else of this name."""
    project = find_project(session, slug)
    if project is None:
        raise NotFound(say("There is no project %(name)s.", name=repr(slug)))
    return project


def get_document(session: Session, document_id: int) -> Document:
    """The document of this number."""
    document = session.get(Document, document_id)
    if document is None:
        raise NotFound(say("There is no document %(number)s.", number=document_id))
    return document


def find_project(session: Session, name: str) -> Project | None:
    """The project of this name or slug, if there is one."""
    statement = select(Project).where((Project.name == name) | (Project.slug == name))
    return session.scalars(statement.order_by(Project.slug != name).limit(1)).one_or_none()


def create_project(session: Session, name: str) -> Project:
    """A new project; its slug is made from its name."""
    name = " ".join(typed(name).split())
    if not name or len(name) > NAME_LENGTH:
        raise WrongUse(say("A project needs a name of 1 to %(number)s characters.", number=NAME_LENGTH))
    if find_project(session, name):
        raise WrongUse(say("There is a project %(name)s already; choose another name.", name=repr(name)))
    project = Project(name=name, slug=_free_slug(session, name))
    session.add(project)
    session.flush()
    return project


def find_or_create_project(session: Session, name: str) -> Project:
    """The project of this name or slug, made if there is none."""
    return find_project(session, name) or create_project(session, name)


def _free_slug(session: Session, name: str) -> str:
    """Latin letters and digits of the name, with a number when taken; `project` for a Burmese name."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:60] or "project"
    taken = set(
        session.scalars(select(Project.slug).where(Project.slug.startswith(stem, autoescape=True)))
    )
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
