"""Alembic's way in: the connection comes from `workbench.storage.migrating`, never from a file."""

from alembic import context

from workbench.storage.search import include_object
from workbench.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_object=include_object,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
