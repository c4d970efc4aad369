"""Values at rest: the only folder that writes SQL.

`open_database(settings)` gives the database, `upgrade(database)` its tables, and
`Database.transaction()` and `Database.reading()` the sessions.
"""

from workbench.storage.database import Database, open_database
from workbench.storage.migrating import upgrade

__all__ = ["Database", "open_database", "upgrade"]
