"""The workbench in a browser: settings, guards and pages put together.

Nobody below imports this; `workbench serve` and the tests call `create_app`.
"""

from datetime import timedelta

from flask import Flask

from workbench.config import Settings
from workbench.resources import resource
from workbench.storage import open_database
from workbench.text import Policy
from workbench.web import (
    acts,
    assets,
    beside,
    current,
    desk,
    documents,
    dotplot,
    downloads,
    exceptions,
    faults,
    file_check,
    glossary,
    htmx,
    intake,
    many,
    memory,
    news,
    openapi,
    origin,
    pairs_in,
    pairs_out,
    preferences,
    project_api,
    projects,
    releasing,
    spoken,
    telling,
    text_api,
    tokens,
    turning,
    underway,
    validate,
    wording,
)
from workbench.web.secret import secret_key

_YEAR = timedelta(days=365)
_PAGES = (
    projects,
    documents,
    dotplot,
    intake,
    desk,
    acts,
    beside,
    memory,
    glossary,
    exceptions,
    news,
    many,
    downloads,
    pairs_in,
    pairs_out,
    text_api,
    project_api,
    releasing,
    openapi,
    tokens,
    underway,
    turning,
    validate,
    file_check,
)
_LOOPBACK = ("localhost", "127.0.0.1")


def create_app(settings: Settings | None = None) -> Flask:
    """The application, ready to serve; refuses with `StoreUnavailable` without a data folder."""
    settings = settings or Settings.from_environment()
    app = Flask(__name__, template_folder=str(resource("templates")))
    app.config.update(
        SECRET_KEY=secret_key(settings.data),
        DATA_FOLDER=settings.data,
        HOUSE_POLICY=Policy.parse(settings.policy),
        TRUSTED_HOSTS=[*_LOOPBACK, *settings.hosts],
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_upload_bytes,
        SESSION_COOKIE_NAME="workbench",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=_YEAR,
        SEND_FILE_MAX_AGE_DEFAULT=_YEAR,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    current.install(app, open_database(settings))
    for part in (htmx, origin, faults, assets, wording, spoken, telling, preferences, *_PAGES):
        part.install(app)
    return app
