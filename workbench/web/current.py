"""This request's database and editor."""

from contextlib import AbstractContextManager
from typing import cast

from flask import Flask, current_app, session
from sqlalchemy.orm import Session

from workbench.saying import say
from workbench.storage.database import Database
from workbench.web.wording import gettext as _

UNNAMED = say("somebody")
_EXTENSION = "workbench.database"


def install(app: Flask, database: Database) -> None:
    """Let the views of this application use a database."""
    app.extensions[_EXTENSION] = database


def database() -> Database:
    """The database of this application."""
    return cast(Database, current_app.extensions[_EXTENSION])


def reading() -> AbstractContextManager[Session]:
    """A session that waits for no writer and saves nothing."""
    return database().reading()


def writing() -> AbstractContextManager[Session]:
    """A transaction: all of the block is saved, or none of it."""
    return database().transaction()


def editor() -> str:
    """The name under which this person's acts are written down, in English where none was given."""
    return str(session.get("name") or UNNAMED)


def named(editor: str) -> str:
    """Who did something, as this page's reader is told."""
    return _("somebody") if editor == UNNAMED else editor
