"""Values at rest: the only folder that writes SQL.

`open_database(settings)` gives the database, `upgrade(database)` its tables, and
`Database.transaction()` and `Database.reading()` the sessions.
"""

from workbench.storage.database import Database, open_database
from workbench.storage.migrating import upgrade
from workbench.storage.staged import Staged, StagedFile
from workbench.storage.tokens import Token

__all__ = ["Database", "Staged", "StagedFile", "Token", "open_database", "upgrade"]
